import { describe, expect, it } from 'vitest';
import { examplesOfContract } from '../../support/contract.ts';
import { operations } from '../../support/manifest.ts';
import type { RequestOptions } from '../../support/requests.ts';
import { answeredSuccess } from '../../support/successes.ts';
import { world } from '../world.ts';
import { attachmentsOf, BASE, bock } from './bock.ts';

const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');
const api = bock((...request) => dev.ask(...request));

interface Ready {
  readonly path: string;
  readonly body?: object;
}

const volume = async () => (await api.volume()).id;
const snapshot = async () => (await api.snapshot(await volume())).id;
const attached = async () => {
  const id = await volume();
  await api.attached(258315, id);
  return id;
};

/** A request of each operation that succeeds. */
const ready: Readonly<Record<string, () => Promise<Ready>>> = {
  'get-version-info': async () => ({ path: '/v1.1/' }),
  'list-versions': async () => ({ path: '/' }),
  'list-volumes': async () => ({ path: `${BASE}/os-volumes` }),
  'create-volume': async () => ({ path: `${BASE}/os-volumes`, body: { volume: { size: 1 } } }),
  'get-volume-details': async () => ({ path: `${BASE}/os-volumes/${await volume()}` }),
  'delete-volume': async () => ({ path: `${BASE}/os-volumes/${await volume()}` }),
  'list-attached-volumes': async () => ({ path: attachmentsOf(258315) }),
  'attach-volume': async () => ({
    path: attachmentsOf(258315),
    body: { volumeAttachment: { volumeId: await volume() } },
  }),
  'detach-volume': async () => ({ path: `${attachmentsOf(258315)}/${await attached()}` }),
  'list-snapshots': async () => ({ path: `${BASE}/os-snapshots` }),
  'create-snapshot': async () => ({
    path: `${BASE}/os-snapshots`,
    body: { snapshot: { volume_id: await volume() } },
  }),
  'get-snapshot-details': async () => ({ path: `${BASE}/os-snapshots/${await snapshot()}` }),
  'delete-snapshot': async () => ({ path: `${BASE}/os-snapshots/${await snapshot()}` }),
};

const documented = operations()
  .filter(({ document }) => document === 'hp-bock-v1.1')
  .map((operation) => ({
    ...operation,
    name: operation.id.replace('hp-bock-v1.1/', ''),
    success: Number(answeredSuccess(operation)),
  }));
type Documented = (typeof documented)[number];
const requestOf = ({ name }: Documented): Promise<Ready> =>
  ready[name]?.() ?? Promise.reject(new Error(`no request for ${name}`));
const ask = (operation: Documented, { path, body }: Ready, options: RequestOptions = {}) =>
  dev.ask(operation.method, path, { body, ...options });

const belowTenant = documented.filter(({ path }) => path.includes('{tenant_id}'));
const withBody = documented.filter(({ method }) => method === 'POST');

it('there are 13 operations', () => {
  expect(documented).toHaveLength(13);
  expect(Object.keys(ready).sort()).toEqual(documented.map(({ name }) => name).sort());
});

