/**
 * The bundled contract as generation reads it: the few members of OpenAPI 3.0.3 that it uses, and the
 * operations with their references followed.
 */

import { CannotGenerate } from './report.ts';

export interface Reference {
  readonly $ref: string;
}

export interface Example {
  /** An object for JSON, the document's text for XML. */
  readonly value: unknown;
}

export interface MediaType {
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly example?: unknown;
  readonly schema?: { readonly type?: string; readonly example?: unknown } | Reference;
}

export interface Body {
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Response extends Body {
  /** The status that this service answers in place of the documented one. */
  readonly 'x-superseded-by'?: string;
}

interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
  readonly responses: Readonly<Record<string, Response | Reference>>;
  readonly 'x-document'?: string;
  readonly 'x-administrator'?: boolean;
  readonly 'x-section'?: string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

type PathItem = { readonly parameters?: readonly (Parameter | Reference)[] } & {
  readonly [Method in (typeof METHODS)[number]]?: OperationObject;
};

export interface Contract {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly security?: readonly object[];
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** An operation with everything that its path says, references followed. */
export interface Operation {
  readonly id: string;
  readonly method: (typeof METHODS)[number];
  /** As authored: `/v1/{tenant_id}/volumes`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly document: string;
  /** Null for what no document describes. */
  readonly section: string | null;
  /** Answers without a token. */
  readonly public: boolean;
  /** Answers to administrators alone. */
  readonly administrator: boolean;
  readonly parameters: readonly Parameter[];
  readonly request: Body | null;
  /** By status, as text: `'200'`. */
  readonly responses: Readonly<Record<string, Response>>;
}

/**
 * All operations in the order of the contract.
 * @throws CannotGenerate when one lacks what routing and binding need: an id of its own, one tag, a document.
 */
export function operationsOf(contract: Contract): Operation[] {
  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(contract, path, method, item, operation)] : [];
    }),
  );
  const twice = operations.find(
    ({ id }, index) => operations.findIndex((other) => other.id === id) !== index,
  );
  if (twice) throw new CannotGenerate(`Two operations have the operationId ${twice.id}: make them differ.`);
  return operations;
}

function readOperation(
  contract: Contract,
  path: string,
  method: Operation['method'],
  item: PathItem,
  operation: OperationObject,
): Operation {
  const { operationId: id, tags = [], 'x-document': document } = operation;
  const [tag] = tags;
  const where = `${method.toUpperCase()} ${path}`;
  if (id === undefined) throw new CannotGenerate(`${where} has no operationId.`);
  if (tag === undefined || tags.length > 1) throw new CannotGenerate(`${where} needs exactly one tag.`);
  if (document === undefined) throw new CannotGenerate(`${where} has no x-document.`);
  const own = (operation.parameters ?? []).map((parameter) => follow(contract, parameter));
  const shared = (item.parameters ?? [])
    .map((parameter) => follow(contract, parameter))
    .filter(({ name, in: where }) => !own.some((other) => other.name === name && other.in === where));
  const request = operation.requestBody ? follow(contract, operation.requestBody) : null;
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, follow(contract, response)] as const,
  );
  return {
    id,
    method,
    path,
    summary: operation.summary ?? id,
    tag,
    document,
    section: operation['x-section'] ?? null,
    public: (operation.security ?? contract.security ?? []).length === 0,
    administrator: operation['x-administrator'] ?? false,
    parameters: [...shared, ...own],
    request,
    responses: Object.fromEntries(responses),
  };
}

/** The examples of a media type, references followed, in the order of the contract. */
export function examplesOf(contract: Contract, media: MediaType): [id: string, value: unknown][] {
  return Object.entries(media.examples ?? {}).map(([id, example]) => [id, follow(contract, example).value]);
}

/** Follows a local reference (`#/components/...`), which is the only kind that bundling leaves. */
export function follow<Value extends object>(contract: Contract, value: Value | Reference): Value {
  if (!isReference(value)) return value;
  const found = value.$ref
    .replace(/^#\//, '')
    .split('/')
    .map((segment) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], contract);
  if (typeof found !== 'object' || found === null) throw new CannotGenerate(`${value.$ref} leads nowhere.`);
  // The linter has checked that a reference leads to the kind of object that its place asks for.
  return follow(contract, found as Value | Reference);
}

function isReference(value: object): value is Reference {
  return '$ref' in value && typeof value.$ref === 'string';
}
