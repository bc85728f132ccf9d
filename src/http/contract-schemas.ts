import type { OperationId } from '../../generated/server/contract.ts';
import type { OperationTable } from './operation-table.ts';

/** An operation of the contract as express-openapi-validator wants it. */
export interface OperationSchema {
  /** The operation with the parameters of its path, and without references other than to schemas. */
  readonly schema: Operation;
  /** False when every request that the router lets through is valid. */
  readonly constrainsRequests: boolean;
}

interface Reference {
  readonly $ref?: string;
}

interface Parameter extends Reference {
  readonly name?: string;
  readonly in?: string;
  readonly schema?: object;
}

interface RequestBody extends Reference {
  readonly content?: Readonly<Record<string, { readonly schema?: Reference }>>;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: object;
}

/** The parts of the contract's outline that are read here. */
interface Outline {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>> & Operation>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** Follows `#/components/parameters/Limit`; whatever is no reference stays as it is. */
function resolve<Node extends Reference>({ components }: Outline, node: Node): Node {
  if (node.$ref === undefined) return node;
  const [, , section = '', name = ''] = node.$ref.split('/');
  const found = components?.[section]?.[name];
  if (found === undefined) throw new Error(`the contract has no ${node.$ref}`);
  return found as Node; // a reference of the linted contract leads to a node of its own kind
}

/** Those of the path, unless the operation has its own of the same name. */
function parametersOf(outline: Outline, item: Operation, operation: Operation): Parameter[] {
  const own = (operation.parameters ?? []).map((parameter) => resolve(outline, parameter));
  const shared = (item.parameters ?? []).map((parameter) => resolve(outline, parameter));
  return [...shared.filter(({ name }) => !own.some((parameter) => parameter.name === name)), ...own];
}

/** The validator asks the body's schema itself, not what it refers to, whether a body may be left out. */
function bodyOf(outline: Outline, body: RequestBody): RequestBody {
  const { content = {}, ...rest } = resolve(outline, body);
  const resolved = Object.entries(content).map(([type, { schema, ...other }]) => [
    type,
    { ...other, ...(schema && { schema: resolve(outline, schema) }) },
  ]);
  return { ...rest, content: Object.fromEntries(resolved) };
}

/** A part of the path, which the router has found and made sure is not empty. */
const isAnyText = ({ in: place, schema = {} }: Parameter): boolean =>
  place === 'path' && 'type' in schema && schema.type === 'string' && Object.keys(schema).length === 1;

/** Throws when an operation of the table is not in the contract. */
export function operationSchemas(
  contract: object,
  operations: OperationTable,
): ReadonlyMap<OperationId, OperationSchema> {
  const outline = contract as Outline; // it was linted when it was bundled
  const schemas = new Map<OperationId, OperationSchema>();
  for (const [id, { method, path }] of Object.entries(operations)) {
    const item = outline.paths[path.replace(/:(\w+)/g, '{$1}')];
    const operation = item?.[method.toLowerCase()];
    if (item === undefined || operation === undefined) throw new Error(`the contract has no route for ${id}`);
    const parameters = parametersOf(outline, item, operation);
    const requestBody = operation.requestBody && bodyOf(outline, operation.requestBody);
    // Object.entries widens the keys of a table that is declared `as const`.
    schemas.set(id as OperationId, {
      schema: { ...operation, parameters, ...(requestBody && { requestBody }) },
      constrainsRequests: requestBody !== undefined || !parameters.every(isAnyText),
    });
  }
  return schemas;
}
