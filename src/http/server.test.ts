import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from './server.ts';

/** What the app has been asked, to be answered when the test says so. */
interface Asked {
  readonly request: IncomingMessage;
  readonly answer: (body: string) => void;
}

let server: RunningServer;
afterEach(() => server.stop(0));

/** A server whose app waits with every answer for the test. */
async function open() {
  const asked: Asked[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.on('error', () => {});
    const answer = (body: string) => {
      response.setHeader('Content-Length', body.length);
      response.end(body);
    };
    asked.push({ request, answer });
  };
  const log = pino({ level: 'silent' });
  server = await startServer({ callback: () => take }, { host: '127.0.0.1', port: 0, log });
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => {}); // of a server that has closed; what has come counts
  await once(socket, 'connect');
  return { asked, socket, all: text(socket) };
}

async function send(socket: Socket, bytes: string): Promise<void> {
  socket.write(bytes, 'latin1');
  await new Promise((resolve) => setTimeout(resolve, 50)); // nothing tells that the server has read it
}

const GET = 'GET /one HTTP/1.1\r\nHost: a\r\n\r\n';
const POST = 'POST /two HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
const statuses = (all: string) => [...all.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

test.each([
  ['what is no request', 'GARBAGE\r\n\r\n'],
  ['a request without a host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a request for a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n'],
])('%s waits with its refusal for the answers before it', async (_, bytes) => {
  const { asked, socket, all } = await open();
  await send(socket, GET + bytes);
  await send(socket, 'and more of it\r\n\r\n');
  asked[0]?.answer('first');
  const answered = await all;
  expect(statuses(answered)).toEqual(['200', '400']);
  expect(answered).toMatch(/first.*X-Compute-Request-Id: req-/s);
});

test('a body that cannot be read is refused at once, where nothing is before it', async () => {
  const { socket, all } = await open();
  await send(socket, `${POST}zz\r\n`);
  expect(statuses(await all)).toEqual(['400']);
});

test('a body that cannot be read is refused after the answers before it', async () => {
  const { asked, socket, all } = await open();
  await send(socket, `${GET}${POST}zz\r\n`);
  asked[0]?.answer('first');
  expect(statuses(await all)).toEqual(['200', '400']);
});
