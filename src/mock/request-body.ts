import type { IncomingMessage } from 'node:http';
import { decodeText, MAX_BODY_BYTES } from '../http/body-text.ts';
import { HttpFault, refuse } from '../http/fault.ts';
import { parseJson } from '../http/json-text.ts';
import type { RequestTypes } from '../http/request-types.ts';
import type { XmlCodec } from '../http/xml/codec.ts';

/** Reads a body to its end, and not a byte more than the limit into memory. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else reject(refuse.tooLarge(MAX_BODY_BYTES)); // the rest is read and dropped, so that the answer arrives
  });
  request.on('end', () => resolve(Buffer.concat(chunks)));
  request.on('error', () => reject(refuse.malformedBody('it could not be read to its end')));
  return promise;
}

/**
 * The body of a request as the JSON model that Prism can check: it never answers malformed JSON, and it cannot
 * check XML. Undefined when the request has none; Prism says whether it must.
 *
 * @throws HttpFault when the body is too large, not of a media type that the operation takes, or malformed
 */
export async function requestModel(
  request: IncomingMessage,
  operationId: string,
  types: RequestTypes,
  codec: XmlCodec,
): Promise<unknown> {
  if (Number(request.headers['content-length']) > MAX_BODY_BYTES) throw refuse.tooLarge(MAX_BODY_BYTES);
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;

  const { 'content-type': contentType, 'content-encoding': encoding = 'identity' } = request.headers;
  const mediaType = contentType === undefined ? undefined : types.ofContentType(contentType);
  if (contentType === undefined || mediaType === undefined) {
    throw refuse.mediaType(contentType?.slice(0, 80), types.names);
  }
  if (encoding !== 'identity') {
    throw new HttpFault('unsupportedMediaType', 'The mock takes no compressed bodies; send it as it is.');
  }
  const text = decodeText(bytes, contentType, mediaType.format);
  if (mediaType.format === 'json') return parseJson(text);
  const decoded = codec.decodeRequest(operationId, text);
  if (!decoded.ok) throw refuse.malformedBody(decoded.message);
  return decoded.model;
}
