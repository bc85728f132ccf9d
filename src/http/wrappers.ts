import { type Contract, type Schema, SchemaReader } from './xml/schema.ts';

/** The one member that the body of an operation has to have: `volume` in `{"volume": {...}}`. */
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

/** Where more than one body will do, or one without a wrapper, it is an object at least. */
function wrapperIn(required: ReadonlySet<string>): Wrapper {
  const [name, ...others] = required;
  if (name === undefined || others.length > 0) return { isAround: isObject };
  return { isAround: (model) => isObject(model) && isObject(model[name]) };
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
    const { required } = reader.flatten(body.content?.['application/json']?.schema ?? {});
    byId.set(operation.operationId, wrapperIn(required));
  }
  return (operationId) => byId.get(operationId);
}
