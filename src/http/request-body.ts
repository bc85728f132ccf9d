import type { OperationId } from '../../generated/server/contract.ts';
import { decodeText, MAX_BODY_BYTES } from './body-text.ts';
import { decompress } from './content-encoding.ts';
import type { Context, Step } from './context.ts';
import { refuse } from './fault.ts';
import { parseJson } from './json-text.ts';
import type { MediaType, MediaTypes } from './media-types.ts';

/** Turns XML text into the JSON model of the operation's request. */
export type XmlDecoder = (
  operationId: OperationId,
  text: string,
) => { ok: true; model: unknown } | { ok: false; message: string };

let koaBodyModule: Promise<typeof import('koa-body')> | undefined;

/**
 * Loads koa-body with the first body that comes. It brings a reader of forms and a library of schemas, none
 * of which is used here, and would make a fifth of the time until the server can answer.
 */
function loadKoaBody(): Promise<typeof import('koa-body')> {
  koaBodyModule ??= import('koa-body');
  return koaBodyModule;
}

/**
 * Reads the body and decodes it to the one JSON model. koa-body does the reading and the limit; it hands the
 * bytes over as latin1 text, which keeps every byte, so that compression and charset can be checked strictly
 * here: a body that is not what it claims to be must not be stored half-right.
 */
export function requestBody(operationId: OperationId, types: MediaTypes, decodeXml: XmlDecoder): Step {
  const options: KoaBodyOptions = {
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

  const decode = (mediaType: MediaType, text: string): unknown => {
    if (mediaType.format === 'json') return parseJson(text);
    const decoded = decodeXml(operationId, text);
    if (!decoded.ok) throw refuse.malformedBody(decoded.message);
    return decoded.model;
  };

  return async (ctx, next) => {
    if (!hasBody(ctx)) throw refuse.malformedBody('a body is required');
    const contentType = ctx.req.headers['content-type'];
    const mediaType = contentType === undefined ? undefined : types.ofContentType(contentType);
    if (contentType === undefined || mediaType === undefined) {
      throw refuse.mediaType(contentType?.slice(0, 80), types.names);
    }
    const coding = ctx.req.headers['content-encoding'] ?? 'identity';
    // With the header koa-body would decompress as it reads; see `decompress`.
    delete ctx.req.headers['content-encoding'];
    await read(ctx, async () => {});
    const raw: unknown = ctx.request.body;
    if (typeof raw !== 'string' || raw === '') throw refuse.malformedBody('a body is required');
    const bytes = await decompress(Buffer.from(raw, 'latin1'), coding);
    ctx.state.model = decode(mediaType, decodeText(bytes, contentType));
    return next();
  };
}

function hasBody(ctx: Context): boolean {
  const { 'transfer-encoding': chunked, 'content-length': length } = ctx.req.headers;
  return chunked !== undefined || (length !== undefined && length !== '0');
}
