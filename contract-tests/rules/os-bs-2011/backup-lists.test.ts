import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { realClock } from '../../../src/engine/clock.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { world } from '../world.ts';
import { lists } from './lists.ts';
import { osBs, type Resource } from './world.ts';

const dev = world('--quota-gigabytes', '-1');
const blocks = osBs(dev);
const { found, refusalOf } = lists(dev.ask, 'backup');

let first: Resource;
let second: Resource;
let third: Resource;
beforeAll(async () => {
  const small = await blocks.volume();
  const large = await blocks.volume({ size: 2 });
  first = await blocks.backup(small.id, { name: 'first & only' });
  second = await blocks.backup(large.id, { name: 'of the large one' });
  third = await blocks.backup(small.id, { name: 'last' });
}, 120_000);

describe('a list of backups', () => {
  it('has all of them without a query', async () => {
    expect(await found('')).toEqual([first.id, second.id, third.id]);
  });

  it('[os-bs-2011/2.3.2.1.1/query-volume] has those of one volume', async () => {
    expect(await found(`volume=${first.volumeId}`)).toEqual([first.id, third.id]);
    expect(await found(`volume=${randomUUID()}`)).toEqual([]);
    expect(await refusalOf('volume=first')).toContain('volume must match pattern');
  });

  it('[os-bs-2011/2.3.2.1.1/query-name] has those of one name', async () => {
    expect(await found(`name=${encodeURIComponent('first & only')}`)).toEqual([first.id]);
    expect(await found('name=first')).toEqual([]);
  });

  it('[os-bs-2011/2.3.2.1.1/query-size] has those of one size', async () => {
    expect(await found('size=2')).toEqual([second.id]);
    expect(await found('size=1')).toEqual([first.id, third.id]);
    expect(await found('size=0')).toEqual([]);
    for (const size of ['-1', 'large', '1.5', ''])
      expect(await refusalOf(`size=${size}`)).toContain('size param must be');
  });

  it('[os-bs-2011/2.3.2.1.1/query-status] has those in one status, however it is written', async () => {
    for (const status of ['AVAILABLE', 'available', 'Available'])
      expect(await found(`status=${status}`)).toEqual([first.id, second.id, third.id]);
    for (const status of ['SAVING', 'ERROR', 'DELETED', 'creating', 'OTHER'])
      expect(await found(`status=${status}`)).toEqual([]);
  });

  it('[os-bs-2011/2.3.2.1.1/query-limit] [os-bs-2011/2.3.2.1.1/query-marker] comes in pages', async () => {
    expect(await found('limit=1')).toEqual([first.id]);
    expect(await found(`limit=1&marker=${first.id}`)).toEqual([second.id]);
    expect(await found(`limit=2&marker=${first.id}`)).toEqual([second.id, third.id]);
    expect(await found(`marker=${third.id}`)).toEqual([]);
    expect(await found('limit=0')).toEqual([first.id, second.id, third.id]);
    for (const limit of ['-1', 'many', '1.5'])
      expect(await refusalOf(`limit=${limit}`)).toContain('limit param must be');
    const marker = randomUUID();
    expect(await refusalOf(`marker=${marker}`)).toContain(marker);
    expect(await refusalOf('marker=first')).toContain('marker must match pattern');
  });

  it('[os-bs-2011/2.3.2.1.1/query-marker] goes on behind the marker with the filters that it has', async () => {
    expect(await found(`volume=${first.volumeId}&limit=1`)).toEqual([first.id]);
    expect(await found(`volume=${first.volumeId}&limit=1&marker=${first.id}`)).toEqual([third.id]);
    expect(await found(`size=1&status=available&name=last&marker=${second.id}`)).toEqual([third.id]);
  });

  it.each(['yesterday', '2011-11-06', '2011-13-01T00:00:00Z', '2011-11-06T25:00:00Z', ''])(
    '[os-bs-2011/2.3.2.1.1/query-changes-since] is not to be had for changes since "%s"',
    async (time) => {
      expect(await refusalOf(`changes-since=${time}`)).toContain('changes-since');
    },
  );
});

describe('changes', () => {
  it('[os-bs-2011/2.3.2.1.1/query-changes-since] are what has been made, renamed or deleted since then', async () => {
    let now = Date.parse('2011-11-06T00:00:00Z') * 1000;
    const { ask } = await serverInProcess({ clock: { ...realClock(), now: () => now } });
    const past = osBs({ ask });
    const at = (minute: number) => {
      now = Date.parse('2011-11-06T00:00:00Z') * 1000 + minute * 60_000_000;
    };
    const { id: volumeId } = await past.volume();
    const made = await past.backup(volumeId);
    const renamed = await past.backup(volumeId);
    const deleted = await past.backup(volumeId);
    at(10);
    await ask('PUT', past.path('backup', renamed.id), { body: { 'OS-BS:backup': { name: 'new' } } });
    at(20);
    await past.remove('backup', deleted.id);

    const since = (time: string) => past.ids(`backups?changes-since=${time}`);
    expect(await since('2011-11-06T00:00:00Z')).toEqual([made.id, renamed.id, deleted.id]);
    expect(await since('2011-11-06T00:10:00Z')).toEqual([renamed.id, deleted.id]);
    expect(await since('2011-11-06T02:10:00%2B02:00')).toEqual([renamed.id, deleted.id]);
    expect(await since('2011-11-06T00:10:00.000001')).toEqual([deleted.id]);
    expect(await since('2011-11-06T00:20:01Z')).toEqual([]);
    expect(await past.ids('backups')).toEqual([made.id, renamed.id]);
    const gone = await past.list('backups/detail?changes-since=2011-11-06T00:00:00Z&status=deleted');
    expect(gone).toEqual([expect.objectContaining({ id: deleted.id, status: 'DELETED' })]);
  });
});
