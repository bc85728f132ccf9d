import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const TOKENS = '/v3/auth/tokens';
const expectFault = (answer: WireAnswer, status: number | readonly number[]) =>
  expectFaultAt(answer, status, 'json', TOKENS);

const domain = { name: 'Default' };
const byPassword = (name: string, password = name, more: object = { domain }) => ({
  methods: ['password'],
  password: { user: { name, password, ...more } },
});
const byToken = (id: string) => ({ methods: ['token'], token: { id } });
const project = (wanted: object) => ({ project: wanted });

const logIn = (identity: object, scope?: unknown, to = server, query = '') =>
  ask(
    {
      method: 'POST',
      path: `${TOKENS}${query}`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ auth: { identity, ...(scope === undefined ? {} : { scope }) } }),
    },
    to,
  );
function sessionOf({ status, headers, text }: WireAnswer, expected = 201) {
  expect(status, text).toBe(expected);
  return { id: String(headers['x-subject-token']), ...JSON.parse(text).token };
}
const about = (method: string, subject: string, own: string, to = server) =>
  ask({ method, path: TOKENS, headers: { 'X-Auth-Token': own, 'X-Subject-Token': subject } }, to);
const list = (token: string, tenant: string, to = server) =>
  ask({ path: `/v1/${tenant}/volumes`, headers: { 'X-Auth-Token': token } }, to);

