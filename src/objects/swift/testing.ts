import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';

/** Answers one request in the place of the server; calls `goOn` for what the server would do. */
export type Fault = (
  request: IncomingMessage,
  response: ServerResponse,
  goOn: () => Promise<void>,
) => unknown;

/** A Swift in this process that can be told to fail: one account, containers and objects in memory. */
export interface FakeSwift {
  readonly origin: string;
  /** Each request as `PUT /v1/AUTH_test/c/o`, logins included. */
  readonly requests: string[];
  /** The bodies of the logins. */
  readonly logins: unknown[];
  readonly objects: Map<string, Buffer>;
  /** The next request that fits meets the fault; those set first come first. */
  failNext(method: string, fault: Fault): void;
  /** Tokens given until now are taken no longer. */
  revokeTokens(): void;
  /** Seconds that tokens given from now on say they last. */
  tokenLifetime: number;
  /** Most connections that were open at once. */
  mostConnections(): number;
  close(): Promise<void>;
}

/** Answers with the status and nothing else. */
export const answering =
  (status: number, headers: Record<string, string> = {}): Fault =>
  (_, response) =>
    response.writeHead(status, { 'X-Trans-Id': 'tx-of-test', ...headers }).end();

/** Says nothing at all, until the client has had enough. */
export const silent: Fault = () => undefined;

const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** The catalogs of Keystone, with another service and two regions. */
function catalogs(url: string) {
  return {
    v2: [
      { type: 'compute', endpoints: [{ region: 'one', publicURL: 'http://compute.invalid/v2' }] },
      {
        type: 'object-store',
        endpoints: [
          { region: 'one', publicURL: `${url}-one`, internalURL: 'http://internal.invalid' },
          { region: 'two', publicURL: `${url}-two` },
        ],
      },
    ],
    v3: [
      { type: 'compute', endpoints: [{ interface: 'public', region: 'one', url: 'http://compute.invalid' }] },
      {
        type: 'object-store',
        endpoints: [
          { interface: 'admin', region: 'one', region_id: 'one', url: 'http://admin.invalid/v1' },
          { interface: 'public', region: 'one', region_id: 'one', url: `${url}-one` },
          { interface: 'public', region: 'two', region_id: 'two', url: `${url}-two` },
        ],
      },
    ],
  };
}

export async function startFakeSwift(): Promise<FakeSwift> {
  const objects = new Map<string, Buffer>();
  const containers = new Set<string>();
  const requests: string[] = [];
  const logins: unknown[] = [];
  const faults: { readonly method: string; readonly fault: Fault }[] = [];
  const valid = new Set<string>();
  let given = 0;
  let most = 0;

  function newToken(): string {
    given += 1;
    valid.add(`token-${given}`);
    return `token-${given}`;
  }

  async function logIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = `${fake.origin}/v1/AUTH_test`;
    const expires = new Date(Date.now() + fake.tokenLifetime * 1000).toISOString();
    if (request.method === 'GET') {
      const { 'x-auth-user': user, 'x-auth-key': key } = request.headers;
      logins.push({ user, key });
      if (key !== 'testing') return void response.writeHead(401).end();
      response.writeHead(200, {
        'X-Auth-Token': newToken(),
        'X-Storage-Url': url,
        'X-Auth-Token-Expires': String(fake.tokenLifetime),
      });
      return void response.end();
    }
    logins.push(await json(request));
    const isV3 = request.url?.startsWith('/v3/') === true;
    const { v2, v3 } = catalogs(url);
    const token = newToken();
    const body = isV3
      ? { token: { expires_at: expires, catalog: v3 } }
      : { access: { token: { id: token, expires }, serviceCatalog: v2 } };
    response.writeHead(isV3 ? 201 : 200, isV3 ? { 'X-Subject-Token': token } : {}).end(JSON.stringify(body));
  }

  function list(container: string, { searchParams }: URL, response: ServerResponse): void {
    const prefix = searchParams.get('prefix') ?? '';
    const marker = searchParams.get('marker') ?? '';
    const names = [...objects.keys()]
      .filter((path) => path.startsWith(`${container}/`))
      .map((path) => decodeURIComponent(path.slice(container.length + 1)))
      .filter((name) => name.startsWith(prefix) && name > marker);
    response.end(JSON.stringify(names.sort().map((name) => ({ name }))));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!valid.has(String(request.headers['x-auth-token']))) return void response.writeHead(401).end();
    const url = new URL(request.url ?? '', fake.origin);
    const [, , , container, name] = /^\/(v1)\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
    const path = url.pathname;
    const found = objects.get(path);
    const top = `/v1/${url.pathname.split('/').slice(2, 4).join('/')}`;
    // Without a length Node gives up the connection after an answer to HEAD.
    const bare = { 'Content-Length': '0' };
    const done = (status: number, headers: object = status === 404 ? bare : {}, body?: Buffer) =>
      response.writeHead(status, { ...headers }).end(body);
    if (container === undefined || name === undefined) {
      if (request.method === 'PUT') containers.add(path);
      else if (container !== undefined && !containers.has(path)) return void done(404);
      return request.method === 'GET' ? list(path, url, response) : void done(204);
    }
    if (request.method === 'PUT') {
      if (!containers.has(top)) return void done(404);
      const body = await buffer(request);
      objects.set(path, body);
      return void done(201, { ETag: md5Of(body) });
    }
    if (found === undefined) return void done(404);
    if (request.method === 'DELETE') objects.delete(path);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const headers = isRead ? { ETag: md5Of(found), 'Content-Length': String(found.length) } : {};
    done(isRead ? 200 : 204, headers, request.method === 'GET' ? found : undefined);
  }

  const server = createServer();
  function take(request: IncomingMessage, response: ServerResponse): void {
    requests.push(`${request.method} ${request.url}`);
    const isLogin = !request.url?.startsWith('/v1/');
    const goOn = () => (isLogin ? logIn : serve)(request, response);
    const index = faults.findIndex(({ method }) => method === (isLogin ? 'LOGIN' : request.method));
    // A request that the client breaks off is nobody's concern here.
    Promise.resolve(index < 0 ? goOn() : faults.splice(index, 1)[0]?.fault(request, response, goOn)).catch(
      () => undefined,
    );
  }
  server.on('request', take);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    // As Swift does, the body is asked for when somebody reads it.
    const isKnown = valid.has(String(request.headers['x-auth-token']));
    if (isKnown && !faults.some(({ method }) => method === 'PUT')) response.writeContinue();
    take(request, response);
  });
  server.on('connection', () => {
    server.getConnections((_, count) => {
      most = Math.max(most, count);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const fake: FakeSwift = {
    // A server that listens on a port has an address with one.
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    logins,
    objects,
    failNext: (method, fault) => faults.push({ method, fault }),
    revokeTokens: () => valid.clear(),
    tokenLifetime: 86_400,
    mostConnections: () => most,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}
