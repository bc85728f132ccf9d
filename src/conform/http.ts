import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface Request {
  readonly method: string;
  /** With the query, below the base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Length of the body in bytes, as it came. */
  readonly bytes: number;
}

/** There was no answer: nothing listens, the connection broke, or time ran out. */
export class NoAnswer extends Error {
  readonly timedOut: boolean;
  constructor(message: string, timedOut: boolean) {
    super(message);
    this.timedOut = timedOut;
  }
}

/** Answers beyond this are cut off: no answer of these APIs comes near it. */
const LARGEST = 16 * 1024 * 1024;

export interface Client {
  /** @throws NoAnswer */
  send(request: Request): Promise<Answer>;
  close(): void;
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    parts.push(part);
    bytes += part.length;
    if (bytes > LARGEST) throw new Error(`the body is longer than ${LARGEST} bytes`);
  }
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(parts).toString('utf8'),
    bytes,
  };
}

/**
 * Sends requests below a base URL over connections that are kept.
 *
 * @param timeout milliseconds for a request and the whole of its answer
 */
export function createClient(base: string, timeout: number): Client {
  const secure = base.startsWith('https:');
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const { href } = new URL(base);
  const prefix = href.replace(/\/+$/, '');

  function once({ method, path, headers, body }: Request, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const options = { method, agent, signal, headers: { ...length, ...headers } };
      const outgoing = (secure ? httpsRequest : httpRequest)(`${prefix}${path}`, options, (response) => {
        read(response).then(resolve, reject);
      });
      outgoing.on('error', (error) => {
        // A kept connection that the server closed at the same moment: the request was not looked at.
        const stale = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
        if (stale)
          once({ method, path, headers, ...(body === undefined ? {} : { body }) }, signal).then(
            resolve,
            reject,
          );
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  return {
    async send(request) {
      const signal = AbortSignal.timeout(timeout);
      try {
        return await once(request, signal);
      } catch (error) {
        if (signal.aborted) throw new NoAnswer(`no answer within ${timeout / 1000} s`, true);
        throw new NoAnswer(`no answer: ${error instanceof Error ? error.message : error}`, false);
      }
    },
    close: () => agent.destroy(),
  };
}
