import { readFileSync } from 'node:fs';
import type { Contract as XmlContract } from '../../src/http/xml/codec.ts';
import { SchemaReader } from '../../src/http/xml/schema.ts';

interface ExampleOfContract {
  readonly value: unknown;
  readonly 'x-reconstructed-from'?: string;
}

interface Body {
  readonly $ref?: string;
  readonly content?: Readonly<
    Record<string, { readonly examples?: Readonly<Record<string, ExampleOfContract>> }>
  >;
}

export interface OperationOfContract {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly 'x-document': string;
  /** Absent from what goes beyond its document. */
  readonly 'x-section'?: string;
  /** The service that it was taken from, where it goes beyond the document. */
  readonly 'x-origin'?: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

/** The bundled contract, as it is served, mocked and generated from. */
export const contract: XmlContract = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);
const references = new SchemaReader(contract);

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export interface PlacedOperation extends OperationOfContract {
  readonly method: string;
  readonly path: string;
}

export const operationsOfContract = (): PlacedOperation[] =>
  Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      // The contract is linted: every operation has what is named above.
      .map(([method, operation]) => ({
        ...(operation as OperationOfContract),
        method: method.toUpperCase(),
        path,
      })),
  );

/** One example at one place of the contract. */
export interface PlacedExample {
  readonly id: string;
  readonly value: unknown;
  readonly operationId: string;
  /** Undefined for a request. */
  readonly status: number | undefined;
  readonly format: 'json' | 'xml';
  /** What a sample that the document has lost was made of. */
  readonly rebuiltFrom: string | undefined;
}

/** The part of a body that a document shows by itself, at the schema of that part. */
export interface Fragment {
  readonly id: string;
  readonly value: unknown;
  /** Name of the component. */
  readonly schema: string;
}

export function fragmentsOfContract(): Fragment[] {
  // The bundle has components; `x-examples` is put in by our own plugin (scripts/redocly/examples.ts).
  const { schemas } = contract.components as {
    readonly schemas: Readonly<
      Record<string, { readonly 'x-examples'?: Readonly<Record<string, { value: unknown }>> }>
    >;
  };
  return Object.entries(schemas).flatMap(([schema, { 'x-examples': examples = {} }]) =>
    Object.entries(examples).map(([id, { value }]) => ({ id, value, schema })),
  );
}

/** Every example at every place where the contract shows it; those of common faults stand in many. */
export const examplesOfContract = (): PlacedExample[] =>
  operationsOfContract().flatMap(({ operationId, requestBody = {}, responses }) => {
    const bodies: [number | undefined, Body][] = [[undefined, requestBody]];
    for (const [status, response] of Object.entries(responses)) bodies.push([Number(status), response]);
    return bodies.flatMap(([status, body]) =>
      (['json', 'xml'] as const).flatMap((format) => {
        const examples = references.resolve(body).content?.[`application/${format}`]?.examples ?? {};
        return Object.entries(examples).map(([id, { value, 'x-reconstructed-from': rebuiltFrom }]) => ({
          id,
          value,
          operationId,
          status,
          format,
          rebuiltFrom,
        }));
      }),
    );
  });
