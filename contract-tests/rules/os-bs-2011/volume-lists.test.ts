import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { realClock } from '../../../src/engine/clock.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { world } from '../world.ts';
import { lists } from './lists.ts';
import { BASE, osBs, type Resource, TYPES } from './world.ts';

const LISTS = ['volumes', 'volumes/detail'];
const dev = world('--quota-gigabytes', '-1');
const blocks = osBs(dev);
const { found, refusalOf } = lists(dev.ask, 'volume');

let first: Resource;
let second: Resource;
let third: Resource;
let backup: Resource;

// The newest comes first.
beforeAll(async () => {
  third = await blocks.volume({ name: 'last', typeId: TYPES.SSD });
  backup = await blocks.backup(third.id);
  second = await blocks.volume({ name: 'of the backup', backupId: backup.id, size: 2 });
  first = await blocks.volume({ name: 'first & only' });
}, 120_000);

describe('a list of volumes', () => {
  it('has all of them without a query', async () => {
    expect(await found('')).toEqual([first.id, second.id, third.id]);
  });

  it('[os-bs-2011/2.3.1.1.1/query-type] [os-bs-2011/2.3.1.1/filters] has those of one type', async () => {
    expect(await found(`type=${TYPES.SSD}`)).toEqual([third.id]);
    expect(await found(`type=${TYPES.NFS}`)).toEqual([first.id, second.id]);
    expect(await found(`type=${randomUUID()}`)).toEqual([]);
    expect(await refusalOf('type=SSD')).toContain('type must match pattern');
  });

  it('[os-bs-2011/2.3.1.1.1/query-backup] [os-bs-2011/2.3.1.1/filters] has those made from one backup', async () => {
    expect(await found(`backup=${backup.id}`)).toEqual([second.id]);
    expect(await found(`backup=${randomUUID()}`)).toEqual([]);
    expect(await refusalOf('backup=first')).toContain('backup must match pattern');
  });

  it('[os-bs-2011/2.3.1.1.1/query-name] [os-bs-2011/2.3.1.1/filters] has those of one name', async () => {
    expect(await found(`name=${encodeURIComponent('first & only')}`)).toEqual([first.id]);
    expect(await found('name=first')).toEqual([]);
  });

  it('[os-bs-2011/2.3.1.1.1/query-size] has those of one size', async () => {
    expect(await found('size=2')).toEqual([second.id]);
    expect(await found('size=1')).toEqual([first.id, third.id]);
    expect(await found('size=0')).toEqual([]);
    for (const size of ['-1', 'large', '1.5', ''])
      expect(await refusalOf(`size=${size}`)).toContain('size param must be');
  });

  it('[os-bs-2011/2.3.1.1.1/query-status] [os-bs-2011/2.3.1.1/filters] has those in one status, however it is written', async () => {
    for (const status of ['AVAILABLE', 'available', 'Available'])
      expect(await found(`status=${status}`)).toEqual([first.id, second.id, third.id]);
    for (const status of ['ATTACHED', 'CREATING', 'ERROR', 'DELETED', 'UNKNOWN', 'in-use', 'OTHER'])
      expect(await found(`status=${status}`)).toEqual([]);
  });

  it('[os-bs-2011/2.3.1.1.1/query-limit] [os-bs-2011/2.3.1.1.1/query-marker] comes in pages', async () => {
    expect(await found('limit=1')).toEqual([first.id]);
    expect(await found(`limit=1&marker=${first.id}`)).toEqual([second.id]);
    expect(await found(`limit=2&marker=${first.id}`)).toEqual([second.id, third.id]);
    expect(await found(`marker=${third.id}`)).toEqual([]);
    expect(await found('limit=0')).toEqual([first.id, second.id, third.id]);
    for (const limit of ['-1', 'many', '1.5'])
      expect(await refusalOf(`limit=${limit}`)).toContain('limit param must be');
    for (const marker of [randomUUID(), backup.id])
      expect(await refusalOf(`marker=${marker}`)).toContain(marker);
    expect(await refusalOf('marker=first')).toContain('marker must match pattern');
  });

  it('[os-bs-2011/2.3.1.1.1/query-marker] goes on behind the marker with the filters that it has', async () => {
    expect(await found('size=1&limit=1')).toEqual([first.id]);
    expect(await found(`size=1&limit=1&marker=${first.id}`)).toEqual([third.id]);
    expect(await found(`type=${TYPES.SSD}&status=available&name=last&marker=${second.id}`)).toEqual([
      third.id,
    ]);
  });

  it('[os-bs-2011/2.3.1.1/lists-of-one-tenant] [os-bs-2011/2.3.1.1.1/tenant-id-template] has those of the tenant in the path, whose token it takes', async () => {
    for (const query of [
      '',
      'size=1',
      'status=available',
      'name=last',
      `backup=${backup.id}`,
      `type=${TYPES.NFS}`,
      'changes-since=2011-01-01T00:00:00Z',
    ])
      for (const list of LISTS) {
        const theirs = await dev.ask('GET', `/v1.1/demo/OS-BS/${list}?${query}`, { as: 'demo' });
        expect(theirs.json(), query).toEqual({ 'OS-BS:volumes': [] });
      }
    const behind = await dev.ask('GET', `/v1.1/demo/OS-BS/volumes?marker=${first.id}`, { as: 'demo' });
    expect(behind.status).toBe(400);
    for (const list of LISTS) {
      const refused = await dev.ask('GET', `${BASE}/${list}`, { as: 'demo' });
      expect([400, 401, 403, 404]).toContain(refused.status);
      expect(refused.text).not.toContain(first.id);
    }
  });

  it.each(['yesterday', '2011-11-06', '2011-13-01T00:00:00Z', '2011-11-06T25:00:00Z', ''])(
    '[os-bs-2011/2.3.1.1.1/query-changes-since] is not to be had for changes since "%s"',
    async (time) => {
      expect(await refusalOf(`changes-since=${time}`)).toContain('changes-since');
    },
  );
});

