import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { operationsOfContract } from '../support/contract.ts';
import type { Format } from '../support/faults.ts';
import { operations } from '../support/manifest.ts';
import { speaking } from '../support/speaking.ts';
import { world } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');

/** A request that succeeds, whenever it is asked for; below the tenant. */
type Ready = () => Promise<{ readonly path: string; readonly body?: unknown }>;

const attached = async () => {
  const { id } = await dev.volume();
  const { serverId } = await dev.attach(id);
  return `servers/${serverId}/os-volume_attachments/${id}`;
};
const snapshot = async () => `snapshots/${(await dev.snapshot((await dev.volume()).id)).id}`;
const backup = async () => `backups/${(await dev.backup((await dev.volume()).id)).id}`;

/** By operation. */
const ready: Readonly<Record<string, Ready>> = {
  'hp-block-storage-v1/list-volumes': async () => ({ path: 'volumes' }),
  'hp-block-storage-v1/list-volumes-details': async () => ({ path: 'volumes/detail' }),
  'hp-block-storage-v1/get-volume-details': async () => ({ path: `volumes/${(await dev.volume()).id}` }),
  'hp-block-storage-v1/create-volume': async () => ({ path: 'volumes', body: { volume: { size: 1 } } }),
  'hp-block-storage-v1/delete-volume': async () => ({ path: `volumes/${(await dev.volume()).id}` }),
  'hp-block-storage-v1/list-snapshots': async () => ({ path: 'snapshots' }),
  'hp-block-storage-v1/list-snapshots-details': async () => ({ path: 'snapshots/detail' }),
  'hp-block-storage-v1/get-snapshot-details': async () => ({ path: await snapshot() }),
  'hp-block-storage-v1/create-snapshot': async () => ({
    path: 'snapshots',
    body: { snapshot: { volume_id: (await dev.volume()).id } },
  }),
  'hp-block-storage-v1/delete-snapshot': async () => ({ path: await snapshot() }),
  'hp-block-storage-v1/list-backups': async () => ({ path: 'backups' }),
  'hp-block-storage-v1/list-backups-details': async () => ({ path: 'backups/detail' }),
  'hp-block-storage-v1/get-backup-details': async () => ({ path: await backup() }),
  'hp-block-storage-v1/create-backup': async () => ({
    path: 'backups',
    body: { backup: { volume_id: (await dev.volume()).id } },
  }),
  'hp-block-storage-v1/delete-backup': async () => ({ path: await backup() }),
  'hp-block-storage-v1/restore-backup': async () => ({
    path: `${await backup()}/restore`,
    body: { restore: { volume_id: (await dev.volume()).id } },
  }),
  'hp-block-storage-v1/list-attached-volumes': async () => ({
    path: `servers/${randomUUID()}/os-volume_attachments`,
  }),
  'hp-block-storage-v1/attach-volume': async () => ({
    path: `servers/${randomUUID()}/os-volume_attachments`,
    body: { volumeAttachment: { volumeId: (await dev.volume()).id } },
  }),
  'hp-block-storage-v1/detach-volume': async () => ({ path: await attached() }),
  'hp-block-storage-v1/get-attached-volume-details': async () => ({ path: await attached() }),
};

const documented = operations()
  .filter(({ document }) => document === 'hp-block-storage-v1')
  .map((operation) => ({
    ...operation,
    base: operation.path.startsWith('/v1/') ? '/v1/dev/' : '/v2/dev/',
    success: Number(operation.success_codes),
    ready: ready[operation.id] ?? (() => Promise.reject(new Error(`no request for ${operation.id}`))),
  }));

