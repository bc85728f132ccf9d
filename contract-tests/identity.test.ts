import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../src/identity/secrets.ts';
import { badJson } from './support/bad-bodies.ts';
import { expectFault as expectFaultAt } from './support/faults.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { promptly } from './support/promptly.ts';
import { until } from './support/requests.ts';
import { type ServerProcess, startServer, tokens } from './support/server.ts';
import { send, type WireAnswer, type WireRequest } from './support/wire.ts';

removeFolders();

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const ask = (request: WireRequest, to = server) => send(to.url, { as: 'nobody', ...request });
const post = (body: unknown, to = server, headers: Record<string, string> = {}) =>
  ask(
    {
      method: 'POST',
      path: '/v2.0/tokens',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    },
    to,
  );
const credentials = (username: string, password = username) => ({ username, password });
const logIn = (auth: object, to = server) => post({ auth }, to);
function accessOf({ status, text }: WireAnswer) {
  expect(status, text).toBe(200);
  return JSON.parse(text).access;
}
/** A fault of the identity API. */
const expectFault = (answer: WireAnswer, status: number | readonly number[]) =>
  expectFaultAt(answer, status, 'json', '/v2.0/tokens');
const list = (token: string, tenant: string, to = server) =>
  ask({ path: `/v1/${tenant}/volumes`, headers: { 'X-Auth-Token': token } }, to);

