import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsOfContract } from './support/contract.ts';
import { expectFault, type Format } from './support/faults.ts';
import { operations } from './support/manifest.ts';
import { type Ask, asker } from './support/requests.ts';
import {
  attemptsOf,
  comparable,
  lists,
  makeResources,
  neverMade,
  type Resources,
  requestOf,
  SERVER_ID,
  SERVER_PATH,
  shared,
  uses,
  versionOf,
} from './support/resources.ts';
import { type ServerProcess, startServer, type TenantName, tokens } from './support/server.ts';
import { type RawAnswer, readAnswers, send, sendBytes } from './support/wire.ts';

const FORMATS = ['json', 'xml'] as const;
/** What goes beyond the documents and names volumes and snapshots as they do. */
const beyond = operationsOfContract()
  .filter(({ tags }) => tags.some((tag) => /^cinder-v1\/(volume|snapshot)/.test(tag)))
  .map(({ operationId: id, ...operation }) => ({ id, ...operation }));
/** Those of a tenant; versions have none in their path. */
const all = [...operations(), ...beyond].filter(({ path }) => path.includes('{tenant_id}'));

let server: ServerProcess;
let ask: Ask;
let dev: Resources;
let demo: Resources;
let never: Resources;

const statusOf = async (tenant: TenantName, path: string, kind: string) =>
  (await ask('GET', `/v1/${tenant}/${path}`, { as: tenant })).json()[kind].status;

beforeAll(async () => {
  server = await startServer({ env: { CINDERBLOCK_QUOTA_VOLUMES: '4' } });
  ask = asker(server.url);
  [dev, demo] = await Promise.all([makeResources(ask, 'dev'), makeResources(ask, 'demo')]);
  never = neverMade(dev);
});
afterAll(() => server.stop());

it('every operation on what is there is tried', () => {
  expect([...Object.keys(uses), ...Object.keys(lists), ...Object.keys(shared)].sort()).toEqual(
    all.map(({ id }) => id).sort(),
  );
});

describe("with one's own token in one's own path", () => {
  const naming = all.filter(({ id }) => id in uses);

  it.each(naming)(
    "[hp-block-storage-v1/4.2.3/token-scope] $id: what is another's does not exist",
    async (operation) => {
      for (const format of FORMATS) {
        const attempts = attemptsOf(operation.id, dev, demo);
        const attemptsAtNothing = attemptsOf(operation.id, never, demo);
        for (const [i, attempt] of attempts.entries()) {
          const others = await send(server.url, requestOf(operation, 'demo', attempt, format, 'demo'));
          const nothing = attemptsAtNothing[i] ?? attempt;
          const nobodys = await send(server.url, requestOf(operation, 'demo', nothing, format, 'demo'));
          expectFault(others, 404, format, operation.path);
          expect(comparable(others, dev)).toEqual(comparable(nobodys, never));
        }
      }
    },
  );

  const queries = (list: string, { volume }: Resources, owner: string) => [
    list,
    `${list}?status=available`,
    `${list}?display_name=volume%20of%20${owner}`,
    `${list}?display_name=snapshot%20of%20${owner}`,
    `${list}?volume_id=${volume}`,
    `${list}?all_tenants=1`,
    `${list}?tenant_id=${owner}&project_id=${owner}`,
    `${list}?limit=1000&offset=0`,
    `${list}?offset=1`,
  ];
  const listing = all.filter(({ id }) => id in lists);

  const neverListed = { path: 'unknown', idOf: () => 'unknown' };

  describe.each(listing)(
    '[hp-block-storage-v1/4.5.1.1/lists-own-tenant] [hp-block-storage-v1/4.5.2.1/lists-own-tenant] [hp-block-storage-v1/4.5.3.1/lists-own-tenant] [hp-block-storage-v1/4.5.4.1/lists-volumes-of-server] [os-bs-2011/2.3.1.1/lists-of-one-tenant] $id',
    (operation) => {
      it.each(FORMATS)("shows what is the tenant's own, in %s", async (format) => {
        const { path, idOf } = lists[operation.id] ?? neverListed;
        const pattern = (id: string | number, of = 'id') => new RegExp(`\\b(${of})"?[:=] ?"?${id}\\b`);
        const list = (query: string) =>
          send(server.url, requestOf(operation, 'demo', { path: query }, format, 'demo'));
        const own = await list(path);
        expect(own.status).toBe(200);
        expect(own.text).toMatch(pattern(idOf(demo)));
        for (const query of queries(path, dev, 'dev')) {
          const { text } = await list(query);
          const { numbers: _, backup: __, ...uuids } = dev;
          expect(text, query).not.toMatch(pattern(idOf(dev)));
          for (const id of Object.values(uuids)) expect(text, query).not.toMatch(pattern(id, 'id|volume_id'));
          expect(text, query).not.toContain('of dev');
        }
      });
    },
  );
});