describe('every operation', () => {
  describe.each(FORMATS)('in %s', (format) => {
    it.each(documented)('[hp-block-storage-v1/4.1.1/json-and-xml] $id', async (operation) => {
      const { path, body } = await operation.ready();
      const answer = await speaking(dev.ask, format)(operation.method, operation.base + path, { body });
      expect(answer.status, answer.text).toBe(operation.success);
      // The operations without a response body are those that are accepted for later.
      expect(answer.body === undefined).toBe(operation.success === 202);
      if (answer.text !== '') expect(answer.text).toMatch(format === 'json' ? /^\{"/ : /^<\?xml /);
    });
  });

  const withoutBody = documented.filter(({ method }) => method === 'GET' || method === 'DELETE');
  it.each(withoutBody)(
    '[hp-block-storage-v1/4.5.1.1/no-request-body] $id needs no body',
    async (operation) => {
      const { path } = await operation.ready();
      expect((await dev.ask(operation.method, operation.base + path)).status).toBe(operation.success);
      const inContract = operationsOfContract().find(({ operationId }) => operationId === operation.id);
      expect(inContract).toBeDefined();
      expect(inContract).not.toHaveProperty('requestBody');
    },
  );
});

/** What a path answers to a method that it does not have tells which it has, and changes nothing. */
async function methodsOf(path: string): Promise<string[] | number> {
  const { status, headers } = await dev.ask('PROPFIND', path);
  return status === 405 ? (headers.get('allow') ?? '').split(', ') : status;
}

const elsewhere = ['/v3/dev/', '/dev/', '/v1/', '/v2/', '/'];

describe('below /v1/{tenant_id}', () => {
  const below = documented.filter(({ path }) => path.startsWith('/v1/'));

  it('are 16 operations', () => expect(below).toHaveLength(16));

  it.each(below)('[hp-block-storage-v1/4.1.1/base-uri-v1] is $id, and nowhere else', async (operation) => {
    const path = operation.path.slice('/v1/{tenant_id}/'.length).replaceAll(/\{\w+\}/g, '1');
    expect(await methodsOf(`/v1/dev/${path}`)).toContain(operation.method);
    for (const base of ['/v2/dev/', '/v1.1/dev/', ...elsewhere])
      expect(await methodsOf(base + path), base).toBe(404);
  });
});

describe('below /v2/{tenant_id}, where the compute API is', () => {
  const below = documented.filter(({ path }) => path.startsWith('/v2/'));

  it('are 4 operations', () => expect(below).toHaveLength(4));

  it.each(below)(
    '[hp-block-storage-v1/4.1.2/base-uri-v2] [hp-block-storage-v1/2.3/attach-is-compute-extension] is $id, below a server, and nowhere else',
    async (operation) => {
      const path = operation.path.slice('/v2/{tenant_id}/'.length).replaceAll(/\{\w+\}/g, '1');
      expect(path).toMatch(/^servers\/1\/os-volume_attachments/);
      expect(await methodsOf(`/v2/dev/${path}`)).toContain(operation.method);
      // Below `/v1.1` another document has the same.
      for (const base of ['/v1/dev/', ...elsewhere]) expect(await methodsOf(base + path), base).toBe(404);
    },
  );
});

describe('a resource', () => {
  const kinds = [
    ['volume', async () => ({ size: 1 })],
    ['snapshot', async () => ({ volume_id: (await dev.volume()).id })],
    ['backup', async () => ({ volume_id: (await dev.volume()).id })],
  ] as const;

  it.each(kinds)(
    '[hp-block-storage-v1/2.1/restful-http] such as a %s is made by POST, read by GET at its own path, and removed by DELETE',
    async (kind, fields) => {
      const collection = `/v1/dev/${kind}s`;
      const made = await dev.ask('POST', collection, { body: { [kind]: await fields() } });
      expect(made.status).toBe(200);
      const { id } = made.json()[kind];
      const first = await dev.reach(kind, id, 'available');
      expect(await dev.get(kind, id), 'reading changes nothing').toEqual(first);
      const found: { id: unknown }[] = (await dev.ask('GET', collection)).json()[`${kind}s`];
      expect(found.map((resource) => resource.id)).toContain(id);

      const wrong = await dev.ask('POST', `${collection}/${id}`, { body: {} });
      expect(wrong.status).toBe(405);
      // Updates are of volumes and snapshots, and beyond the document.
      expect(wrong.headers.get('allow')).toBe(
        kind === 'backup' ? 'DELETE, GET, HEAD' : 'DELETE, GET, HEAD, PUT',
      );
      expect(await dev.get(kind, id)).toEqual(first);

      await dev.remove(kind, id);
      for (const method of ['GET', 'DELETE'])
        expect((await dev.ask(method, `${collection}/${id}`)).status, method).toBe(404);
    },
  );
});
