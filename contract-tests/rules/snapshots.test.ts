import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Format } from '../support/faults.ts';
import { type Speak, speaking } from '../support/speaking.ts';
import { world } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');

const create = (speak: Speak, snapshot: object) => speak('POST', '/v1/dev/snapshots', { body: { snapshot } });
const listed = async (path = 'snapshots') =>
  (await dev.ask('GET', `/v1/dev/${path}`)).json().snapshots as { id: string }[];

afterEach(() => dev.removeAll('snapshot'));

describe.each(FORMATS)('creating a snapshot in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);

  it('[hp-block-storage-v1/4.5.2.4/create-answers-creating] [hp-block-storage-v1/4.5.2.4/snapshot-of-volume] [hp-block-storage-v1/4.5.2/snapshot-creating-available] answers creating with the size of its volume, then it is available', async () => {
    const { id: volume_id } = await dev.volume({ size: 2 });
    const { status, body } = await create(speak, { volume_id });
    expect(status).toBe(200);
    expect(body.snapshot).toMatchObject({ status: 'creating', size: 2, volume_id });
    const made = await dev.reach('snapshot', body.snapshot.id, 'available');
    expect(made).toMatchObject({ size: 2, volume_id });
    expect(made['os-extended-snapshot-attributes:progress']).toBe('100%');
  });

  it.each([
    ['display_name', 'a name'],
    ['display_description', 'what it is for'],
  ])(
    '[hp-block-storage-v1/4.5.2.4/param-display-name] [hp-block-storage-v1/4.5.2.4/param-display-description] gives back %s, which may be left out',
    async (member, text) => {
      const { id: volume_id } = await dev.volume();
      const { body: with_ } = await create(speak, { volume_id, [member]: text });
      const { body: without } = await create(speak, { volume_id });
      expect(with_.snapshot[member]).toBe(text);
      expect(without.snapshot[member]).toBeNull();
      expect((await dev.get('snapshot', with_.snapshot.id))[member]).toBe(text);
      expect((await dev.get('snapshot', without.snapshot.id))[member]).toBeNull();
    },
  );

  it('[hp-block-storage-v1/4.5.2.4/param-volume-id] needs the id of a volume', async () => {
    expect((await create(speak, { display_name: 'of nothing' })).status).toBe(400);
    expect((await create(speak, { volume_id: randomUUID() })).status).toBe(404);
    expect(await listed()).toEqual([]);
  });

  it('[hp-block-storage-v1/4.5.2/attached-needs-force] [hp-block-storage-v1/2.2.2/snapshot-needs-available-volume] [hp-block-storage-v1/4.5.2.4/param-force-default] refuses a volume that is attached unless force is true', async () => {
    const { id: volume_id } = await dev.volume();
    await dev.attach(volume_id);
    const refused = await create(speak, { volume_id });
    expect(refused.status).toBe(400);
    expect(refused.body.badRequest.message).toContain('in-use');
    expect((await create(speak, { volume_id, force: false })).status).toBe(400);
    expect(await listed()).toEqual([]);
    const forced = await create(speak, { volume_id, force: true });
    expect(forced.status).toBe(200);
    await dev.reach('snapshot', forced.body.snapshot.id, 'available');
    expect((await dev.get('volume', volume_id)).status).toBe('in-use');
  });
});

describe('the bytes of a snapshot', { timeout: 60_000 }, () => {
  it('[hp-block-storage-v1/1/snapshot-captures-point-in-time] [hp-block-storage-v1/1/snapshot-independent-of-volume] [hp-block-storage-v1/4.5.2/snapshot-survives-volume] [hp-block-storage-v1/4.5.2/volume-survives-snapshot] are those of one moment, outlive its volume, and live on in a volume made from it', async () => {
    const { id } = await dev.volume();
    await dev.write(id, 1000, 'before');
    const snapshot = await dev.snapshot(id);
    await dev.write(id, 1000, 'after!');
    await dev.remove('volume', id);
    expect(await dev.get('snapshot', snapshot.id)).toEqual(snapshot);
    const copy = await dev.volume({ snapshot_id: snapshot.id });
    await dev.remove('snapshot', snapshot.id);
    expect(await dev.get('volume', copy.id)).toEqual(copy);
    expect(await dev.read(copy.id, 1000, 6)).toBe('before');
    const { serverId } = await dev.attach(copy.id);
    await dev.detach(copy.id, serverId);
  });
});

