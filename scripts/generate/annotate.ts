/**
 * The copy of the contract that openapi-generator gets: routing alone, every name already as it shall appear.
 *
 * Left to itself the generator mangles names, sorts operations by operationId (which would register
 * `/volumes/{volume_id}` before `/volumes/detail`) and looks at the first media type only. So each operation
 * carries what the templates print in one extension, `x-operation`, its operationId is its place in the order
 * of registration, and payloads stay away: their types come from openapi-typescript.
 */

import type { Contract, Operation } from './contract.ts';
import { CannotGenerate } from './report.ts';

/** What the templates know of an operation. */
export interface OperationNames {
  readonly id: string;
  readonly summary: string;
  /** Member of the handler interface: `listVolumes`. */
  readonly handler: string;
  /** Member of the router: `get`, `post`. */
  readonly verb: string;
  readonly method: string;
  /** Koa's form of the path: `/v1/:tenant_id/volumes`. */
  readonly route: string;
  /** As authored, for the typed client. */
  readonly path: string;
  readonly tag: string;
  /** File of the tag, without extension: `hp-block-storage-v1-volumes`. */
  readonly file: string;
  readonly document: string;
  /** Absent where no document describes the operation. */
  readonly section?: string;
  readonly public: boolean;
  readonly administrator: boolean;
}

/** An OpenAPI document with nothing but operations and their `x-operation`. */
export function annotate(contract: Contract, operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [place, operation] of inOrderOfRegistration(operations).entries()) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] ?? {}, {
      [operation.method]: {
        operationId: `place${String(place).padStart(4, '0')}`,
        tags: [constantOf(operation.tag)],
        parameters: operation.parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        responses: { default: { description: 'Payloads are in the types.' } },
        'x-operation': namesOf(operation),
      },
    });
  }
  return { openapi: contract.openapi, info: contract.info, paths };
}

/** Literal segments before parameters, because the router takes the first route that matches. */
export function inOrderOfRegistration(operations: readonly Operation[]): Operation[] {
  const key = ({ path }: Operation) => path.replace(/\{[^}]*\}/g, '~');
  return operations.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function namesOf(operation: Operation): OperationNames {
  const { id, path, tag, document, section } = operation;
  return {
    id,
    summary: operation.summary.replace(/\s+/g, ' ').replaceAll('*/', '* /'),
    handler: camelCase(id.slice(id.lastIndexOf('/') + 1)),
    verb: operation.method,
    method: operation.method.toUpperCase(),
    route: koaRoute(path),
    path,
    tag,
    file: fileOf(tag),
    document,
    ...(section === null ? {} : { section }),
    public: operation.public,
    administrator: operation.administrator,
  };
}

/** Name of a tag's member in `Handlers`: `hp-block-storage-v1/volumes` is `hpBlockStorageV1Volumes`. */
export function constantOf(tag: string): string {
  return camelCase(tag);
}

/** Name of a tag's file: `hp-block-storage-v1/volumes` is `hp-block-storage-v1-volumes`. */
export function fileOf(tag: string): string {
  return words(tag).join('-').toLowerCase();
}

function koaRoute(path: string): string {
  const route = path.replace(/\{(\w+)\}/g, ':$1');
  if (!/[{}*?]/.test(route)) return route;
  throw new CannotGenerate(
    `${path} has a parameter that the router cannot name: use letters, digits and _ only.`,
  );
}

function camelCase(text: string): string {
  const [first = '', ...rest] = words(text);
  return (
    first.toLowerCase() + rest.map((word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()).join('')
  );
}

function words(text: string): string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}
