import { type Contract, type Schema, SchemaReader } from './xml/schema.ts';

/** The member that the body of an operation has to have: `volume` in `{"volume": {...}}`. */
export interface Wrapper {
  /** Whether a body is an object that has it, with an object in it. */
  isAround(model: unknown): boolean;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, object>>;
}

const isOperation = (node: unknown): node is Operation =>
  typeof node === 'object' && node !== null && 'operationId' in node;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Members = Readonly<Record<string, unknown>>;

/** Whether what a schema requires is there; of one with alternatives, whether that of one of them is. */
function hasRequired(reader: SchemaReader, given: Schema): (body: Members) => boolean {
  const schema = reader.resolve(given);
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (alternatives.length > 0) {
    const tests = alternatives.map((alternative) => hasRequired(reader, alternative));
    return (body) => tests.some((test) => test(body));
  }
  const { required, properties } = reader.flatten(schema);
  const members = [...required].map((name) => ({
    name,
    isObject: reader.flatten(properties.get(name) ?? {}).types.has('object'),
  }));
  return (body) =>
    members.every(({ name, isObject: must }) => name in body && (!must || isObject(body[name])));
}

/**
 * By operation, the wrapper of its body where the contract has it answer 422; undefined where a body without its
 * wrapper is malformed as any other.
 */
export function wrappers(contract: Contract): (operationId: string) => Wrapper | undefined {
  const reader = new SchemaReader(contract);
  const byId = new Map<string, Wrapper>();
  for (const operation of Object.values(contract.paths).flatMap((item) => Object.values(item))) {
    if (!isOperation(operation) || !('422' in operation.responses)) continue;
    const body = reader.resolve(operation.requestBody ?? {});
    const isWrapped = hasRequired(reader, body.content?.['application/json']?.schema ?? {});
    byId.set(operation.operationId, { isAround: (model) => isObject(model) && isWrapped(model) });
  }
  return (operationId) => byId.get(operationId);
}
