import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A token of the fake, as Keystone describes one. */
export interface FakeToken {
  readonly project?: { readonly id: string; readonly name: string };
  readonly user?: { readonly id: string; readonly name: string };
  readonly roles?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** As much of Keystone as is asked here: logins of the service account, and questions about tokens. */
export interface FakeKeystone {
  readonly url: string;
  readonly tokens: Map<string, FakeToken>;
  /** Bodies of the logins, in order. */
  readonly logins: unknown[];
  /** Tokens that were asked about, in order. */
  readonly validations: string[];
  /** What is answered to every login, to every question, or both, until it is taken away. */
  instead: { login?: Reply; validation?: Reply };
  /** Milliseconds that a token of the service account lives for. */
  lifetime: number;
  /** The tokens of the service account are no longer taken. */
  revokeOwn(): void;
  close(): Promise<void>;
}

export const answer =
  (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Reply =>
  (_, response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(body));

const error = (code: number) => answer(code, { error: { code, message: 'no', title: 'no' } });
const isoOf = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');

/** @param now milliseconds since the epoch */
export async function startFakeKeystone(now: () => number = Date.now): Promise<FakeKeystone> {
  const own = new Set<string>();
  let given = 0;

  const login: Reply = (request, response) => {
    given += 1;
    const id = `own-${given}`;
    void json(request).then((body) => {
      fake.logins.push(body);
      own.add(id);
      const token = { methods: ['password'], expires_at: isoOf(now() + fake.lifetime) };
      answer(201, { token }, { 'X-Subject-Token': id })(request, response);
    });
  };

  const validation: Reply = (request, response) => {
    const subject = String(request.headers['x-subject-token']);
    fake.validations.push(subject);
    if (!own.has(String(request.headers['x-auth-token']))) return error(401)(request, response);
    const token = fake.tokens.get(subject);
    if (token === undefined || token.expires <= now()) return error(404)(request, response);
    const { project, user = { id: 'u1', name: 'ann' }, roles = ['member'], expires } = token;
    const described = {
      ...(project && { project: { ...project, domain: { id: 'default', name: 'Default' } } }),
      user,
      roles: roles.map((name) => ({ id: `id of ${name}`, name })),
      expires_at: isoOf(expires),
    };
    return answer(200, { token: described })(request, response);
  };

  const server = createServer((request, response) => {
    const [path] = request.url?.split('?') ?? [];
    if (path !== '/v3/auth/tokens') return error(404)(request, response);
    return request.method === 'POST'
      ? (fake.instead.login ?? login)(request, response)
      : (fake.instead.validation ?? validation)(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;

  const fake: FakeKeystone = {
    url: `http://127.0.0.1:${port}/v3`,
    tokens: new Map(),
    logins: [],
    validations: [],
    instead: {},
    lifetime: 3_600_000,
    revokeOwn: () => own.clear(),
    async close() {
      server.closeAllConnections();
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    },
  };
  return fake;
}
