import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newRequestId } from './request-id.ts';

/** A request that was read, at least its head, and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The answer to the one before it on its connection, when that was still to come. */
  readonly before: ServerResponse | undefined;
}

export const isUnderWay = ({ closed, writableFinished }: ServerResponse): boolean =>
  !closed && !writableFinished;

/** By the codes of Node's parser, and those of what the parser lets through. */
const REASONS: Readonly<Record<string, { status: number; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: 'The request line and headers are too long; 16 KiB is the limit.',
  },
  NO_HOST: { status: 400, message: 'The Host header is missing.' },
  BAD_TARGET: { status: 400, message: 'Malformed request url' },
  NO_TUNNEL: { status: 400, message: 'This is no proxy: it opens no tunnels.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time; send it again.' },
};

/** A fault as the app would answer it, which never gets to see what is not even HTTP. */
function refusal(code: string | undefined) {
  const { status, message } = REASONS[code ?? ''] ?? { status: 400, message: 'Malformed request' };
  const body = JSON.stringify({ badRequest: { code: status, message } });
  const headers = {
    Date: new Date().toUTCString(),
    'X-Compute-Request-Id': newRequestId(),
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  return { status, headers, body };
}

/** Refuses a request that the parser could read; Node puts it behind the answers that come before it. */
export function refuseRequest(code: string, response: ServerResponse): void {
  const { status, headers, body } = refusal(code);
  response.writeHead(status, headers).end(body);
}

/** Connections whose refusal waits for answers; the parser goes on to complain of each piece that comes. */
const waiting = new WeakSet<Socket>();

/**
 * Refuses what a connection has sent, after the answers that it still has to get: the client would take the
 * refusal for the answer to its first request, which may well have been done.
 *
 * @param latest the last request of the connection that was read; when not to its end, that is what is refused
 */
export async function refuseConnection(
  code: string | undefined,
  socket: Socket,
  latest: Exchange | undefined,
): Promise<void> {
  if (waiting.has(socket)) return;
  const isInBody = latest?.request.complete === false;
  const owed = isInBody ? latest.before : latest?.response;
  if (owed !== undefined && isUnderWay(owed) && socket.writable) {
    waiting.add(socket);
    await new Promise((resolve) => owed.once('close', resolve));
    waiting.delete(socket);
  }
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  // Answered before all of it had come, so that the refusal would be a second answer.
  if (isInBody && latest.response.headersSent) return void socket.end();
  const { status, headers, body } = refusal(code);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  // Node has let go of it, so that nothing else would ever close it.
  if (code === 'NO_TUNNEL') socket.destroySoon();
}
