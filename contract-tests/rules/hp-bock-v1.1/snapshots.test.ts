import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { until } from '../../support/requests.ts';
import { world } from '../world.ts';
import { BASE, bock, sample } from './bock.ts';

// Copies of volumes with data read a whole GB each, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');
const api = bock((...request) => dev.ask(...request));

const named = (fields: object = {}) => api.volume({ display_name: randomUUID(), ...fields });

describe('creating a snapshot', () => {
  it('[hp-bock-v1.1/4.4.4.2/create-from-volume] [hp-bock-v1.1/4.4.4.2/snapshot-of-volume] [hp-bock-v1.1/4.4.4.2/create-answers-creating] [hp-bock-v1.1/4.4.4/snapshot-creating-available] [hp-bock-v1.1/4.4.4.1/snapshot-fields] [hp-bock-v1.1/4.4.2.1/integer-ids] answers creating, with the size of the volume and the time to the microsecond', async () => {
    const { id: volume_id } = await api.volume({ size: 7 });
    const { snapshot: asked } = sample('4.4.4.2/create-snapshot-request');
    const { status, json } = await api.createSnapshot({ ...asked, volume_id });
    expect(status).toBe(200);
    const { snapshot } = json();
    expect(snapshot).toEqual({
      ...sample('4.4.4.2/create-snapshot-response').snapshot,
      volumeId: volume_id,
      id: expect.any(Number),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/),
    });
    const shown = await api.reachSnapshot(snapshot.id, 'available');
    expect(shown).toEqual({
      ...snapshot,
      status: 'available',
      createdAt: snapshot.createdAt.slice(0, 'YYYY-MM-DD HH:MM:SS'.length),
    });
  });

  it.each([
    ['display_name', 'displayName', 'a name'],
    ['display_description', 'displayDescription', 'what it is for'],
  ] as const)(
    '[hp-bock-v1.1/4.4.4.2/param-display-name] [hp-bock-v1.1/4.4.4.2/param-display-description] [hp-bock-v1.1/4.4.2.2/snake-in-camel-out] takes %s, which may be left out or null, and shows it as %s',
    async (member, shownAs, text) => {
      const { id } = await api.volume();
      const shown = [];
      for (const fields of [{ [member]: text }, {}, { [member]: null }]) {
        shown.push((await api.snapshot(id, fields))[shownAs]);
      }
      expect(shown).toEqual([text, null, null]);
    },
  );

  it('[hp-bock-v1.1/4.4.4.2/param-volume-id] needs a volume, by its number, its digits or its UUID', async () => {
    const volume = await named();
    for (const id of [volume.id, String(volume.id), await api.uuidOf(volume)]) {
      expect((await api.snapshot(id)).volumeId).toBe(volume.id);
    }
    for (const snapshot of [{}, { volume_id: null }, { volume_id: [volume.id] }, { volume_id: 1.5 }]) {
      const { status, json } = await api.createSnapshot(snapshot);
      expect(status, JSON.stringify(snapshot)).toBe(400);
      expect(json().badRequest.message).toContain('volume_id');
    }
  });

  it('[hp-bock-v1.1/4.4.4.2/error-404-volume] refuses a volume that is not there in the words of the document', async () => {
    const { status, json } = await api.createSnapshot({ volume_id: 18819 });
    expect(status).toBe(404);
    expect(json()).toEqual(sample('4.4.4.2/create-snapshot-error-404'));
  });

  it('[hp-bock-v1.1/4.4.4/no-snapshot-when-attached] [hp-bock-v1.1/4.4.4.2/param-force-default] refuses a volume that is attached, unless it is forced', async () => {
    const { id: volume_id } = await api.volume();
    await api.attached(258315, volume_id);
    for (const force of [undefined, null, false, 'false']) {
      const { status, json } = await api.createSnapshot({ volume_id, force });
      expect(status).toBe(400);
      expect(json().badRequest.message).toContain('in-use');
    }
    for (const force of [true, 'true']) {
      const { status } = await api.createSnapshot({ volume_id, force });
      expect(status).toBe(200);
    }
    await api.detach(258315, volume_id);
    await api.reachVolume(volume_id, 'available');
    expect((await api.createSnapshot({ volume_id })).status).toBe(200);
  });
});