describe('POST /v2.0/tokens', () => {
  it('says whom the token is for, whom it speaks for, and until when', async () => {
    const before = Date.now();
    const { token, user } = accessOf(await logIn({ passwordCredentials: credentials('dev') }));
    expect(user).toEqual({ id: 'dev', name: 'dev', username: 'dev', roles: [{ name: 'member' }] });
    expect(token.tenant).toEqual({ id: 'dev', name: 'dev', enabled: true });
    const lifetime = Date.parse(token.expires) - Date.parse(`${token.issued_at}Z`);
    expect(Math.ceil(lifetime / 1000)).toBeGreaterThanOrEqual(86_400);
    expect(Math.floor(lifetime / 1000)).toBeLessThanOrEqual(86_401);
    expect(Date.parse(`${token.issued_at}Z`)).toBeGreaterThanOrEqual(before);
  });

  it.each([
    ['by name', { tenantName: 'demo' }],
    ['by id', { tenantId: 'demo' }],
    ['by both', { tenantId: 'demo', tenantName: 'demo' }],
    ['not at all', {}],
    ['as null', { tenantId: null, tenantName: null }],
    ['as nothing', { tenantId: '', tenantName: '' }],
  ])('takes a tenant that is named %s', async (_, tenant) => {
    const { token } = accessOf(await logIn({ ...tenant, passwordCredentials: credentials('demo') }));
    expect((await list(token.id, 'demo')).status).toBe(200);
    expectFaultAt(await list(token.id, 'dev'), 400);
  });

  it('does not mind members that are null or that nobody knows', async () => {
    const auth = {
      tenantName: 'dev',
      token: null,
      apiAccessKeyCredentials: null,
      passwordCredentials: { ...credentials('dev'), domain: null, x: 1 },
      trust_id: null,
      'OS-KSEC2:ec2Credentials': {},
    };
    accessOf(await post({ auth, identity: {} }));
  });

  it('answers in JSON whatever is asked for, and under a slash or a suffix as well', async () => {
    const body = { auth: { passwordCredentials: credentials('dev') } };
    for (const headers of [{}, { Accept: 'application/xml' }, { Accept: '*/*' }]) {
      const answer = await post(body, server, headers);
      expect(answer.headers['content-type']).toBe('application/json');
      accessOf(answer);
    }
    for (const path of ['/v2.0/tokens/', '/v2.0/tokens.json']) {
      const headers = { 'Content-Type': 'application/json' };
      accessOf(await ask({ method: 'POST', path, headers, body: JSON.stringify(body) }));
    }
  });

  it('gives another token for one that is valid', async () => {
    const first = accessOf(await logIn({ passwordCredentials: credentials('dev') }));
    const second = accessOf(await logIn({ token: { id: first.token.id }, tenantId: 'dev' }));
    expect(second.token.id).not.toBe(first.token.id);
    expect(second.token.expires).toBe(first.token.expires);
    expect((await list(second.token.id, 'dev')).status).toBe(200);
    accessOf(await logIn({ token: { id: tokens.dev }, tenantName: 'dev' }));
  });

  it('refuses what proves nothing with 401 and the place to log in', async () => {
    for (const auth of [
      { passwordCredentials: credentials('nobody') },
      { apiAccessKeyCredentials: { accessKey: 'dev', secretKey: 'dev' } },
      { token: { id: 'unknown' } },
    ]) {
      const answer = await logIn(auth);
      expect(expectFault(answer, 401).message).toBe('The credentials are wrong.');
      expect(answer.headers['www-authenticate']).toMatch(/^Keystone /);
    }
    for (const tenant of [
      { tenantName: 'demo' },
      { tenantId: 'nil' },
      { tenantId: 'dev', tenantName: 'demo' },
    ]) {
      expectFault(await logIn({ ...tenant, passwordCredentials: credentials('dev') }), 401);
    }
  });

  it('refuses what is no proof, or more than one, with 400', async () => {
    const token = { id: tokens.dev };
    for (const auth of [
      {},
      { tenantName: 'dev' },
      { passwordCredentials: null },
      { passwordCredentials: credentials('dev'), token },
    ]) {
      expect(expectFault(await logIn(auth), 400).message).toContain('Send one of passwordCredentials');
    }
  });

  const wrongBodies = badJson({
    wrapper: 'auth',
    valid: { passwordCredentials: credentials('dev') },
    texts: { tenantId: 'any', tenantName: 'any' },
    wrong: {
      tenantId: ['x'.repeat(256)],
      tenantName: ['x'.repeat(256)],
      passwordCredentials: [
        5,
        'dev',
        [],
        {},
        { username: 'dev' },
        { password: 'dev' },
        { username: null, password: 'dev' },
        { username: 'dev', password: 5 },
        { username: 'x'.repeat(256), password: 'dev' },
        { username: 'dev', password: 'x'.repeat(4097) },
      ],
      apiAccessKeyCredentials: [
        5,
        [],
        {},
        { accessKey: 'a' },
        { accessKey: 'x'.repeat(256), secretKey: 'a' },
      ],
      token: [5, 'x', [], {}, { id: null }, { id: 'x'.repeat(4097) }],
    },
  });
  it.each(wrongBodies)(
    'refuses a body: $title',
    async ({ status = 400, body, headers, charset, chunked }) => {
      const type = `application/json${charset === undefined ? '' : `; charset=${charset}`}`;
      const answer = await promptly(server, {
        method: 'POST',
        path: '/v2.0/tokens',
        as: 'nobody',
        headers: { 'Content-Type': type, ...headers },
        body,
        chunked: chunked ?? false,
      });
      expectFault(answer, status);
    },
  );

  it('has faults of its own for methods and paths, in JSON', async () => {
    for (const Accept of ['application/json', 'application/xml']) {
      const wrongMethod = await ask({ path: '/v2.0/tokens', headers: { Accept } });
      expect(wrongMethod.headers.allow).toBe('POST');
      expectFault(wrongMethod, 405);
      expectFault(await ask({ path: '/v2.0/endpoints', headers: { Accept } }), 404);
      expectFault(await ask({ path: '/v2.0/tokens/x/y', headers: { Accept } }), 404);
    }
  });

  it('leaves no secret in the log', async () => {
    const password = 'a-password-to-look-for';
    expectFault(await logIn({ passwordCredentials: credentials('dev', password) }), 401);
    const { token } = accessOf(await logIn({ passwordCredentials: credentials('dev') }));
    await list(token.id, 'dev');
    await until(
      async () => server.log(),
      (log) => log.includes('"/v2.0/tokens"'),
    );
    expect(server.log()).not.toContain(password);
    expect(server.log()).not.toContain(token.id);
  });
});

describe('GET /v2.0', () => {
  it('describes the version to anybody', async () => {
    for (const path of ['/v2.0', '/v2.0/', '/v2.0.json']) {
      const { status, text } = await ask({ path });
      expect(status).toBe(200);
      const { version } = JSON.parse(text);
      expect(version).toMatchObject({ id: 'v2.0', status: 'stable' });
      const [{ rel, href }] = version.links;
      expect({ rel, href }).toEqual({ rel: 'self', href: `${server.url}/v2.0/` });
    }
  });
});