describe('POST /v3/auth/tokens', () => {
  it('gives a token in a header and says whom it speaks for, and until when', async () => {
    const before = Date.now();
    const session = sessionOf(await logIn(byPassword('dev'), project({ name: 'dev', domain })));
    expect(session.id).toMatch(/^[0-9a-f]{32}$/);
    const ours = { id: 'default', name: 'Default' };
    expect(session).toMatchObject({
      methods: ['password'],
      user: { id: 'dev', name: 'dev', domain: ours },
      project: { id: 'dev', name: 'dev', domain: ours },
      roles: [{ id: 'member', name: 'member' }],
    });
    expect(Date.parse(session.issued_at)).toBeGreaterThanOrEqual(before);
    const lifetime = Date.parse(session.expires_at) - Date.parse(session.issued_at);
    expect(lifetime).toBeGreaterThanOrEqual(86_400_000);
    expect(lifetime).toBeLessThanOrEqual(86_401_000);
    expect((await list(session.id, 'dev')).status).toBe(200);
    expect((await list(session.id, 'demo')).status).toBe(400);
  });

  it('lists the services with an endpoint for each interface, unless the catalog is not wanted', async () => {
    const { catalog } = sessionOf(await logIn(byPassword('dev')));
    expect(catalog.map(({ type }: { type: string }) => type)).toEqual(['volume', 'compute', 'identity']);
    const urls = { volume: '/v1/dev', compute: '/v2/dev', identity: '/v3' };
    for (const { type, endpoints } of catalog) {
      expect(endpoints.map((of: { interface: string }) => of.interface)).toEqual([
        'public',
        'internal',
        'admin',
      ]);
      for (const { url, region, region_id } of endpoints) {
        expect(url).toBe(`${server.url}${urls[type as keyof typeof urls]}`);
        expect([region, region_id]).toEqual(['RegionOne', 'RegionOne']);
      }
    }
    for (const query of ['?nocatalog', '?nocatalog=1']) {
      expect(sessionOf(await logIn(byPassword('dev'), undefined, server, query)).catalog).toBeUndefined();
    }
  });

  it.each([
    ['by its id', project({ id: 'demo' })],
    ['by its name in a domain', project({ name: 'demo', domain })],
    ['by its name in a domain that is named by its id', project({ name: 'demo', domain: { id: 'default' } })],
    ['by its name alone', project({ name: 'demo' })],
    ['by nothing but a domain', project({ domain })],
    ['not at all', undefined],
    ['as null', null],
    ['as unscoped', 'unscoped'],
    ['as null with its members', project({ id: null, name: null, domain: null })],
  ])('takes a project that is named %s', async (_, scope) => {
    const session = sessionOf(await logIn(byPassword('demo'), scope));
    expect(session.project.id).toBe('demo');
    expect((await list(session.id, 'demo')).status).toBe(200);
  });

  it.each([
    ['by name in a domain', { domain }],
    ['by name in a domain that is named by its id', { domain: { id: 'default' } }],
    ['by name alone', {}],
    ['by id', { name: null, id: 'dev' }],
    ['by id, in whatever domain', { name: 'x', id: 'dev', domain: { name: 'Other' } }],
  ])('takes a user that is named %s', async (_, more) => {
    expect(sessionOf(await logIn(byPassword('dev', 'dev', more))).user.id).toBe('dev');
  });

  it('gives another token for one that is valid, which does not outlive it', async () => {
    const first = sessionOf(await logIn(byPassword('admin'), project({ id: 'dev' })));
    const second = sessionOf(await logIn(byToken(first.id), project({ id: 'demo' })));
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({
      methods: ['password', 'token'],
      expires_at: first.expires_at,
      project: { id: 'demo' },
    });
    expect(sessionOf(await logIn(byToken(second.id))).project.id).toBe('demo');
    expect(sessionOf(await logIn(byToken(tokens.dev))).expires_at).toMatch(/^20/);
  });

  it('gives tokens that version 2.0 takes, and takes those of version 2.0', async () => {
    const { id } = sessionOf(await logIn(byPassword('dev')));
    const answer = await ask({
      method: 'POST',
      path: '/v2.0/tokens',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ auth: { token: { id } } }),
    });
    const { access } = JSON.parse(answer.text);
    expect(sessionOf(await logIn(byToken(access.token.id))).methods).toEqual(['password', 'token']);
  });

  it('refuses what proves nothing with 401 and the place to log in', async () => {
    for (const identity of [
      byPassword('dev', 'wrong'),
      byPassword('nobody'),
      byPassword('dev', 'dev', { domain: { name: 'Other' } }),
      byPassword('dev', 'dev', { domain: { id: 'other' } }),
      byToken('unknown'),
    ]) {
      const answer = await logIn(identity);
      expect(expectFault(answer, 401).message).toBe('The credentials are wrong.');
      expect(answer.headers['www-authenticate']).toMatch(/^Keystone uri=/);
    }
    const other = { methods: ['totp'], totp: {} };
    expect(expectFault(await logIn(other), 401).message).toContain('other methods are not known');
  });

  it('refuses a scope that the user does not have with 401', async () => {
    for (const scope of [
      project({ id: 'demo' }),
      project({ name: 'demo', domain }),
      project({ name: 'dev', domain: { name: 'Other' } }),
      project({ id: 'nil' }),
      { domain: { id: 'default' } },
      { system: { all: true } },
    ]) {
      expect(expectFault(await logIn(byPassword('dev'), scope), 401).message).toContain('not for the tenant');
    }
  });

  it('tells nobody whose password is wrong that a scope is not theirs', async () => {
    const answer = await logIn(byPassword('dev', 'wrong'), { domain: { id: 'default' } });
    expect(expectFault(answer, 401).message).toBe('The credentials are wrong.');
  });

  it('refuses what is no proof, or more than one, with 400', async () => {
    for (const identity of [
      { methods: ['password'] },
      { methods: ['password'], password: null },
      { methods: ['token'] },
      { methods: ['password'], password: { user: { password: 'dev' } } },
      { ...byPassword('dev'), ...byToken(tokens.dev), methods: ['password', 'token'] },
    ]) {
      expect(expectFault(await logIn(identity), 400).message).toContain('Send one method');
    }
  });

  const wrongBodies = badJson({
    wrapper: 'auth',
    valid: { identity: byPassword('dev') },
    texts: {},
    wrong: {
      identity: [
        5,
        'dev',
        [],
        {},
        { methods: [] },
        { methods: 'password' },
        { methods: [5] },
        { methods: Array(9).fill('password') },
        { methods: ['password'], password: { user: 'dev' } },
        { methods: ['password'], password: { user: { name: 'dev' } } },
        { methods: ['password'], password: { user: { name: 5, password: 'dev' } } },
        { methods: ['password'], password: { user: { name: 'x'.repeat(256), password: 'dev' } } },
        { methods: ['password'], password: { user: { name: 'dev', password: 'x'.repeat(4097) } } },
        { methods: ['password'], password: { user: { name: 'dev', password: 'dev', domain: 'Default' } } },
        { methods: ['token'], token: { id: null } },
        { methods: ['token'], token: { id: 'x'.repeat(4097) } },
      ],
      scope: [
        5,
        'scoped',
        [],
        { project: 'dev' },
        { project: { id: 5 } },
        { project: { domain: 'Default' } },
      ],
    },
  });
  it.each(wrongBodies)(
    'refuses a body: $title',
    async ({ status = 400, body, headers, charset, chunked }) => {
      const type = `application/json${charset === undefined ? '' : `; charset=${charset}`}`;
      const answer = await promptly(server, {
        method: 'POST',
        path: TOKENS,
        as: 'nobody',
        headers: { 'Content-Type': type, ...headers },
        body,
        chunked: chunked ?? false,
      });
      expectFault(answer, status);
    },
  );

  it('leaves no secret in the log', async () => {
    const password = 'a-password-to-look-for';
    expectFault(await logIn(byPassword('demo', password)), 401);
    const { id } = sessionOf(await logIn(byPassword('demo')));
    await about('GET', id, id);
    await until(
      async () => server.log(),
      (log) => log.includes(`"${TOKENS}"`),
    );
    expect(server.log()).not.toContain(password);
    expect(server.log()).not.toContain(id);
  });
});

