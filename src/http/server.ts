import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import { originForm } from './origin-form.ts';
import { type Exchange, isUnderWay, refuseConnection, refuseRequest } from './unreadable.ts';

/** What answers requests: a Koa app, or anything that is served in the same way. */
export interface Answering {
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly log: Logger;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:8776`. */
  readonly url: string;
  /**
   * Takes no new connections, lets every request under way finish, then closes. Whoever has not finished
   * after `within` milliseconds is cut off; resolves with the number of those.
   */
  stop(within: number): Promise<number>;
}

// A client that sends its request slower than this is holding a connection, not using it.
const REQUEST_TIMEOUT_MS = 30_000;
/** How often Node looks for those. Its own 30 s would let one hold a connection for a minute. */
const TIMEOUT_CHECK_MS = 5_000;
const KEEP_ALIVE_MS = 75_000;

/** Listens; rejects when the address cannot be had. */
export async function startServer(app: Answering, options: ServerOptions): Promise<RunningServer> {
  const answer = app.callback();
  let stopping = false;
  // The last request of each connection: a connection answers in order, so when that is done all are. To
  // listen for the end of every response would take a twentieth of the time that a request takes.
  const latest = new Map<Socket, Exchange>();
  const underWay = () => [...latest.values()].map(({ response }) => response).filter(isUnderWay);

  const take = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    const before = latest.get(socket)?.response;
    const isPipelined = before !== undefined && isUnderWay(before);
    latest.set(socket, { request, response, before: isPipelined ? before : undefined });
    if (request.headers.host === undefined && request.httpVersion === '1.1')
      return void refuseRequest('NO_HOST', response);
    const target = originForm(request.url ?? '');
    if (target === undefined) return void refuseRequest('BAD_TARGET', response);
    request.url = target;
    // Tells the client not to send another request on a connection that is about to close.
    if (stopping) response.setHeader('Connection', 'close');
    void answer(request, response);
  };

  const server: Server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    requireHostHeader: false, // Node's own refusal has no fault and no request id
  });
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => latest.delete(socket));
  });
  server.on('request', take);
  // The same goes for what is expected but cannot be: RFC 9110, 10.1.1 lets a server ignore it.
  server.on('checkExpectation', take);
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket: Socket) =>
    refuseConnection(code, socket, latest.get(socket)),
  );
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => {}); // it is ours now, and nobody else listens
    refuseConnection('NO_TUNNEL', socket, latest.get(socket));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  // `listen` on a host and port gives an address with a port, never a pipe's name.
  const { address, port, family } = server.address() as AddressInfo;

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async stop(within) {
      stopping = true;
      for (const response of underWay()) if (!response.headersSent) response.setHeader('Connection', 'close');
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const deadline = AbortSignal.timeout(within);
      for (let left = underWay(); left.length > 0 && !deadline.aborted; left = underWay()) {
        // A response that is done and one that is cut short both close.
        await Promise.all(left.map((response) => once(response, 'close', { signal: deadline }))).catch(
          () => {},
        );
      }
      const cutOff = underWay().length;
      if (cutOff > 0) options.log.warn({ cutOff }, 'requests were still under way at the deadline');
      server.closeAllConnections();
      for (const socket of latest.keys()) socket.destroy(); // those that Node has let go of: see 'connect'
      await closed;
      return cutOff;
    },
  };
}
