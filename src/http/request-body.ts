import type { OperationId } from '../../generated/server/contract.ts';
import { decodeText, MAX_BODY_BYTES } from './body-text.ts';
import { decompress } from './content-encoding.ts';
import type { Check, Context } from './context.ts';
import { type HttpFault, refuse } from './fault.ts';
import { parseJson } from './json-text.ts';
import type { MediaType } from './media-types.ts';
import type { RequestTypes } from './request-types.ts';
import type { Wrapper } from './wrappers.ts';
import type { DecodeResult } from './xml/codec.ts';

/** Turns XML text into the JSON model of the operation's request. */
export type XmlDecoder = (operationId: OperationId, text: string) => DecodeResult;

/** What the body of one operation is held to before it is held against its schema. */
export interface BodyRules {
  readonly types: RequestTypes;
  /** Where an operation answers a body that is not what it takes at all with 422; see wrappers.ts. */
  readonly wrapper: Wrapper | undefined;
  /** Whether a body in a format that is not read counts as none, where that is 422. */
  readonly passesOverUnreadable: boolean;
}

/**
 * Reads the bytes of a body into `ctx.request.body`, as latin1 text, which keeps every byte. koa-body is
 * loaded with the first body that comes: the reader of forms and the library of schemas that it brings would
 * be a good part of what the server has to load before it can answer at all.
 */
function bytesReader(types: RequestTypes): Check {
  const load = async () => {
    const { koaBody } = await import('koa-body');
    return koaBody({
      text: true,
      json: false,
      urlencoded: false,
      multipart: false,
      encoding: 'latin1',
      textLimit: MAX_BODY_BYTES,
      textTypes: [...types.names],
      onError: (error: Error & { status?: number; type?: string }, ctx) => {
        // Reading stops where it is given up. What is left is thrown away, or the next request on this
        // connection would wait behind it.
        ctx.req.resume();
        if (error.type === 'entity.too.large') throw refuse.tooLarge(MAX_BODY_BYTES);
        throw refuse.malformedBody('it could not be read to its end');
      },
    });
  };
  let reader: ReturnType<typeof load> | undefined;
  return async (ctx) => {
    reader ??= load();
    const read = await reader;
    await read(ctx, async () => {});
  };
}

/**
 * Reads the body and decodes it to the one JSON model. koa-body does the reading and the limit; compression
 * and charset are checked strictly here: a body that is not what it claims to be must not be stored
 * half-right.
 */
export function requestBody(
  operationId: OperationId,
  { types, wrapper, passesOverUnreadable }: BodyRules,
  decodeXml: XmlDecoder,
): Check {
  const read = bytesReader(types);
  const missing = (): HttpFault =>
    wrapper === undefined ? refuse.malformedBody('a body is required') : refuse.unprocessable();

  const decode = (mediaType: MediaType, text: string): unknown => {
    if (mediaType.format === 'json') return parseJson(text);
    const decoded = decodeXml(operationId, text);
    if (decoded.ok) return decoded.model;
    throw decoded.isOther && wrapper !== undefined
      ? refuse.unprocessable()
      : refuse.malformedBody(decoded.message);
  };

  return async (ctx) => {
    if (!hasBody(ctx)) throw missing();
    const contentType = ctx.req.headers['content-type'];
    const mediaType = contentType === undefined ? undefined : types.ofContentType(contentType);
    if (contentType === undefined || mediaType === undefined) {
      if (passesOverUnreadable && wrapper !== undefined) throw missing();
      throw refuse.mediaType(contentType?.slice(0, 80), types.names);
    }
    const coding = ctx.req.headers['content-encoding'] ?? 'identity';
    // With the header koa-body would decompress as it reads; see `decompress`.
    delete ctx.req.headers['content-encoding'];
    await read(ctx);
    const raw: unknown = ctx.request.body;
    if (typeof raw !== 'string' || raw === '') throw missing();
    const bytes = await decompress(Buffer.from(raw, 'latin1'), coding);
    const model = decode(mediaType, decodeText(bytes, contentType, mediaType.format));
    if (wrapper?.isAround(model) === false) throw refuse.unprocessable();
    ctx.state.model = model;
  };
}

function hasBody(ctx: Context): boolean {
  const { 'transfer-encoding': chunked, 'content-length': length } = ctx.req.headers;
  return chunked !== undefined || (length !== undefined && length !== '0');
}
