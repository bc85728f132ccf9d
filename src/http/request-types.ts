import type { Format, MediaType, MediaTypes } from './media-types.ts';
import { type Contract, SchemaReader } from './xml/schema.ts';

/** The media types that the body of one operation may have. */
export interface RequestTypes {
  /** Names of all types, for messages. */
  readonly names: readonly string[];
  /** The media type of a Content-Type header, parameters aside; undefined when the operation does not take it. */
  ofContentType(header: string): MediaType | undefined;
}

interface RequestBody {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
  /** Other names that clients of this one operation give to a format. */
  readonly 'x-media-type-aliases'?: Readonly<Record<string, string>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: RequestBody;
}

const isOperation = (node: unknown): node is Operation =>
  typeof node === 'object' && node !== null && 'operationId' in node;

function typesOf(body: RequestBody, types: MediaTypes): RequestTypes {
  const documented = Object.keys(body.content ?? {}).map((name) => types.ofContentType(name));
  const formats = new Set<Format | undefined>(documented.map((type) => type?.format));
  const aliases = new Map<string, MediaType>();
  for (const [alias, target] of Object.entries(body['x-media-type-aliases'] ?? {})) {
    const format = types.ofContentType(target)?.format;
    if (format !== undefined) aliases.set(alias, { type: alias, format });
  }
  const known = types.names.filter((name) => formats.has(types.ofContentType(name)?.format));
  return {
    names: [...known, ...aliases.keys()],
    ofContentType(header) {
      const type = types.ofContentType(header);
      if (type !== undefined) return formats.has(type.format) ? type : undefined;
      if (aliases.size === 0) return undefined;
      const [name = ''] = header.split(';');
      return aliases.get(name.trim().toLowerCase());
    },
  };
}

/**
 * By operation, what its body may come in: the formats that the contract describes it in, under the names of the
 * whole contract, and under those that it lists as `x-media-type-aliases` of this one body.
 */
export function requestTypes(contract: Contract, types: MediaTypes): (operationId: string) => RequestTypes {
  const reader = new SchemaReader(contract);
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(item).filter(isOperation));
  const byId = new Map(
    operations.map(({ operationId, requestBody = {} }) => [
      operationId,
      typesOf(reader.resolve(requestBody), types),
    ]),
  );
  return (operationId) => {
    const found = byId.get(operationId);
    if (found === undefined) throw new Error(`the contract has no operation ${operationId}`);
    return found;
  };
}
