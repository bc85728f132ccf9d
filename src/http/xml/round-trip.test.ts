import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, type DecodeResult, xmlCodec } from './codec.ts';
import { type FlatSchema, type Schema, SchemaReader } from './schema.ts';
import { fixture } from './testing.ts';

// Lists inside of lists grow fast, and a schema may contain itself.
const MAX_LEVELS = 4;

/** Characters that XML 1.0 can carry; what becomes of the others is tested with the writer. */
const text = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('"', "'", '<', '>', '&', '\n', '\r', '\t', ' ', ']]>', '\u0085'),
    },
    { weight: 1, arbitrary: fc.constantFrom('\u{1F600}', '\u{10FFFF}', '\ufffd', 'é', '\u2028') },
  ),
  maxLength: 12,
});

const microseconds = fc.integer({ min: 0, max: 999_999 }).map((micros) => String(micros).padStart(6, '0'));
const timestamp = fc
  .tuple(
    fc.date({ min: new Date('1970-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
    fc.oneof(fc.constant('000000'), microseconds),
  )
  .map(([date, micros]) => `${date.toISOString().slice(0, 19)}.${micros}`);

const looksLikeNumberOrBoolean = (value: string): boolean =>
  /^(true|false)$/i.test(value) || String(Number(value)) === value;

/** Values of a scalar, without those that XML says in the same words as another value. */
function scalarOf({ types, timestamp: isTimestamp }: FlatSchema): Arbitrary<unknown> {
  if (isTimestamp) return timestamp;
  const values: Arbitrary<unknown>[] = [];
  if (types.has('integer')) values.push(fc.maxSafeInteger());
  // -0 is 0 in JSON too.
  if (types.has('number'))
    values.push(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
  if (types.has('boolean')) values.push(fc.boolean());
  if (types.has('string') || values.length === 0) {
    // "1" is 1 where the schema allows both: XML has no quotes to tell them apart.
    values.push(values.length === 0 ? text : text.filter((value) => !looksLikeNumberOrBoolean(value)));
  }
  return fc.oneof(...values);
}

/** Random models of a schema, as far as XML can say them. */
class Models {
  readonly #schemas: SchemaReader;

  constructor(schemas: SchemaReader) {
    this.#schemas = schemas;
  }

  of(schema: Schema, levels = MAX_LEVELS): Arbitrary<unknown> {
    const flat = this.#schemas.flatten(schema);
    if (flat.map !== undefined) return fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true });
    if (flat.items !== undefined) {
      if (levels === 0) return fc.constant([]);
      return fc.array(this.of(flat.items, levels - 1), { maxLength: 4 });
    }
    if (flat.properties.size === 0 && !flat.types.has('object')) return scalarOf(flat);
    return this.#objectOf(flat, levels);
  }

  #objectOf(flat: FlatSchema, levels: number): Arbitrary<unknown> {
    const members: Record<string, Arbitrary<unknown>> = {};
    const always: string[] = [];
    for (const [key, property] of flat.properties) {
      const member = this.#schemas.flatten(property);
      if (member.omit) continue; // not in XML by decision of the contract
      members[key] = member.xml.attribute === true ? attributeOf(member, flat) : this.of(property, levels);
      const isBareList = member.items !== undefined && member.xml.wrapped !== true;
      if (!isBareList) continue;
      if (flat.required.has(key)) always.push(key);
      // An empty list without a wrapper is as good as absent, if it may be.
      else members[key] = members[key].filter((list) => Array.isArray(list) && list.length > 0);
    }
    return fc.record(members, { requiredKeys: always, noNullPrototype: true });
  }
}

function attributeOf(member: FlatSchema, { nullText }: FlatSchema): Arbitrary<unknown> {
  const values = scalarOf(member);
  // Without a word for null an attribute that is null is not written; it reads back as absent.
  if (nullText === undefined) return values;
  // The word itself means null where that is allowed, and an empty attribute means none.
  const told = values.filter((value) => value !== '' && !(member.nullable && value === nullText));
  return member.nullable ? fc.oneof({ weight: 4, arbitrary: told }, fc.constant(null)) : told;
}

interface Place {
  readonly name: string;
  /** The JSON wrapper. */
  readonly schema: Schema;
  readonly there: (model: unknown) => string;
  readonly back: (text: string) => DecodeResult;
}

interface BodyOfContract {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface OperationOfContract {
  readonly operationId?: string;
  readonly requestBody?: BodyOfContract;
  readonly responses?: Readonly<Record<string, BodyOfContract>>;
}

/** Each XML body of a contract, for each alternative of its JSON wrapper. */
function placesOf(contract: Contract, schemas: SchemaReader): Place[] {
  const codec = xmlCodec(contract);
  const wrappersOf = (body: BodyOfContract): Schema[] => {
    const { content = {} } = schemas.resolve(body);
    const wrapper = content['application/json']?.schema;
    if (wrapper === undefined || content['application/xml'] === undefined) return [];
    const { oneOf } = schemas.resolve(wrapper);
    return oneOf === undefined ? [wrapper] : [...oneOf];
  };
  return Object.values(contract.paths).flatMap((item) =>
    Object.values(item).flatMap(
      ({ operationId = '', requestBody = {}, responses = {} }: OperationOfContract) => {
        const requests = wrappersOf(requestBody).map((schema) => ({
          name: `the request of ${operationId}`,
          schema,
          there: (model: unknown) => codec.encodeRequest(operationId, model),
          back: (xml: string) => codec.decodeRequest(operationId, xml),
        }));
        const answers = Object.entries(responses).flatMap(([range, body]) => {
          const status = Number(range.replace('XX', '00'));
          return wrappersOf(body).map((schema) => ({
            name: `the response ${range} of ${operationId}`,
            schema,
            there: (model: unknown) => codec.encodeResponse(operationId, status, model),
            back: (xml: string) => codec.decodeResponse(operationId, status, xml),
          }));
        });
        return [...requests, ...answers];
      },
    ),
  );
}

const contractUrl = new URL('../../../generated/openapi.json', import.meta.url);
const contract: Contract = JSON.parse(readFileSync(contractUrl, 'utf8'));

describe.each([
  ['the contract', contract],
  ['the fixture', fixture],
])('models of %s', (_what, document) => {
  const schemas = new SchemaReader(document);
  const models = new Models(schemas);

  // Operations share most of their faults.
  const places = new Map(placesOf(document, schemas).map((place) => [schemas.resolve(place.schema), place]));

  it.each([...places.values()])('survive XML in $name', ({ schema, there, back }) => {
    const [only] = schemas.flatten(schema).properties;
    if (only === undefined) throw new Error('a wrapper has one member');
    const [key, inner] = only;
    fc.assert(
      fc.property(models.of(inner), (value) => {
        const model = { [key]: value };
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