describe('a snapshot', () => {
  it('[hp-block-storage-v1/2.2.2/snapshot-not-attachable] [hp-block-storage-v1/1/snapshot-used-through-new-volume] cannot be attached, backed up or restored to; a volume made from it can', async () => {
    const { id: volume_id } = await dev.volume();
    const { id } = await dev.snapshot(volume_id);
    const { id: backup } = await dev.backup(volume_id);
    const attachments = '/v2/dev/servers/a-server/os-volume_attachments';
    const uses = {
      attach: (volumeId: string) =>
        dev.ask('POST', attachments, { body: { volumeAttachment: { volumeId } } }),
      backUp: (volume: string) =>
        dev.ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: volume } } }),
      restore: (volume: string) =>
        dev.ask('POST', `/v1/dev/backups/${backup}/restore`, { body: { restore: { volume_id: volume } } }),
    };
    for (const [name, use] of Object.entries(uses)) expect((await use(id)).status, name).toBe(404);
    for (const [name, use] of Object.entries(uses)) {
      const copy = await dev.volume({ snapshot_id: id });
      await dev.reach('backup', backup, 'available');
      expect((await use(copy.id)).status, name).toBe(200);
    }
  });

  it('[hp-block-storage-v1/4.5.2.3/get-by-id] is shown by its id', async () => {
    const { id: volume_id } = await dev.volume();
    const one = await dev.snapshot(volume_id, { display_name: 'one' });
    const two = await dev.snapshot(volume_id, { display_name: 'two' });
    expect(await dev.get('snapshot', one.id)).toMatchObject({ id: one.id, display_name: 'one' });
    expect(await dev.get('snapshot', two.id)).toMatchObject({ id: two.id, display_name: 'two' });
    expect((await dev.ask('GET', `/v1/dev/snapshots/${volume_id}`)).status).toBe(404);
  });
});

describe('lists of snapshots', () => {
  it('[hp-block-storage-v1/4.5.2.1/lists-own-tenant] show those of the tenant', async () => {
    const { id: volume_id } = await dev.volume();
    const mine = [await dev.snapshot(volume_id), await dev.snapshot(volume_id)].map(({ id }) => id);
    for (const path of ['snapshots', 'snapshots/detail']) {
      expect((await listed(path)).map(({ id }) => id).sort()).toEqual(mine.sort());
      const theirs = await dev.ask('GET', `/v1/demo/${path}`, { as: 'demo' });
      expect(theirs.json()).toEqual({ snapshots: [] });
    }
  });

  it('[hp-block-storage-v1/4.5.2.2/detail-gives-more] [hp-block-storage-v1/4.5.2.2/extended-attributes] give more in detail: progress and project', async () => {
    const { id: volume_id } = await dev.volume();
    const made = await dev.snapshot(volume_id);
    const [[plain], [detailed]] = [await listed(), await listed('snapshots/detail')];
    expect(detailed).toEqual({
      ...plain,
      'os-extended-snapshot-attributes:progress': '100%',
      'os-extended-snapshot-attributes:project_id': 'dev',
    });
    expect(detailed).toEqual(made);
    expect(Object.keys(plain ?? {}).filter((name) => name.includes(':'))).toEqual([]);
  });
});

describe.each(FORMATS)('deleting a snapshot, %s being asked for', (format) => {
  it('[hp-block-storage-v1/4.5.2.5/delete-by-id] [hp-block-storage-v1/4.5.2.5/delete-snapshot-202] [hp-block-storage-v1/4.5.2.5/delete-snapshot-no-body] answers 202 without a body, and it alone is gone', async () => {
    const { id: volume_id } = await dev.volume();
    const [kept, deleted] = [await dev.snapshot(volume_id), await dev.snapshot(volume_id)];
    const { status, text, headers } = await speaking(dev.ask, format)(
      'DELETE',
      `/v1/dev/snapshots/${deleted.id}`,
    );
    expect(status).toBe(202);
    expect(text).toBe('');
    expect(headers.get('content-type')).toBeNull();
    await dev.gone('snapshot', deleted.id);
    expect((await listed()).map(({ id }) => id)).toEqual([kept.id]);
    expect((await dev.get('volume', volume_id)).status).toBe('available');
  });
});