describe("with another tenant's id in the path", () => {
  it.each(all)(
    '[hp-block-storage-v1/3.1/tenant-id-in-every-call] [os-bs-2011/2.3.1.1.1/tenant-id-template] $id is a malformed request url',
    async (operation) => {
      for (const format of FORMATS) {
        for (const attempt of attemptsOf(operation.id, dev, dev)) {
          const answer = await send(server.url, requestOf(operation, 'dev', attempt, format, 'demo'));
          expect(expectFault(answer, 400, format, operation.path).message).toBe('Malformed request url');
          const unknown = await send(server.url, requestOf(operation, 'nil', attempt, format, 'demo'));
          expect(comparable(unknown, dev)).toEqual(comparable(answer, dev));
        }
      }
    },
  );
});

describe('without a valid token', () => {
  it.each(all)(
    '[hp-block-storage-v1/4.2.3/token-required] $id is 401, whatever there is',
    async (operation) => {
      for (const format of FORMATS) {
        const [attempt = { path: '' }] = attemptsOf(operation.id, dev, dev);
        const [nothing = { path: '' }] = attemptsOf(operation.id, never, never);
        const answer = await send(server.url, requestOf(operation, 'dev', attempt, format, 'nobody'));
        expectFault(answer, 401, format, operation.path);
        const nobodys = await send(server.url, requestOf(operation, 'nil', nothing, format, 'nobody'));
        expect(comparable(nobodys, never)).toEqual(comparable(answer, dev));
      }
    },
  );

  it.each(all)('[hp-block-storage-v1/4.4/error-401] $id is 401 with a wrong token', async (operation) => {
    for (const format of FORMATS) {
      const [attempt = { path: '' }] = attemptsOf(operation.id, dev, dev);
      for (const token of ['wrong', `${tokens.dev}x`, tokens.dev.slice(0, -1), tokens.dev.toUpperCase()]) {
        const { headers, ...request } = requestOf(operation, 'dev', attempt, format, 'nobody');
        const answer = await send(server.url, { ...request, headers: { ...headers, 'X-Auth-Token': token } });
        expectFault(answer, 401, format, operation.path);
      }
    }
  });
});

describe('HEAD', () => {
  const readable = all.filter(({ method }) => method === 'GET');

  async function ask1(method: string, path: string, format: Format, token?: string): Promise<RawAnswer> {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      'Host: localhost',
      `Accept: application/${format}`,
      ...(token === undefined ? [] : [`X-Auth-Token: ${token}`]),
      'Connection: close',
    ];
    const text = await sendBytes(server.url, `${lines.join('\r\n')}\r\n\r\n`);
    const [answer] = readAnswers(text, { isHead: method === 'HEAD' });
    if (answer === undefined) throw new Error(`no answer to ${method} ${path}`);
    return answer;
  }
  const steady = ({ headers }: RawAnswer) =>
    [...headers].filter(([name]) => name !== 'date' && name !== 'x-compute-request-id');

  it.each(readable)('of $id has the headers of GET and no body', async ({ id, path }) => {
    for (const format of FORMATS) {
      for (const resources of [dev, never]) {
        const [attempt = { path: '' }] = attemptsOf(id, resources, dev);
        const full = `/${versionOf(path)}/dev/${attempt.path}`;
        const got = await ask1('GET', full, format, tokens.dev);
        const head = await ask1('HEAD', full, format, tokens.dev);
        expect(head.status).toBe(got.status);
        expect(steady(head)).toEqual(steady(got));
        expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(got.body)));
        // `readAnswers` takes no body after a HEAD: one would have been read as a second answer.
        expect(head.body).toBe('');
      }
    }
  });

  it.each(readable)('of $id gives nothing away without a token', async ({ id, path }) => {
    for (const format of FORMATS) {
      const answers = await Promise.all(
        [dev, never].map((resources) => {
          const [attempt = { path: '' }] = attemptsOf(id, resources, resources);
          return ask1('HEAD', `/${versionOf(path)}/dev/${attempt.path}`, format);
        }),
      );
      for (const { status } of answers) expect(status).toBe(401);
      const [existing, missing] = answers.map(steady);
      expect(existing).toEqual(missing);
    }
  });
});

