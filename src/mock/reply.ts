import type { HttpFault } from '../http/fault.ts';
import { dialectsIn, neighbourOf } from '../http/fault-dialects.ts';
import type { MediaType } from '../http/media-types.ts';
import type { XmlCodec } from '../http/xml/codec.ts';
import { documentedProfile } from '../profile/profile.ts';
import type { Answer } from './ask-prism.ts';
import type { Wish } from './wish.ts';

const dialectOf = dialectsIn(documentedProfile);

/** What goes back to the client. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when there is no body. */
  readonly contentType: string | undefined;
  readonly body: string;
}

/** A fault in the words of the operation's document and in the format that was asked for. */
export function faultReply(
  fault: HttpFault,
  place: { readonly operationId: string | undefined; readonly path: string; readonly mediaType: MediaType },
  codec: XmlCodec,
): Reply {
  const { operationId, path, mediaType } = place;
  const speaker = operationId ?? neighbourOf(path);
  const [document = ''] = speaker.split('/');
  const dialect = dialectOf(document);
  const { status, name } = dialect.names[fault.category];
  const { retryAfter, headers } = fault;
  const message = fault.messageIn(dialect);
  const model = { [name]: { code: status, message, ...(retryAfter === undefined ? {} : { retryAfter }) } };

  if (mediaType.format === 'xml' && codec.hasXml(speaker, status)) {
    return {
      status,
      headers,
      contentType: mediaType.type,
      body: codec.encodeResponse(speaker, status, model),
    };
  }
  const contentType = mediaType.format === 'json' ? mediaType.type : 'application/json';
  return { status, headers, contentType, body: JSON.stringify(model) };
}

/** Headers of Prism's answer that are about the connection, or that the mock sets itself. */
const NOT_PASSED_ON =
  /^(connection|keep-alive|transfer-encoding|content-.*|date|vary|sl-.*|access-control-.*|x-compute-request-id)$/;

/** Prism's answer as the client gets it. */
export function replyOf(answer: Answer, wish: Wish, operationId: string, codec: XmlCodec): Reply {
  const { status, body } = answer;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (typeof value === 'string' && !NOT_PASSED_ON.test(name)) headers[name] = value;
  }
  if (body === '') return { status, headers, contentType: undefined, body };
  const { mediaType, encode } = wish;
  const written = encode ? codec.encodeResponse(operationId, status, JSON.parse(body)) : body;
  return { status, headers, contentType: mediaType.type, body: written };
}