describe('changes', () => {
  it('[os-bs-2011/2.3.1.1.1/query-changes-since] [os-bs-2011/2.3.1.1/changes-since-includes-deleted] are what has been made, renamed or deleted since then', async () => {
    let now = Date.parse('2011-11-06T00:00:00Z') * 1000;
    const { ask } = await serverInProcess({ clock: { ...realClock(), now: () => now } });
    const past = osBs({ ask });
    const at = (minute: number) => {
      now = Date.parse('2011-11-06T00:00:00Z') * 1000 + minute * 60_000_000;
    };
    const deleted = await past.volume();
    const renamed = await past.volume();
    const made = await past.volume();
    at(10);
    await ask('PUT', past.path('volume', renamed.id), { body: { 'OS-BS:volume': { name: 'new' } } });
    at(20);
    await past.remove('volume', deleted.id);

    const since = (time: string) => past.ids(`volumes?changes-since=${time}`);
    expect(await since('2011-11-06T00:00:00Z')).toEqual([made.id, renamed.id, deleted.id]);
    expect(await since('2011-11-06T00:10:00Z')).toEqual([renamed.id, deleted.id]);
    expect(await since('2011-11-06T02:10:00%2B02:00')).toEqual([renamed.id, deleted.id]);
    expect(await since('2011-11-06T00:10:00.000001')).toEqual([deleted.id]);
    expect(await since('2011-11-06T00:20:01Z')).toEqual([]);
    expect(await past.ids('volumes')).toEqual([made.id, renamed.id]);
    const gone = await past.list('volumes/detail?changes-since=2011-11-06T00:00:00Z&status=deleted');
    expect(gone).toEqual([expect.objectContaining({ id: deleted.id, status: 'DELETED' })]);
    const behind = `changes-since=2011-11-06T00:00:00Z&limit=1&marker=${renamed.id}`;
    expect(await past.ids(`volumes?${behind}`)).toEqual([deleted.id]);
  });
});
