import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { HttpFault, refuse } from '../http/fault.ts';
import type { MediaTypes } from '../http/media-types.ts';
import { newRequestId } from '../http/request-id.ts';
import type { XmlCodec } from '../http/xml/codec.ts';
import { type Answer, askPrism, type Question } from './ask-prism.ts';
import { allowOrigin, answerPreflight } from './cors.ts';
import type { MockOperation, MockOperations } from './operations.ts';
import { parsePrefer } from './prefer.ts';
import type { Prism } from './prism.ts';
import { prismFault } from './prism-faults.ts';
import { faultReply, type Reply, replyOf } from './reply.ts';
import { requestModel } from './request-body.ts';
import { checkPath, type RequestTarget, requestTarget } from './request-target.ts';
import { type Wish, wishOf } from './wish.ts';

/** What the front knows of the contract; read again with Prism, so that both speak of the same. */
export interface MockContract {
  readonly types: MediaTypes;
  readonly codec: XmlCodec;
  readonly operations: MockOperations;
  /** The operations that want no token. */
  readonly open: ReadonlySet<string>;
}

export interface FrontOptions {
  readonly contract: () => MockContract;
  readonly prism: Pick<Prism, 'port'>;
  readonly log: Logger;
  /** How long Prism may take for an answer, in milliseconds, starting included. */
  readonly patience: number;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

// What is settled here, and what is about the connection to the client only.
const NOT_PASSED_ON =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|origin|prefer|accept|accept-encoding|content-.*)$/;

function questionOf(request: IncomingMessage, path: string, wish: Wish, model: unknown): Question {
  const headers: OutgoingHttpHeaders = { accept: wish.accept };
  for (const [name, value] of Object.entries(request.headers)) {
    if (!NOT_PASSED_ON.test(name)) headers[name] = value;
  }
  if (wish.prefer !== undefined) headers.prefer = wish.prefer;
  const body = model === undefined ? undefined : JSON.stringify(model);
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    headers['content-length'] = Buffer.byteLength(body);
  }
  // Prism knows HEAD only where the contract has it; Node drops the body of the answer.
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  return { method, path, headers, body };
}

/** Asks Prism, for as long as patience lasts; whatever goes wrong on the way there is a 503. */
async function askPatiently({ prism, log, patience }: FrontOptions, question: Question): Promise<Answer> {
  const waiting = new AbortController();
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    waiting.abort();
    reject(new Error(`no answer within ${patience} ms`));
  }, patience);
  try {
    const answered = prism.port().then((port) => askPrism(port, question, waiting.signal));
    return await Promise.race([answered, tooLong]);
  } catch (cause) {
    log.warn({ err: cause, method: question.method, url: question.path }, 'Prism did not answer');
    throw new HttpFault('unavailable', 'The mock cannot answer this just now; try again in a moment.', {
      headers: { 'Retry-After': '1' },
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, headers, contentType, body } = reply;
  response.writeHead(status, {
    ...headers,
    ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    // An answer that can have no body must not tell its length (RFC 9110, 8.6).
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * What stands in front of Prism and does what Prism does not: suffixes and vendor types, XML requests, an
 * answer to every malformed body, faults in the shape of the documents, and a request id on everything.
 */
export function mockFront(options: FrontOptions): Listener {
  const { log } = options;

  const answer = async (
    request: IncomingMessage,
    target: RequestTarget,
    operation: MockOperation,
    { types, codec, open }: MockContract,
  ): Promise<Reply> => {
    // Before anything else, as the server does: Prism would look at the token last.
    if (!open.has(operation.id) && !request.headers['x-auth-token']) throw refuse.noToken('/v2.0');
    const { prefer } = request.headers;
    // Node joins a header that comes more than once, this one too.
    const preferences = parsePrefer(typeof prefer === 'string' ? prefer : undefined);
    const wish = wishOf(preferences, operation, target.mediaType, types, codec);
    const model = codec.takesBody(operation.id)
      ? await requestModel(request, operation.id, operation.requestTypes, codec)
      : undefined;
    const path = target.path + operation.ending + target.query;
    const answered = await askPatiently(options, questionOf(request, path, wish, model));
    const fault = prismFault(answered, types);
    if (fault !== undefined) throw fault;
    return replyOf(answered, wish, operation.id, codec);
  };

  const answerOrFault = async (request: IncomingMessage): Promise<Reply> => {
    const contract = options.contract();
    const { method = 'GET', url = '/', headers } = request;
    const target = requestTarget(url, headers.accept, contract.types);
    let operation: MockOperation | undefined;
    try {
      checkPath(target.path);
      operation = contract.operations.match(method, target.path);
      return await answer(request, target, operation, contract);
    } catch (error) {
      const fault = error instanceof HttpFault ? error : refuse.internal(error);
      if (fault.category === 'internal') log.error({ err: fault.cause, method, url }, 'the mock failed');
      return faultReply(fault, { ...target, operationId: operation?.id }, contract.codec);
    }
  };

  return async (request, response) => {
    const started = performance.now();
    const requestId = newRequestId();
    response.setHeader('X-Compute-Request-Id', requestId);
    allowOrigin(request, response);
    try {
      if (request.method === 'OPTIONS') answerPreflight(request, response);
      else send(request, response, await answerOrFault(request));
    } catch (error) {
      // A fault that cannot be written is a bug; it must not end the mock.
      log.error({ err: error, requestId }, 'the mock could not answer');
      response.destroy();
    }
    log.info({
      requestId,
      method: request.method,
      url: request.url?.slice(0, 512),
      status: response.statusCode,
      ms: Math.round((performance.now() - started) * 100) / 100,
    });
  };
}
