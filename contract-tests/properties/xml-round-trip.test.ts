import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, type DecodeResult, xmlCodec } from '../../src/http/xml/codec.ts';
import { type Schema, SchemaReader } from '../../src/http/xml/schema.ts';
import { fixture } from '../../src/http/xml/testing.ts';
import { contract } from '../support/contract.ts';
import { Models } from './xml-models.ts';

interface Place {
  readonly name: string;
  /** Both forms of the body as the contract has them, to know it again in other operations. */
  readonly forms: string;
  /** The JSON wrapper. */
  readonly schema: Schema;
  readonly there: (model: unknown) => string;
  readonly back: (text: string) => DecodeResult;
}

interface MediaType {
  readonly schema?: Schema;
  readonly examples?: unknown;
}

interface BodyOfContract {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface OperationOfContract {
  readonly operationId?: string;
  readonly requestBody?: BodyOfContract;
  readonly responses?: Readonly<Record<string, BodyOfContract>>;
}

/** Each XML body of a contract, for each alternative of its JSON wrapper. */
function placesOf(contract: Contract, schemas: SchemaReader): Place[] {
  const codec = xmlCodec(contract);
  const wrappersOf = (body: BodyOfContract): Pick<Place, 'schema' | 'forms'>[] => {
    const { content = {} } = schemas.resolve(body);
    const wrapper = content['application/json']?.schema;
    const { examples: _, ...xml } = content['application/xml'] ?? {};
    if (wrapper === undefined || xml.schema === undefined) return [];
    const { oneOf = [wrapper] } = schemas.resolve(wrapper);
    return oneOf.map((schema) => ({ schema, forms: JSON.stringify([schema, xml]) }));
  };
  return Object.values(contract.paths).flatMap((item) =>
    Object.values(item).flatMap(
      ({ operationId = '', requestBody = {}, responses = {} }: OperationOfContract) => {
        const requests = wrappersOf(requestBody).map((forms) => ({
          name: `the request of ${operationId}`,
          ...forms,
          there: (model: unknown) => codec.encodeRequest(operationId, model),
          back: (xml: string) => codec.decodeRequest(operationId, xml),
        }));
        const answers = Object.entries(responses).flatMap(([range, body]) => {
          const status = Number(range.replace('XX', '00'));
          return wrappersOf(body).map((forms) => ({
            name: `the response ${range} of ${operationId}`,
            ...forms,
            there: (model: unknown) => codec.encodeResponse(operationId, status, model),
            back: (xml: string) => codec.decodeResponse(operationId, status, xml),
          }));
        });
        return [...requests, ...answers];
      },
    ),
  );
}

describe.each([
  ['the contract', contract],
  ['the fixture', fixture],
])('models of %s', (_what, document) => {
  const schemas = new SchemaReader(document);
  const models = new Models(schemas);

  /** A body without a wrapper, or one with its one member. */
  function bodyOf(schema: Schema): fc.Arbitrary<unknown> {
    const flat = schemas.flatten(schema);
    if (flat.entry !== undefined) return models.of(schema);
    const [only] = flat.properties;
    if (only === undefined) throw new Error('a wrapper has one member');
    const [key, inner] = only;
    return models.of(inner).map((value) => ({ [key]: value }));
  }

  // Operations share most of their faults, and some of their bodies.
  const places = new Map(placesOf(document, schemas).map((place) => [place.forms, place]));

  it('are of every body that has a form in XML', () => {
    const shown = JSON.stringify([...places.keys()]);
    const inXml = JSON.stringify(document).matchAll(
      /"application\/xml":\{[^{]*"schema":\{"\$ref":"([^"]+)"/g,
    );
    const components = new Set([...inXml].map(([, name]) => name ?? ''));
    expect(components.size).toBeGreaterThan(2);
    expect([...components].filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each([...places.values()])('survive XML in $name', ({ schema, there, back }) => {
    fc.assert(
      fc.property(bodyOf(schema), (model) => {
        const decoded = back(there(model));
        if (decoded.ok && isDeepStrictEqual(decoded.model, model)) return;
        // Only to show the difference.
        expect(decoded).toEqual({ ok: true, model });
        throw new Error('the models differ in a way that toEqual does not see');
      }),
      { numRuns: 200 },
    );
  });
});