describe('a token in X-Subject-Token', () => {
  it('is described to its user and to administrators, and is nothing to anybody else', async () => {
    const given = sessionOf(await logIn(byPassword('dev')));
    for (const own of [given.id, tokens.dev, tokens.admin]) {
      const answer = await about('GET', given.id, own);
      expect(sessionOf(answer, 200)).toEqual(given);
      expect((await about('HEAD', given.id, own)).status).toBe(200);
    }
    for (const [subject, own] of [
      [given.id, tokens.demo],
      ['unknown', tokens.admin],
    ] as const) {
      expect(expectFault(await about('GET', subject, own), 404).message).toBe(
        'The token in X-Subject-Token is not valid.',
      );
      expect((await about('HEAD', subject, own)).status).toBe(404);
      expectFault(await about('DELETE', subject, own), 404);
    }
    expectFault(await about('GET', given.id, 'unknown'), 401);
    expect((await list(given.id, 'dev')).status).toBe(200);
  });

  it('has to be there', async () => {
    const headers = { 'X-Auth-Token': tokens.dev };
    for (const method of ['GET', 'DELETE']) expectFault(await ask({ method, path: TOKENS, headers }), 400);
  });

  it('is revoked, and no other with it', async () => {
    const kept = sessionOf(await logIn(byPassword('dev')));
    for (const own of [tokens.dev, tokens.admin, undefined]) {
      const { id } = sessionOf(await logIn(byPassword('dev')));
      expect((await about('DELETE', id, own ?? id)).status).toBe(204);
      expectFaultAt(await list(id, 'dev'), 401);
      expectFault(await about('GET', id, tokens.dev), 404);
      expectFault(await logIn(byToken(id)), 401);
    }
    expect((await list(kept.id, 'dev')).status).toBe(200);
  });

  it('is not revoked when it stands in the settings', async () => {
    expectFault(await about('DELETE', tokens.dev, tokens.dev), 403);
    expect((await list(tokens.dev, 'dev')).status).toBe(200);
  });
});

describe('what a token is good for', () => {
  const get = (path: string, token: string) => ask({ path, headers: { 'X-Auth-Token': token } });

  it('is told by /v3/auth/projects and /v3/auth/catalog', async () => {
    const { projects } = JSON.parse((await get('/v3/auth/projects', tokens.admin)).text);
    const named = (id: string) => ({ id, name: id, domain_id: 'default', enabled: true });
    expect(projects).toEqual([named('dev'), named('demo')]);
    const { catalog } = JSON.parse((await get('/v3/auth/catalog', tokens.demo)).text);
    expect(catalog).toEqual(sessionOf(await logIn(byPassword('demo'))).catalog);
    for (const path of ['/v3/auth/projects', '/v3/auth/catalog']) expectFault(await get(path, 'x'), 401);
  });
});

describe('discovery', () => {
  it('finds version 3 under its path, and both versions under /identity', async () => {
    for (const path of ['/v3', '/v3/', '/v3.json']) {
      const { version } = JSON.parse((await ask({ path })).text);
      expect(version).toMatchObject({ id: 'v3.0', status: 'stable' });
      expect(version.links).toEqual([{ rel: 'self', href: `${server.url}/v3/` }]);
    }
    for (const path of ['/identity', '/identity/']) {
      const { versions } = JSON.parse((await ask({ path })).text);
      const found = versions.values.map(({ id, links }: { id: string; links: { href: string }[] }) => [
        id,
        links[0]?.href,
      ]);
      expect(found).toEqual([
        ['v3.0', `${server.url}/v3/`],
        ['v2.0', `${server.url}/v2.0/`],
      ]);
    }
  });

  it('leaves the root to the compute API, whose document describes it', async () => {
    const { versions } = JSON.parse((await ask({ path: '/' })).text);
    expect(versions.map(({ id }: { id: string }) => id)).toEqual(['v1.1', 'v1.0']);
  });
});

