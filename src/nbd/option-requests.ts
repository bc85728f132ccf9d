import { MOST_STRING_BYTES } from './protocol.ts';

/** The data of `NBD_OPT_INFO` and `NBD_OPT_GO`. */
export interface ExportRequest {
  readonly name: string;
  readonly infos: ReadonlySet<number>;
}

/** The data of `NBD_OPT_LIST_META_CONTEXT` and `NBD_OPT_SET_META_CONTEXT`. */
export interface MetaContextQuery {
  readonly name: string;
  readonly queries: readonly string[];
}

/** Reads fields one after the other; gives `undefined` once something is not there. */
function fieldsOf(data: Buffer) {
  let at = 0;
  const number = (bytes: 2 | 4): number | undefined => {
    if (at + bytes > data.length) return undefined;
    at += bytes;
    return data.readUIntBE(at - bytes, bytes);
  };
  return {
    number,
    /** A string behind its length. */
    text(): string | undefined {
      const length = number(4);
      if (length === undefined || length > MOST_STRING_BYTES || at + length > data.length) return undefined;
      at += length;
      return data.toString('utf8', at - length, at);
    },
    isAtEnd: () => at === data.length,
  };
}

/** Undefined when the data are malformed. */
export function readExportRequest(data: Buffer): ExportRequest | undefined {
  const fields = fieldsOf(data);
  const name = fields.text();
  const count = fields.number(2);
  if (name === undefined || count === undefined) return undefined;
  const infos = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const info = fields.number(2);
    if (info === undefined) return undefined;
    infos.add(info);
  }
  return fields.isAtEnd() ? { name, infos } : undefined;
}

/** Undefined when the data are malformed. */
export function readMetaContextQuery(data: Buffer): MetaContextQuery | undefined {
  const fields = fieldsOf(data);
  const name = fields.text();
  const count = fields.number(4);
  if (name === undefined || count === undefined) return undefined;
  const queries: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const query = fields.text();
    if (query === undefined) return undefined;
    queries.push(query);
  }
  return fields.isAtEnd() ? { name, queries } : undefined;
}
