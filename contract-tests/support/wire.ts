import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { type TokenHolder, tokens } from './server.ts';

/** A request as it goes over the wire: neither path nor headers are touched, unlike those of `fetch`. */
export interface WireRequest {
  readonly method?: string;
  readonly path: string;
  readonly as?: TokenHolder | 'nobody';
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** Without a Content-Length, in chunks. */
  readonly chunked?: boolean;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** From the first byte sent to the last one received. */
  readonly ms: number;
}

const CHUNK = 16_384;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one request over a connection that is kept for the next one. */
export function send(
  url: string,
  { method = 'GET', path, as = 'dev', headers = {}, body, chunked }: WireRequest,
) {
  return new Promise<WireAnswer>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const token: Record<string, string> = as === 'nobody' ? {} : { 'X-Auth-Token': tokens[as] };
    const length = body === undefined || chunked ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const started = performance.now();
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        agent,
        headers: { ...token, ...length, ...headers } as Record<string, string>,
      },
      async (incoming) => {
        try {
          const parts: Buffer[] = [];
          for await (const part of incoming) parts.push(part);
          const whole = Buffer.concat(parts);
          const ms = performance.now() - started;
          const { statusCode: status = 0, headers } = incoming;
          resolve({ status, headers, body: whole, text: whole.toString(), ms });
        } catch (error) {
          reject(error);
        }
      },
    );
    outgoing.once('error', reject); // after the answer it changes nothing
    if (body === undefined || !chunked) return outgoing.end(body);
    const bytes = Buffer.from(body);
    for (let start = 0; start < bytes.length; start += CHUNK)
      outgoing.write(bytes.subarray(start, start + CHUNK));
    outgoing.end();
  });
}

/** Writes these bytes to a connection of its own, and gives back all that comes until the server closes it. */
export async function sendBytes(url: string, ...pieces: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  // A server that has refused may close before everything is written; its answer counts.
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  return textOf(socket);
}

export interface RawAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The answers in the text of a connection, told apart by their Content-Length; `HEAD` has no body anyway. */
export function readAnswers(text: string, { isHead = false } = {}): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`not a response: ${rest.toString().slice(0, 200)}`);
    const [line = '', ...lines] = rest.subarray(0, end).toString().split('\r\n');
    const headers = new Map(
      lines.map((header) => {
        const colon = header.indexOf(':');
        return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
      }),
    );
    const length = isHead ? 0 : Number(headers.get('content-length') ?? 0);
    const start = end + 4;
    answers.push({
      status: Number(line.split(' ')[1]),
      headers,
      body: rest.subarray(start, start + length).toString(),
    });
    rest = rest.subarray(start + length);
  }
  return answers;
}
