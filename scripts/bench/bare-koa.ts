/**
 * What Koa and its router cost by themselves: one route that answers one recorded reply from memory, with
 * the same bytes and headers. No token, no log, no checks, no body parser, no catalog.
 *
 *   node bare-koa.ts REPLY.json
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa from 'koa';

/** What to answer, and where. */
export interface RecordedReply {
  readonly method: 'GET' | 'POST';
  /** In the router's form: `/v1/:tenant_id/volumes/:volume_id`. */
  readonly route: string;
  readonly status: number;
  /** Those that the server sets itself; Koa and node:http add the others. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const [, , file = ''] = process.argv;
// Written by the benchmark itself a moment ago.
const reply = JSON.parse(readFileSync(file, 'utf8')) as RecordedReply;

const router = new Router();
router.register(reply.route, [reply.method], (ctx) => {
  ctx.status = reply.status;
  ctx.res.setHeader('X-Compute-Request-Id', reply.headers['x-compute-request-id'] ?? '');
  ctx.res.setHeader('Content-Type', reply.headers['content-type'] ?? '');
  ctx.body = reply.body;
});

const app = new Koa();
app.use(router.routes());
// The header Keep-Alive shows this time, so it is the server's.
const server = createServer({ keepAliveTimeout: 75_000 }, app.callback());
server.listen(0, '127.0.0.1', () => {
  // Listening on a host and port gives an address with a port.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`bare Koa answers at http://127.0.0.1:${port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
