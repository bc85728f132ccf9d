import { SchemaReader } from '../../src/http/xml/schema.ts';
import { contract, type PlacedOperation } from './contract.ts';

/** What the contract keeps for administrators, as far as it marks it with `x-administrator`. */

interface Marked {
  readonly 'x-administrator'?: boolean;
}

interface SchemaNode extends Marked {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

export interface ParameterOfContract extends Marked {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
}

interface BodyOfContract {
  readonly $ref?: string;
  readonly content?: Readonly<
    Record<
      string,
      {
        readonly schema?: SchemaNode;
        readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
      }
    >
  >;
}

/** An operation with what its path says of it. */
export interface GuardedOperation extends PlacedOperation, Marked {
  readonly parameters?: readonly ParameterOfContract[];
  readonly security?: readonly object[];
}

const references = new SchemaReader(contract);

/** Ways through a body to the outermost marked members: `['os-reset_status']`. */
function markedMembers(
  node: SchemaNode,
  way: readonly string[] = [],
  within = new Set<SchemaNode>(),
): string[][] {
  const schema = references.resolve(node);
  if (within.has(schema)) return [];
  const inside = new Set(within).add(schema);
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  const members = Object.entries(properties).flatMap(([name, property]) =>
    isMarked(property) ? [[...way, name]] : markedMembers(property, [...way, name], inside),
  );
  const parts = [...allOf, ...anyOf, ...oneOf, ...(items === undefined ? [] : [items])];
  return [...members, ...parts.flatMap((part) => markedMembers(part, way, inside))];
}

const isMarked = (node: SchemaNode): boolean =>
  node['x-administrator'] === true || references.resolve(node)['x-administrator'] === true;

function schemaOf(body: BodyOfContract | undefined): SchemaNode | undefined {
  return body === undefined ? undefined : references.resolve(body).content?.['application/json']?.schema;
}

const unique = (ways: readonly string[][]): string[][] => [
  ...new Map(ways.map((way) => [way.join(), way])).values(),
];

/** Members of a request that administrators alone may send. */
export function guardedRequestMembers(operation: GuardedOperation): string[][] {
  const schema = schemaOf(operation.requestBody as BodyOfContract | undefined);
  return schema === undefined ? [] : unique(markedMembers(schema));
}

/** Members of an answer that administrators alone see; the last part of each way. */
export function guardedResponseMembers(operation: GuardedOperation): string[] {
  const ok = operation.responses['200'] as BodyOfContract | undefined;
  const schema = schemaOf(ok);
  return schema === undefined ? [] : [...new Set(markedMembers(schema).map((way) => way.at(-1) ?? ''))];
}

/** Parameters of the operation and of its path. */
export function parametersOf(operation: GuardedOperation): ParameterOfContract[] {
  // The bundle is linted: a path item has parameters of this form or none.
  const { parameters = [] } = contract.paths[operation.path] as {
    readonly parameters?: readonly ParameterOfContract[];
  };
  return [...parameters, ...(operation.parameters ?? [])].map((parameter) => references.resolve(parameter));
}

export const guardedParameters = (operation: GuardedOperation, place: 'path' | 'query'): string[] =>
  parametersOf(operation)
    .filter((parameter) => parameter.in === place && parameter['x-administrator'] === true)
    .map(({ name }) => name);

/** The bodies that the contract itself shows; throws where an operation takes one and shows none. */
function exampleBodiesOf(operation: GuardedOperation): unknown[] {
  if (operation.requestBody === undefined) return [];
  const { content } = references.resolve(operation.requestBody as BodyOfContract);
  const examples = Object.values(content?.['application/json']?.examples ?? {});
  if (examples.length === 0) throw new Error(`${operation.operationId} has no example of its request`);
  return examples.map(({ value }) => value);
}

/** The first of them; undefined where an operation takes no body. */
export const exampleBodyOf = (operation: GuardedOperation): unknown => exampleBodiesOf(operation)[0];

/** The first without anything that is for administrators, or an empty one. */
export function openBodyOf(operation: GuardedOperation): unknown {
  if (operation.requestBody === undefined) return undefined;
  const guarded = guardedRequestMembers(operation).map((way) => way.at(-1) ?? '');
  return (
    exampleBodiesOf(operation).find((body) => !membersIn(body).some((name) => guarded.includes(name))) ?? {}
  );
}

/** The names of all members, however deep. */
export function membersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(membersIn)];
}