describe('a login by headers', () => {
  const byHeaders = (user: string, key: string, tenant?: string, to = server) =>
    ask(
      {
        path: '/v1',
        headers: {
          'X-Auth-User': user,
          'X-Auth-Key': key,
          ...(tenant !== undefined && { 'X-Auth-Project-Id': tenant }),
        },
      },
      to,
    );

  it.each([
    ['of the user', undefined, 'dev'],
    ['that is named', 'demo', 'demo'],
  ])('gives a token for the tenant %s, and the address of the volumes', async (_, tenant, expected) => {
    const { status, headers, body } = await byHeaders('admin', 'admin', tenant);
    expect([status, body.length]).toEqual([204, 0]);
    expect(headers['x-server-management-url']).toBe(`${server.url}/v1/${expected}`);
    expect((await list(String(headers['x-auth-token']), expected)).status).toBe(200);
  });

  it('refuses a wrong password, a wrong tenant and no password at all', async () => {
    for (const answer of [
      await byHeaders('admin', 'wrong'),
      await byHeaders('dev', 'dev', 'demo'),
      await ask({ path: '/v1/', headers: { 'X-Auth-User': 'admin' } }),
    ]) {
      expectFaultAt(answer, 401);
      expect(answer.headers['x-auth-token']).toBeUndefined();
    }
  });

  it('takes an id of a tenant as well as a name', async () => {
    const identity = join(newFolder(), 'identity.json');
    const directory = {
      tenants: [{ id: 'acme', name: 'Acme Inc.' }],
      users: [{ name: 'ann', password: 'hidden', tenant: 'acme' }],
    };
    writeFileSync(identity, JSON.stringify(directory));
    const own = await startServer({ args: ['--identity', identity] });
    for (const tenant of ['acme', 'Acme Inc.'])
      expect((await byHeaders('ann', 'hidden', tenant, own)).status).toBe(204);
    await own.stop();
  });

  it('is what a request with a user is, and no other', async () => {
    const { status, text } = await ask({ path: '/v1/', headers: { 'X-Auth-Project-Id': 'dev' } });
    expect([status, JSON.parse(text).version.id]).toEqual([200, 'v1.0']);
  });
});

describe('failures in a row', () => {
  it('are counted over all forms of login together', async () => {
    const own = await startServer();
    const wrong: (() => Promise<WireAnswer>)[] = [
      () => logIn(byPassword('dev', 'wrong'), undefined, own),
      () => ask({ path: '/v1', headers: { 'X-Auth-User': 'dev', 'X-Auth-Key': 'wrong' } }, own),
      () =>
        ask(
          {
            method: 'POST',
            path: '/v2.0/tokens',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ auth: { passwordCredentials: { username: 'dev', password: 'wrong' } } }),
          },
          own,
        ),
    ];
    for (let i = 0; i < 5; i += 1) expect((await wrong[i % 3]?.())?.status).toBe(401);
    const refused = await logIn(byPassword('dev'), undefined, own);
    expect(expectFault(refused, 413).retryAfter).toBe(1);
    sessionOf(await logIn(byPassword('demo'), undefined, own));
    expect((await list(tokens.dev, 'dev', own)).status).toBe(200);
    const right = await until(
      () => logIn(byPassword('dev'), undefined, own),
      ({ status }) => status !== 413,
    );
    sessionOf(right);
    await own.stop();
  });
});

describe('a token of a short life', () => {
  it('is neither taken nor described once it has expired', async () => {
    const own = await startServer({ args: ['--token-lifetime', '2'] });
    const given = sessionOf(await logIn(byPassword('dev'), undefined, own));
    const answer = await until(
      () => list(given.id, 'dev', own),
      ({ status }) => status !== 200,
    );
    expectFaultAt(answer, 401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(given.expires_at));
    expectFault(await about('GET', given.id, tokens.dev, own), 404);
    await own.stop();
  });
});