describe('failures in a row', () => {
  it('are answered with 413 from the fifth on, for as long as it says, and cost no one else anything', async () => {
    const own = await startServer();
    const wrong = () => logIn({ passwordCredentials: credentials('dev', 'wrong') }, own);
    for (let i = 0; i < 5; i += 1) expectFault(await wrong(), 401);
    const refused = await logIn({ passwordCredentials: credentials('dev') }, own);
    expect(expectFault(refused, 413)).toMatchObject({ retryAfter: 1 });
    expect(refused.headers['retry-after']).toBe('1');
    accessOf(await logIn({ passwordCredentials: credentials('demo') }, own));
    expect((await list(tokens.dev, 'dev', own)).status).toBe(200);
    const right = await until(
      () => logIn({ passwordCredentials: credentials('dev') }, own),
      ({ status }) => status !== 413,
    );
    accessOf(right);
    await own.stop();
  });
});

describe('a server with an identity file', () => {
  let own: ServerProcess;
  const identity = join(newFolder(), 'identity.json');
  const data = newFolder();
  const start = () =>
    startServer({
      folder: data,
      args: ['--identity', identity, '--public-url', 'https://volumes.example.com/'],
    });
  beforeAll(async () => {
    const directory = {
      tenants: [
        { id: 'acme', name: 'Acme Inc.', rateLimit: 1 },
        { id: 'other', name: 'Other' },
        { id: 'foreign', name: 'Foreign' },
      ],
      users: [
        {
          name: 'ann',
          password: await hashSecret('hidden'),
          tenant: 'acme',
          tenants: ['other'],
          accessKeys: [{ accessKey: 'OTPUZ3DR', secretKey: 'of-the-key' }],
        },
      ],
      tokens: [],
    };
    writeFileSync(identity, JSON.stringify(directory));
    own = await start();
  });
  afterAll(() => own.stop());
  const ann = { passwordCredentials: credentials('ann', 'hidden') };
  const tokenFor = async (auth: object): Promise<string> => accessOf(await logIn(auth, own)).token.id;

  it('knows hashed passwords and access keys', async () => {
    await tokenFor(ann);
    const key = { apiAccessKeyCredentials: { accessKey: 'OTPUZ3DR', secretKey: 'of-the-key' } };
    expect(accessOf(await logIn({ ...key, tenantName: 'Acme Inc.' }, own)).user.name).toBe('ann');
    expectFault(await logIn({ passwordCredentials: credentials('ann', 'of-the-key') }, own), 401);
  });

  it('lists the tenants of the user, and gives tokens for each of them', async () => {
    const token = await tokenFor(ann);
    const answer = await ask({ path: '/v2.0/tenants', headers: { 'X-Auth-Token': token } }, own);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      tenants: [
        { id: 'acme', name: 'Acme Inc.', enabled: true },
        { id: 'other', name: 'Other', enabled: true },
      ],
    });
    const other = await tokenFor({ token: { id: token }, tenantName: 'Other' });
    expect((await list(other, 'other', own)).status).toBe(200);
    expectFault(await logIn({ token: { id: token }, tenantId: 'foreign' }, own), 401);
    expectFault(await ask({ path: '/v2.0/tenants' }, own), 401);
  });

  it('does not count these calls against the rate limit of the tenant', async () => {
    const token = await tokenFor({ ...ann, tenantId: 'acme' });
    for (let i = 0; i < 5; i += 1) {
      const answer = await ask({ path: '/v2.0/tenants', headers: { 'X-Auth-Token': token } }, own);
      expect(answer.status).toBe(200);
    }
    expect((await list(token, 'acme', own)).status).toBe(200);
  });

  it('has its public address in the catalog', async () => {
    const { serviceCatalog } = accessOf(await logIn({ ...ann, tenantId: 'other' }, own));
    expect(serviceCatalog[0].endpoints[0].publicURL).toBe('https://volumes.example.com/v1/other');
  });

  it('[hp-block-storage-v1/4.2.3/bad-token-fails] forgets its tokens when it stops, and clients log in again', async () => {
    const before = await tokenFor({ ...ann, tenantId: 'other' });
    await own.stop();
    own = await start();
    expectFaultAt(await list(before, 'other', own), 401);
    expect((await list(await tokenFor({ ...ann, tenantId: 'other' }), 'other', own)).status).toBe(200);
  });
});

describe('a server with tokens of a short life', () => {
  it('says when a token expires, and takes it no longer then', async () => {
    const own = await startServer({ args: ['--token-lifetime', '2'] });
    const { token } = accessOf(await logIn({ passwordCredentials: credentials('dev') }, own));
    const answer = await until(
      () => list(token.id, 'dev', own),
      ({ status }) => status !== 200,
    );
    expectFaultAt(answer, 401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(token.expires));
    expect(Date.parse(token.expires) - Date.parse(`${token.issued_at}Z`)).toBeGreaterThanOrEqual(2000);
    await own.stop();
  });
});
