import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A compute service that knows one call: `GET /v2/{tenant_id}/servers/{server_id}`. */
export interface FakeNova {
  /** What `--compute-url` is given. */
  readonly url: string;
  /** The requests that it got, the oldest first. */
  readonly asked: readonly Asked[];
  /** Adds a server of the tenant. */
  add(serverId: string | number, tenantId: string): void;
  remove(serverId: string): void;
  /** What it does when it is asked about the server, in place of looking for it. */
  answer(serverId: string, how: (response: ServerResponse) => void): void;
  /** Nobody answers there any more. */
  close(): Promise<void>;
}

export interface Asked {
  readonly path: string;
  readonly token: string | undefined;
}

/** `tenants` says whose token is which. */
export async function startFakeNova(tenants: Readonly<Record<string, string>>): Promise<FakeNova> {
  const servers = new Map<string, { readonly id: string | number; readonly tenant_id: string }>();
  const answers = new Map<string, (response: ServerResponse) => void>();
  const asked: Asked[] = [];

  const say = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

  const listener = createServer(({ method, url = '', headers }, response) => {
    const token = headers['x-auth-token']?.toString();
    asked.push({ path: url, token });
    const [, tenant, id = ''] = /^\/v2\/([^/]+)\/servers\/([^/?]+)$/.exec(url) ?? [];
    const how = answers.get(id);
    if (how !== undefined) return how(response);
    if (token === undefined || tenants[token] === undefined) {
      return say(response, 401, { unauthorized: { code: 401, message: 'Unauthorized' } });
    }
    const server = servers.get(id);
    if (method !== 'GET' || tenant !== tenants[token] || server?.tenant_id !== tenant) {
      return say(response, 404, { itemNotFound: { code: 404, message: 'Instance could not be found' } });
    }
    return say(response, 200, { server: { ...server, name: 'web', status: 'ACTIVE', addresses: {} } });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = listener.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v2`,
    asked,
    add: (id, tenant_id) => void servers.set(String(id), { id, tenant_id }),
    remove: (id) => void servers.delete(id),
    answer: (id, how) => void answers.set(id, how),
    async close() {
      listener.closeAllConnections();
      listener.close();
      await once(listener, 'close');
    },
  };
}