describe('side by side', () => {
  const attachments = (tenant: TenantName) =>
    ask('GET', `/v2/${tenant}/${SERVER_PATH}`, { as: tenant }).then(
      (answer) => answer.json().volumeAttachments,
    );

  it('a server of one name has the volumes and devices of each tenant for itself', async () => {
    const [ofDev, ofDemo] = await Promise.all([attachments('dev'), attachments('demo')]);
    expect(ofDev).toEqual([
      { device: '/dev/vdb', id: dev.attached, serverId: SERVER_ID, volumeId: dev.attached },
    ]);
    expect(ofDemo).toEqual([
      { device: '/dev/vdb', id: demo.attached, serverId: SERVER_ID, volumeId: demo.attached },
    ]);
  });

  it("a tenant's quota is not used up by another", async () => {
    const create = (tenant: TenantName) =>
      ask('POST', `/v1/${tenant}/volumes`, { as: tenant, body: { volume: { size: 1 } } });
    expect((await create('dev')).status).toBe(200);
    expect((await create('dev')).status).toBe(200);
    expect((await create('dev')).status).toBe(413);
    expect((await create('demo')).status).toBe(200);
  });

  it('nothing of a tenant was changed by what another tried', async () => {
    for (const [tenant, { volume, attached, snapshot, backup }] of [
      ['dev', dev] as const,
      ['demo', demo] as const,
    ]) {
      expect(await statusOf(tenant, `volumes/${volume}`, 'volume')).toBe('available');
      expect(await statusOf(tenant, `volumes/${attached}`, 'volume')).toBe('in-use');
      expect(await statusOf(tenant, `snapshots/${snapshot}`, 'snapshot')).toBe('available');
      expect(await statusOf(tenant, `backups/${backup}`, 'backup')).toBe('available');
    }
  });
});

describe('tokens of an identity file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-identity-'));
  const file = join(folder, 'identity.json');
  let own: ServerProcess;
  beforeAll(async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const directory = {
      tenants: [{ id: 'acme', name: 'Acme' }],
      users: [{ name: 'ann', password: 'secret-of-ann', tenant: 'acme' }],
      tokens: [
        { id: 'for-ever', user: 'ann' },
        { id: 'for-an-hour', user: 'ann', expires: inAnHour },
        { id: 'expired', user: 'ann', expires: '2013-01-30T13:38:50Z' },
      ],
    };
    writeFileSync(file, JSON.stringify(directory));
    own = await startServer({ args: ['--identity', file] });
  });
  afterAll(async () => {
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  const list = (token: string, tenant = 'acme') =>
    send(own.url, { path: `/v1/${tenant}/volumes`, as: 'nobody', headers: { 'X-Auth-Token': token } });

  it('[hp-block-storage-v1/4.2.3/bad-token-fails] one that has expired is as good as none', async () => {
    expect((await list('for-ever')).status).toBe(200);
    expect((await list('for-an-hour')).status).toBe(200);
    const expired = await list('expired');
    expectFault(expired, 401);
    expect(comparable(expired, dev)).toEqual(comparable(await list('unknown'), dev));
  });

  it('the development tokens are not taken', async () => {
    expectFault(await list(tokens.dev, 'dev'), 401);
  });
});