describe('JSON', () => {
  it.each(documented)(
    '[hp-bock-v1.1/4.1/json-only] [hp-bock-v1.1/4.4.1.1/xml-not-supported] is what $name answers, whatever is asked for',
    async (operation) => {
      for (const Accept of ['application/json', 'application/xml', 'text/html', '*/*']) {
        const answer = await ask(operation, await requestOf(operation), { headers: { Accept } });
        expect(answer.status, answer.text).toBe(operation.success);
        if (operation.success === 202) expect(answer.text).toBe('');
        else {
          expect(answer.headers.get('content-type')).toBe('application/json');
          expect(answer.text).toMatch(/^\{"/);
        }
      }
    },
  );

  it.each(withBody)(
    '[hp-bock-v1.1/4.1/json-only] [hp-bock-v1.1/4.4.1.1/xml-not-supported] is what $name takes, and no XML',
    async (operation) => {
      const [wrapper = ''] = Object.keys((await requestOf(operation)).body ?? {});
      const headers = { Accept: 'application/xml' };
      const answer = await dev.ask('POST', (await requestOf(operation)).path, {
        body: `<${wrapper} size="1" volume_id="1" volumeId="1"/>`,
        headers,
      });
      expect(answer.status).toBe(415);
      expect(answer.json().badMediaType.message).not.toMatch(/xml.*;.*xml/);
    },
  );

  it.each(documented)(
    '[hp-bock-v1.1/4.1/json-only] is what the contract has for $name, and nothing else',
    ({ id }) => {
      // Every body of the contract has an example.
      const shown = examplesOfContract().filter(({ operationId }) => operationId === id);
      expect(new Set(shown.map(({ format }) => format))).toEqual(new Set(['json']));
    },
  );
});

describe('without a body', () => {
  it.each(documented.filter(({ method }) => method !== 'POST'))(
    '[hp-bock-v1.1/4.4.2.1/no-request-body] $name succeeds, and takes no notice of one',
    async (operation) => {
      const { path } = await requestOf(operation);
      expect((await ask(operation, { path })).status).toBe(operation.success);
      if (operation.method === 'GET') return;
      const other = await requestOf(operation);
      expect((await ask(operation, { ...other, body: { volume: 'any' } })).status).toBe(operation.success);
    },
  );

  it.each(withBody)('$name does not', async (operation) => {
    const { path } = await requestOf(operation);
    expect((await ask(operation, { path })).status).toBe(400);
  });
});

describe('the base URI', () => {
  it.each(belowTenant)(
    '[hp-bock-v1.1/4.1/base-uri] is /v1.1 and the tenant for $name, and no other is',
    async (operation) => {
      const request = await requestOf(operation);
      const at = (base: string) => ask(operation, { ...request, path: request.path.replace(BASE, base) });
      for (const base of ['/v1/dev', '/v3/dev', '/v1.0/dev', '/dev', '/v1.1', '']) {
        expect((await at(base)).status, base).toBe(404);
      }
      expect((await at('/v1.1/demo')).status).toBe(400);
      expect((await at(BASE)).status).toBe(operation.success);
    },
  );

  it('unknown paths below it are answered in its words', async () => {
    for (const Accept of ['application/json', 'application/xml']) {
      const headers = { Accept };
      for (const path of ['/v1.1/dev/nothing', '/v1.1/dev', '/v1.1/dev/os-volumes/1/2']) {
        const { status, json } = await dev.ask('GET', path, { headers });
        expect(status).toBe(404);
        expect(json().itemNotFound.code).toBe(404);
      }
    }
  });
});

describe('a token', () => {
  it.each(belowTenant)('[hp-bock-v1.1/4.4.1.1/token-header] is required by $name', async (operation) => {
    const request = await requestOf(operation);
    for (const headers of [{}, { 'X-Auth-Token': 'wrong' }]) {
      const answer = await ask(operation, request, { as: 'nobody', headers });
      expect(answer.status).toBe(401);
      expect(answer.json().unauthorized.code).toBe(401);
    }
    expect((await ask(operation, request)).status).toBe(operation.success);
  });
});

describe('limits', () => {
  it('[hp-bock-v1.1/4.4.2/rate-limits-none] [hp-bock-v1.1/4.4.3/limits-none] on how often one may ask there are none, unless they are set', async () => {
    for (const path of ['/os-volumes', '/servers/258315/os-volume_attachments']) {
      const burst = Array.from({ length: 60 }, () => dev.ask('GET', `${BASE}${path}`));
      const statuses = (await Promise.all(burst)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
  });

  it('[hp-bock-v1.1/4.4.3/limits-none] on volumes at a server there are none of the tenant, but a server has 26 devices', async () => {
    const ids = await Promise.all(Array.from({ length: 27 }, volume));
    const statuses = [];
    for (const volumeId of ids) statuses.push((await api.attach(777, { volumeId })).status);
    expect(statuses).toEqual([...Array(26).fill(200), 400]);
    expect((await api.attach(778, { volumeId: ids[26] })).status).toBe(200);
  });
});
