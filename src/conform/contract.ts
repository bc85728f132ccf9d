import { readFileSync } from 'node:fs';
import { type XmlCodec, xmlCodec } from '../http/xml/codec.ts';
import { type Profile, type ProfileName, profileOf } from '../profile/profile.ts';
import { MEDIA, type Media, mediaTypeOf } from './case.ts';

/** A schema of OpenAPI 3.0, as far as responses use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly 'x-xml-omit'?: boolean;
}

export interface Header {
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface ResponseContract {
  readonly headers: Readonly<Record<string, Header>>;
  readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface PathParameter {
  readonly name: string;
  readonly example: string;
}

export interface OperationContract {
  readonly id: string;
  readonly document: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly PathParameter[];
  /** Formats of its answers. */
  readonly media: readonly Media[];
  readonly takesBody: boolean;
  /** A documented request, as text, by media type; empty when it takes none. */
  readonly requestExamples: Readonly<Record<string, string>>;
  readonly responses: ReadonlyMap<number, ResponseContract>;
}

export interface Contract {
  /** Whose word it has where documents and services differ. */
  readonly profile: Profile;
  readonly operations: ReadonlyMap<string, OperationContract>;
  readonly codec: XmlCodec;
  /** Follows a reference, where it is one. */
  follow<Node extends object>(node: Node): Node;
  /** Methods that a path has, in upper case. */
  methodsOf(path: string): readonly string[];
  /** The same with those of other paths that a request to this one may be taken for: `/detail` for an id. */
  methodsLike(path: string): readonly string[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

type Content = Readonly<
  Record<
    string,
    { readonly schema?: Schema; readonly examples?: Readonly<Record<string, { value: unknown }>> }
  >
>;

interface RawParameter {
  readonly name: string;
  readonly in: string;
  readonly example?: unknown;
}

/** The bundled contract is what the linter passed, so it is taken as it is. */
interface RawOperation {
  readonly operationId: string;
  readonly 'x-document': string;
  readonly parameters?: readonly RawParameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<
    Record<string, { readonly headers?: Readonly<Record<string, Header>>; readonly content?: Content }>
  >;
}

type RawPath = { readonly parameters?: readonly RawParameter[] } & {
  readonly [Method in (typeof METHODS)[number]]?: RawOperation;
};

function readResponses(follow: Contract['follow'], { responses }: RawOperation) {
  return new Map(
    Object.entries(responses).map(([status, reference]): [number, ResponseContract] => {
      const { headers = {}, content = {} } = follow(reference);
      const followed = Object.entries(headers).map(([name, header]) => [name, follow(header)] as const);
      return [Number(status), { headers: Object.fromEntries(followed), content }];
    }),
  );
}

function requestExamples(follow: Contract['follow'], { requestBody }: RawOperation): Record<string, string> {
  if (requestBody === undefined) return {};
  return Object.fromEntries(
    Object.entries(follow(requestBody).content ?? {}).flatMap(([type, { examples = {} }]) => {
      const [first] = Object.values(examples);
      if (first === undefined) return [];
      return [[type, typeof first.value === 'string' ? first.value : JSON.stringify(first.value)]];
    }),
  );
}

function readOperation(
  follow: Contract['follow'],
  path: string,
  method: string,
  item: RawPath,
  operation: RawOperation,
): OperationContract {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    .map((parameter) => follow(parameter))
    .filter((parameter) => parameter.in === 'path')
    .map(({ name, example }) => ({ name, example: String(example ?? '') }));
  const responses = readResponses(follow, operation);
  const types = new Set([...responses.values()].flatMap(({ content }) => Object.keys(content)));
  return {
    id: operation.operationId,
    document: operation['x-document'],
    method: method.toUpperCase(),
    path,
    parameters,
    media: MEDIA.filter((media) => types.has(mediaTypeOf(media))),
    takesBody: operation.requestBody !== undefined,
    requestExamples: requestExamples(follow, operation),
    responses,
  };
}

const isVariable = (segment: string | undefined): boolean => segment?.startsWith('{') ?? false;

/** Whether a path can be read as the other: the same segments, or a variable in the place of one. */
function alike(path: string, other: string): boolean {
  const [left, right] = [path.split('/'), other.split('/')];
  return (
    left.length === right.length &&
    left.every((segment, i) => segment === right[i] || isVariable(segment) || isVariable(right[i]))
  );
}

const FILES: Readonly<Record<ProfileName, string>> = {
  documented: 'openapi.json',
  released: 'openapi-released.json',
};

/** Reads the bundled contract of a profile: what every answer is held against. */
export function readConformContract(profile: ProfileName): Contract {
  const file = new URL(`../../generated/${FILES[profile]}`, import.meta.url);
  const bundled = JSON.parse(readFileSync(file, 'utf8'));
  const follow = <Node extends object>(node: Node): Node => {
    if (!('$ref' in node) || typeof node.$ref !== 'string') return node;
    let found = bundled;
    for (const step of node.$ref.replace(/^#\//, '').split('/'))
      found = found?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')];
    return follow(found);
  };
  const operations = new Map<string, OperationContract>();
  const methods = new Map<string, string[]>();
  for (const [path, item] of Object.entries<RawPath>(bundled.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const read = readOperation(follow, path, method, item, operation);
      operations.set(read.id, read);
      methods.set(path, [...(methods.get(path) ?? []), read.method]);
    }
  }
  return {
    profile: profileOf(profile),
    operations,
    codec: xmlCodec(bundled),
    follow,
    methodsOf: (path) => methods.get(path) ?? [],
    methodsLike: (path) => [...methods].flatMap(([other, names]) => (alike(path, other) ? names : [])),
  };
}