describe('a snapshot', () => {
  it('[hp-bock-v1.1/4.4.4/snapshot-read-only-copy] [hp-bock-v1.1/4.4.2.2/snapshot-copy] keeps what the volume held, and gives it to the volumes that are made of it', async () => {
    const volume = await named();
    const uuid = await api.uuidOf(volume);
    await dev.write(uuid, 4096, 'before');
    const { id } = await api.snapshot(volume.id);
    await dev.write(uuid, 4096, 'after!');
    for (let copies = 0; copies < 2; copies++) {
      const copied = await api.uuidOf(await named({ snapshot_id: id }));
      expect(await dev.read(copied, 4096, 6)).toBe('before');
      await dev.write(copied, 4096, 'anew..');
    }
  });

  it('[hp-bock-v1.1/4.4.2.2/param-snapshot-id] [hp-bock-v1.1/4.4.2.2/snapshot-id-echoed] is named by its number or its digits, and the volume shows the number', async () => {
    const { id } = await api.snapshot((await api.volume()).id);
    for (const snapshot_id of [id, String(id)]) expect((await named({ snapshot_id })).snapshotId).toBe(id);
    const missing = await api.createVolume({ size: 1, snapshot_id: 999_999 });
    expect(missing.json()).toEqual({
      itemNotFound: { code: 404, message: 'Snapshot 999999 could not be found.' },
    });
    for (const snapshot_id of [null, '']) expect((await named({ snapshot_id })).snapshotId).toBe('');
  });

  it('[hp-bock-v1.1/4.4.2/snapshot-size-wins] [hp-bock-v1.1/4.4.2/given-size-recorded] [hp-bock-v1.1/4.4.2.2/param-size] decides over the size of a copy, unless a larger one is asked for', async () => {
    const { id: snapshot_id } = await api.snapshot((await api.volume({ size: 2 })).id);
    const sizes = [];
    for (const size of [undefined, null, 1, 2, 3]) {
      const copy = await named({ snapshot_id, size });
      sizes.push(copy.size);
      expect(await dev.bytes(await api.uuidOf(copy))).toBe(copy.size * 2 ** 30);
    }
    expect(sizes).toEqual([2, 2, 2, 2, 3]);
  });

  it('[hp-bock-v1.1/4.4.4/snapshot-survives-volume] can be used after its volume is gone', async () => {
    const volume = await named();
    await dev.write(await api.uuidOf(volume), 0, 'kept');
    const before = await api.snapshot(volume.id);
    await api.removeVolume(volume.id);
    expect(await api.showSnapshot(before.id)).toEqual(before);
    const copy = await named({ snapshot_id: before.id });
    expect(await dev.read(await api.uuidOf(copy), 0, 4)).toBe('kept');
  });

  it('[hp-bock-v1.1/4.4.4/volume-survives-snapshot] can be deleted, and the volumes that were made of it stay', async () => {
    const volume = await named();
    await dev.write(await api.uuidOf(volume), 0, 'kept');
    const { id: snapshot_id } = await api.snapshot(volume.id);
    const copy = await named({ snapshot_id });
    await api.removeSnapshot(snapshot_id);
    expect(await api.showVolume(copy.id)).toEqual(copy);
    expect(await dev.read(await api.uuidOf(copy), 0, 4)).toBe('kept');
  });

  it('[hp-bock-v1.1/4.4.4/snapshot-not-attachable] [hp-bock-v1.1/4.4.4/snapshot-used-through-volume] cannot be attached, but a volume that is made of it can', async () => {
    const name = randomUUID();
    const { id: snapshot_id } = await api.snapshot((await api.volume()).id, { display_name: name });
    const [{ id: uuid }] = (await dev.ask('GET', `/v1/dev/snapshots?display_name=${name}`)).json().snapshots;
    expect((await api.attach(258315, { volumeId: uuid })).status).toBe(404);
    const copy = await named({ snapshot_id });
    expect((await api.attached(258315, copy.id)).status).toBe('in-use');
  });
});

describe('snapshots', () => {
  it('[hp-bock-v1.1/4.4.4.1/lists-all-snapshots] [hp-bock-v1.1/4.4.4.1/snapshot-fields] [hp-bock-v1.1/4.4.2.1/timestamps] are all listed, the newest first, with the members of the samples', async () => {
    const { id } = await api.volume();
    const [one, two] = [await api.snapshot(id), await api.snapshot(id, { display_name: 'two' })];
    const listed = await api.snapshots();
    expect(listed.slice(0, 2)).toEqual([two, one]);
    const [shown] = sample('4.4.4.1/list-snapshots-response').snapshots;
    for (const snapshot of listed) {
      expect(Object.keys(snapshot).sort()).toEqual(Object.keys(shown).sort());
      expect(snapshot.createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect([snapshot.id, snapshot.volumeId].every(Number.isInteger)).toBe(true);
    }
    const page = (await dev.ask('GET', `${BASE}/os-snapshots?limit=1&offset=1`)).json().snapshots;
    expect(page).toEqual([one]);
    expect((await dev.ask('GET', `${BASE}/os-snapshots/detail`)).json().snapshots).toEqual(listed);
  });

  it('[hp-bock-v1.1/4.4.4.3/get-by-id] [hp-bock-v1.1/4.4.4.3/root-key-snapshots] are shown one by one under snapshots, and under snapshot as well', async () => {
    const { id: volumeId } = await api.volume();
    const [one, two] = [await api.snapshot(volumeId), await api.snapshot(volumeId)];
    for (const { id } of [one, two]) {
      const body = (await dev.ask('GET', `${BASE}/os-snapshots/${id}`)).json();
      expect(body).toEqual({ snapshots: body.snapshot, snapshot: expect.objectContaining({ id, volumeId }) });
    }
  });

  it('[hp-bock-v1.1/4.4.4.4/delete-by-id] [hp-bock-v1.1/4.4.4.4/delete-snapshot-no-body] are deleted one by one without a body, with 202 as the other deletions', async () => {
    const { id: volumeId } = await api.volume();
    const [kept, lost] = [await api.snapshot(volumeId), await api.snapshot(volumeId)];
    const answer = await dev.ask('DELETE', `${BASE}/os-snapshots/${lost.id}`);
    expect(answer.status).toBe(202);
    expect(answer.text).toBe('');
    await until(
      () => dev.ask('GET', `${BASE}/os-snapshots/${lost.id}`),
      ({ status }) => status === 404,
    );
    expect(await api.showSnapshot(kept.id)).toEqual(kept);
    const again = await dev.ask('DELETE', `${BASE}/os-snapshots/${lost.id}`);
    expect(again.json()).toEqual({
      itemNotFound: { code: 404, message: `Snapshot ${lost.id} could not be found.` },
    });
  });
});
