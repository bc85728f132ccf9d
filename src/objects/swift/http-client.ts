import { once } from 'node:events';
import http, { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { ObjectStoreUnavailable } from '../object-store.ts';
import { connectionError } from '../store-errors.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Sent as it is: a path such as `/v1/AUTH_a/c/%2E%2E` is not tidied up. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes are sent at once; what is yet to come is sent when the server wants it, in chunks unless the headers have a length. */
  readonly body?: Uint8Array | AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether the body of the request was begun, so that it cannot be sent once more. */
  readonly tookBody: boolean;
  /** The body; rejects when it breaks off. This, `text` or `discard` must be called for the connection's sake. */
  bytes(): AsyncIterable<Uint8Array>;
  text(): Promise<string>;
  discard(): Promise<void>;
}

/** HTTP as one service is spoken to. Rejects with the errors of the object store, or the reason of the signal. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

export interface HttpClientOptions {
  /** What an operator calls the service. */
  readonly service: string;
  /** Milliseconds without a byte in either direction, connecting included. */
  readonly silence: number;
  /** Milliseconds after which a server gets the body that has not asked for it: it may know nothing of `Expect`. */
  readonly patience?: number;
  readonly maxSockets?: number;
}

const isReset = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

const isToCome = (body: HttpRequest['body']): body is AsyncIterable<Uint8Array> =>
  body !== undefined && !(body instanceof Uint8Array);

interface Exchange {
  readonly request: ClientRequest;
  readonly answered: Promise<IncomingMessage>;
  /** The error of the interface for whatever ended the exchange. */
  errorOf(error: unknown): unknown;
}

/** What stands behind the host, letter by letter. */
const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*(\/.*)$/is.exec(url)?.[1] ?? '/';

/** Waits until the server wants the body; false when it has answered without. */
async function isBodyWanted({ request, answered }: Exchange, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, true);
  });
  const told = new Promise<boolean>((resolve) => request.once('continue', () => resolve(true)));
  try {
    return await Promise.race([told, waited, answered.then(() => false)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends the body until it ends or the server answers; true when it has all been sent. */
async function pour({ request, answered }: Exchange, body: AsyncIterable<Uint8Array>): Promise<boolean> {
  let isAnswered = false;
  const note = () => {
    isAnswered = true;
  };
  const noted = answered.then(note, note);
  for await (const part of body) {
    if (!isAnswered && !request.write(part)) await Promise.race([once(request, 'drain'), noted]);
    if (isAnswered) return false;
  }
  request.end();
  return true;
}

/** The answer to a request; `isWhole` tells whether the connection can be used again. */
function answerOf(
  exchange: Exchange,
  response: IncomingMessage,
  { tookBody, isWhole }: { tookBody: boolean; isWhole: boolean },
): HttpAnswer {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      // The stream's own type does not say of what its parts are; without an encoding they are buffers.
      for await (const part of response as AsyncIterable<Buffer>) yield part;
    } catch (error) {
      throw exchange.errorOf(error);
    } finally {
      if (!isWhole) exchange.request.destroy();
    }
  }
  async function text(): Promise<string> {
    const parts: Uint8Array[] = [];
    for await (const part of bytes()) parts.push(part);
    return Buffer.concat(parts).toString();
  }
  return {
    status: response.statusCode ?? 0,
    reason: response.statusMessage ?? '',
    headers: response.headers,
    tookBody,
    bytes,
    text,
    // What the status has said is said, however its explanation ends.
    discard: () =>
      text().then(
        () => undefined,
        () => undefined,
      ),
  };
}

export function createHttpClient({
  service,
  silence,
  patience = 1000,
  maxSockets = 32,
}: HttpClientOptions): HttpClient {
  // Not imported: TLS is a tenth of a start, and most servers keep their objects in a folder.
  const https = process.getBuiltinModule('node:https');
  const settings = { keepAlive: true, maxSockets, scheduling: 'lifo' } as const;
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };

  function open({ method, url, headers, body, signal }: HttpRequest, isFresh: boolean): Exchange {
    const { protocol, hostname, port } = new URL(url);
    const isTls = protocol === 'https:';
    const request = (isTls ? https : http).request({
      method,
      // Brackets around an IPv6 address belong to the URL.
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      path: pathOf(url),
      headers: { ...headers, ...(isToCome(body) ? { Expect: '100-continue' } : {}) },
      agent: isFresh ? false : agents[isTls ? 'https:' : 'http:'],
      signal,
      timeout: silence,
    });
    let silent: Error | undefined;
    request.on('timeout', () => {
      silent = new ObjectStoreUnavailable(`${service} was silent for ${silence / 1000} s`);
      request.destroy(silent);
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve).on('error', reject);
    });
    // Whoever waits for it sees the error; nobody may be waiting at the moment.
    answered.catch(() => undefined);
    return {
      request,
      answered,
      errorOf: (error) => (signal?.aborted ? signal.reason : (silent ?? connectionError(service, error))),
    };
  }

  /** `isFresh` asks for a connection of its own, not one that has been waiting for its next use. */
  async function exchange(asked: HttpRequest, isFresh: boolean): Promise<HttpAnswer> {
    const opened = open(asked, isFresh);
    const { request, answered } = opened;
    const { body } = asked;
    let tookBody = false;
    let isWhole = true;
    try {
      if (!isToCome(body)) request.end(body);
      else {
        tookBody = await isBodyWanted(opened, patience);
        isWhole = tookBody && (await pour(opened, body));
      }
      const answer = answerOf(opened, await answered, { tookBody, isWhole });
      if (isWhole || answer.status >= 300) return answer;
      throw new ObjectStoreUnavailable(`${service} answers before it has the whole object`);
    } catch (error) {
      // So that the server does not take a part for the whole.
      request.destroy();
      // The server has closed a waiting connection just as it was taken: nothing has been asked yet.
      const wasStale = request.reusedSocket && !tookBody && isReset(error) && !asked.signal?.aborted;
      if (wasStale && !isFresh) return exchange(asked, true);
      throw error instanceof ObjectStoreUnavailable ? error : opened.errorOf(error);
    }
  }

  return {
    async send(request) {
      request.signal?.throwIfAborted();
      return exchange(request, false);
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
