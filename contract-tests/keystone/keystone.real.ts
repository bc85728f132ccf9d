import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { expectFault } from '../support/faults.ts';
import { until } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { send, type WireRequest } from '../support/wire.ts';
import { type Account, openOffice, revoke, tokenOf } from './keystone-client.ts';
import { type KeystoneServer, newKeystone } from './keystone-server.ts';

let keystone: KeystoneServer;
let server: ServerProcess;
let service: Account;
let ann: Account;
let chief: Account;
let acme: string;
let lab: string;

/** Seconds that an answer of Keystone's is kept, and with it a token that is revoked. */
const KEPT = 2;
const VALIDATION = 'GET /v3/auth/tokens';

const settings = (): string[] => [
  ...['--identity', 'keystone', '--keystone-url', keystone.url, '--keystone-cache', String(KEPT)],
  ...['--keystone-user', service.name, '--keystone-timeout', '10'],
];
const secrets = () => ({ CINDERBLOCK_KEYSTONE_PASSWORD: service.password });

beforeAll(async () => {
  keystone = await newKeystone();
  await keystone.start();
  const office = await openOffice(keystone);
  acme = await office.project('acme');
  lab = await office.project('lab');
  // No more than it takes to ask about tokens: not an administrator.
  service = await office.user('cinder', 'service', 'service');
  ann = await office.user('ann', 'acme', 'member');
  chief = await office.user('chief', 'lab', 'admin');
  server = await startServer({ args: settings(), env: secrets() });
});
afterAll(async () => {
  await server?.stop();
  await keystone?.remove();
});

const ask = (token: string, path: string, more: Partial<WireRequest> = {}) =>
  send(server.url, { path, as: 'nobody', headers: { 'X-Auth-Token': token }, ...more });
const list = (token: string, project = acme) => ask(token, `/v1/${project}/volumes`);
const statusOf = async (token: string) => (await list(token)).status;

describe('a server with a real Keystone', () => {
  it('takes a token that was issued there, for its project', async () => {
    const token = await tokenOf(keystone, ann);
    const made = await ask(token, `/v1/${acme}/volumes`, {
      method: 'POST',
      headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify({ volume: { size: 1, display_name: 'of acme' } }),
    });
    expect(made.status, made.text).toBe(200);
    const listed = await list(token);
    expect(listed.status).toBe(200);
    expect(JSON.parse(listed.text).volumes).toHaveLength(1);
  });

  it('answers an unknown token and none with 401 and the address of Keystone', async () => {
    for (const headers of [{ 'X-Auth-Token': 'gAAAAABunknown' }, {}]) {
      const answer = await send(server.url, { path: `/v1/${acme}/volumes`, as: 'nobody', headers });
      expectFault(answer, 401);
      expect(answer.headers['www-authenticate']).toBe(`Keystone uri='${keystone.url}'`);
    }
  });

  it('answers the token of another project with 400, and shows it nothing', async () => {
    const token = await tokenOf(keystone, { ...chief, project: 'lab' });
    expect(expectFault(await list(token), 400).message).toBe('Malformed request url');
    expect(JSON.parse((await list(token, lab)).text).volumes).toEqual([]);
  });

  it('answers a token that is for no project with 403', async () => {
    const { name, password } = ann;
    const answer = await list(await tokenOf(keystone, { name, password }));
    expect(expectFault(answer, 403).message).toContain('scoped to a project');
  });

  it('gives the rights of administrators to who has the role', async () => {
    expectFault(await ask(await tokenOf(keystone, ann), `/v1/${acme}/os-services`), 403);
    const answer = await ask(await tokenOf(keystone, chief), `/v1/${lab}/os-services`);
    expect(answer.status, answer.text).toBe(200);
  });

  it('asks a handful of times about one token in 1 000 requests', async () => {
    const token = await tokenOf(keystone, ann);
    const before = keystone.asked(VALIDATION);
    for (let i = 0; i < 10; i += 1) {
      const statuses = await Promise.all(Array.from({ length: 100 }, () => statusOf(token)));
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
    const validations = keystone.asked(VALIDATION) - before;
    expect(validations).toBeGreaterThanOrEqual(1);
    // One, and one more each time that what is kept has become too old.
    expect(validations).toBeLessThanOrEqual(5);
  });

  it('takes a revoked token no longer than an answer is kept', async () => {
    const token = await tokenOf(keystone, ann);
    expect(await statusOf(token)).toBe(200);
    await revoke(keystone, token);
    const revoked = performance.now();
    const last = { taken: revoked };
    await until(
      async () => {
        const asked = performance.now();
        const status = await statusOf(token);
        if (status === 200) last.taken = asked;
        return status;
      },
      (status) => status === 401,
    );
    expect(last.taken - revoked).toBeLessThanOrEqual(KEPT * 1000);
  });

  it('says where tokens are to be had instead of giving any', async () => {
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const v2 = JSON.stringify({ auth: { passwordCredentials: { username: 'dev', password: 'dev' } } });
    const identity = { methods: ['password'], password: { user: { name: 'dev', password: 'dev' } } };
    const v3 = JSON.stringify({ auth: { identity } });
    for (const request of [
      { path: '/v2.0' },
      { path: '/v3' },
      { path: '/identity' },
      { path: '/v2.0/tokens', ...post, body: v2 },
      { path: '/v3/auth/tokens', ...post, body: v3 },
      { path: '/v1', headers: { 'X-Auth-User': 'dev', 'X-Auth-Key': 'dev' } },
    ]) {
      const answer = await send(server.url, { as: 'nobody', ...request });
      expect(expectFault(answer, 404, 'json', request.path).message).toContain(keystone.url);
    }
  });

  it('does not start when Keystone refuses its account, and says which settings to look at', async () => {
    const { code, stderr } = await run(['serve', '--port', '0', '--nbd-port', '0', ...settings()], {
      CINDERBLOCK_KEYSTONE_PASSWORD: 'not-the-password',
      CINDERBLOCK_DATA: `${server.folder}-other`,
    });
    expect(code).not.toBe(0);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/CINDERBLOCK_KEYSTONE_PASSWORD .* is wrong: .* status 401/);
    expect(stderr).not.toContain('not-the-password');
  });
});

describe('a real Keystone that goes away', () => {
  it('is 503 and not 401, and the server finds it again by itself', async () => {
    const token = await tokenOf(keystone, ann);
    await keystone.stop();
    const answer = await list(token);
    expect(expectFault(answer, 503).message).toContain('Keystone cannot be asked');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await until(
      async () => server.log(),
      (log) => log.includes('ECONNREFUSED'),
    );
    // Back, and with tokens that live for seconds: the test below is about them.
    await keystone.start(4);
    await until(
      () => statusOf(token),
      (status) => status === 200,
    );
  });

  it('has tokens that are 401 when they have expired, and the server renews its own', async () => {
    for (let i = 0; i < 2; i += 1) {
      const token = await tokenOf(keystone, ann);
      expect(await statusOf(token)).toBe(200);
      await until(
        () => statusOf(token),
        (status) => status === 401,
        20_000,
      );
    }
  });

  it('does not keep a server from starting', async () => {
    await keystone.stop();
    const own = await startServer({ args: settings(), env: secrets() });
    const answer = await send(own.url, {
      path: `/v1/${acme}/volumes`,
      as: 'nobody',
      headers: { 'X-Auth-Token': 'any' },
    });
    expectFault(answer, 503);
    expect(await own.stop()).toBe(0);
  });
});
