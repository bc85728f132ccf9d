import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Format } from '../support/faults.ts';
import { asker, availableVolume, until } from '../support/requests.ts';
import { startServer } from '../support/server.ts';
import { type Speak, speaking } from '../support/speaking.ts';
import { world } from './world.ts';

const GB = 2 ** 30;
const FORMATS: Format[] = ['json', 'xml'];
const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');

const create = (speak: Speak, volume: object) => speak('POST', '/v1/dev/volumes', { body: { volume } });
const listed = async (path = 'volumes') =>
  (await dev.ask('GET', `/v1/dev/${path}`)).json().volumes as { id: string }[];

afterEach(() => dev.removeAll('volume'));

describe.each(FORMATS)('creating a volume in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);

  it.each([1, 2047])(
    '[hp-block-storage-v1/1/volume-size-range] [hp-block-storage-v1/2.2.1/size-units-of-1gb] takes %i GB',
    async (size) => {
      const { status, body } = await create(speak, { size });
      expect(status).toBe(200);
      expect(body.volume.size).toBe(size);
      await dev.reach('volume', body.volume.id, 'available');
      expect(await dev.bytes(body.volume.id)).toBe(size * GB);
    },
  );

  it.each([0, 2048, -1, 1.5])(
    '[hp-block-storage-v1/1/volume-size-range] [hp-block-storage-v1/2.2.1/size-units-of-1gb] refuses %d GB',
    async (size) => {
      const { status, body } = await create(speak, { size });
      expect(status).toBe(400);
      expect(body.badRequest.code).toBe(400);
      expect(await listed()).toEqual([]);
    },
  );

  it('[hp-block-storage-v1/4.5.1.4/param-size] needs a size unless there is a source to take it from', async () => {
    expect((await create(speak, { display_name: 'no size' })).status).toBe(400);
    const { id: source_volid } = await dev.volume({ size: 2 });
    const { status, body } = await create(speak, { source_volid });
    expect(status).toBe(200);
    expect(body.volume.size).toBe(2);
  });

  it('[hp-block-storage-v1/4.5.1.4/create-answers-creating] [hp-block-storage-v1/2.2.1/new-volume-unattached-available] [hp-block-storage-v1/4.5.1/status-creating-available] answers creating without attachments, then it is available and has none', async () => {
    const { body } = await create(speak, { size: 1 });
    expect(body.volume.status).toBe('creating');
    expect(body.volume.attachments).toEqual([]);
    const made = await dev.reach('volume', body.volume.id, 'available');
    expect(made.attachments).toEqual([]);
  });

  it.each([
    ['display_name', 'a name'],
    ['display_description', 'what it is for'],
  ])(
    `[hp-block-storage-v1/2.2.1/optional-name-and-description] [hp-block-storage-v1/4.5.1.4/param-display-name] [hp-block-storage-v1/4.5.1.4/param-display-description] gives back %s, which may be left out`,
    async (member, text) => {
      const { body: with_ } = await create(speak, { size: 1, [member]: text });
      const { body: without } = await create(speak, { size: 1 });
      expect(with_.volume[member]).toBe(text);
      expect(without.volume[member]).toBeNull();
      expect((await dev.get('volume', with_.volume.id))[member]).toBe(text);
      expect((await dev.get('volume', without.volume.id))[member]).toBeNull();
    },
  );

  it.each(['az1', 'az2', 'az3'])(
    '[hp-block-storage-v1/4.5.1.4/create-in-zone] [hp-block-storage-v1/4.5.1.4/param-availability-zone] makes it in zone %s',
    async (availability_zone) => {
      const { body } = await create(speak, { size: 1, availability_zone });
      expect(body.volume.availability_zone).toBe(availability_zone);
      expect((await dev.get('volume', body.volume.id)).availability_zone).toBe(availability_zone);
    },
  );

  it('[hp-block-storage-v1/2.2.1/metadata-at-creation] [hp-block-storage-v1/4.5.1.4/param-metadata] keeps metadata, which may be left out', async () => {
    const metadata = { contents: 'junk', owner: 'us & them' };
    const { body: with_ } = await create(speak, { size: 1, metadata });
    const { body: without } = await create(speak, { size: 1 });
    expect(with_.volume.metadata).toEqual(metadata);
    expect(without.volume.metadata).toEqual({});
    expect((await dev.get('volume', with_.volume.id)).metadata).toEqual(metadata);
  });

  it('[hp-block-storage-v1/4.5.1.4/param-volume-type-ignored] ignores the volume type', async () => {
    const { status, body } = await create(speak, { size: 1, volume_type: 'fast' });
    expect(status).toBe(200);
    // In XML the word None stands for null; in JSON it is a word.
    expect(body.volume.volume_type).toBe('None');
    expect((await dev.get('volume', body.volume.id)).volume_type).toBe('None');
  });

  it('[hp-block-storage-v1/4.5.1.4/param-image-ref] [hp-block-storage-v1/4.5.1.4/image-ref-bootable] [hp-block-storage-v1/2.2.1/bootable-by-image] [hp-block-storage-v1/1/bootable-volumes-supported] is bootable with an image, which may be left out', async () => {
    const imageRef = randomUUID();
    const { body: with_ } = await create(speak, { size: 1, imageRef });
    const { body: without } = await create(speak, { size: 1 });
    const bootable = await dev.reach('volume', with_.volume.id, 'available');
    const standard = await dev.reach('volume', without.volume.id, 'available');
    expect(bootable.bootable).toBe('true');
    expect(bootable.volume_image_metadata.image_id).toBe(imageRef);
    expect(standard.bootable).toBe('false');
    expect(standard).not.toHaveProperty('volume_image_metadata');
  });

  it('[hp-block-storage-v1/2.2.1/image-must-be-suitable] refuses what cannot be an image', async () => {
    const { status, body } = await create(speak, { size: 1, imageRef: 'no image' });
    expect(status).toBe(400);
    expect(body.badRequest.message).toContain('imageRef');
  });

  it('[hp-block-storage-v1/4.5.1.4/snapshot-and-image-invalid] [hp-block-storage-v1/4.5.1.4/exclusive-sources-open] takes one source, others being null', async () => {
    const { id: source_volid } = await dev.volume();
    const { id: snapshot_id } = await dev.snapshot(source_volid);
    const sources = { snapshot_id, source_volid, imageRef: randomUUID() };
    const before = (await listed()).length;
    for (const absent of Object.keys(sources)) {
      const { status } = await create(speak, { size: 1, ...sources, [absent]: null });
      expect(status, `without ${absent}`).toBe(400);
    }
    expect((await create(speak, { size: 1, ...sources })).status).toBe(400);
    expect(await listed()).toHaveLength(before);
    const none = { snapshot_id: null, source_volid: null, imageRef: null };
    for (const [name, id] of Object.entries(sources)) {
      expect((await create(speak, { size: 1, ...none, [name]: id })).status, `of ${name} alone`).toBe(200);
    }
  });
});

describe('a volume from another', { timeout: 60_000 }, () => {
  it('[hp-block-storage-v1/4.5.1.4/snapshot-copy] [hp-block-storage-v1/2.2.1/volume-from-snapshot] [hp-block-storage-v1/4.5.1.4/param-snapshot-id] [hp-block-storage-v1/1/snapshot-used-through-new-volume] holds what the snapshot holds', async () => {
    const { id } = await dev.volume();
    await dev.write(id, GB - 5, 'bytes');
    const { id: snapshot_id } = await dev.snapshot(id);
    const copy = await dev.volume({ size: undefined, snapshot_id });
    expect(copy.snapshot_id).toBe(snapshot_id);
    expect(await dev.read(copy.id, GB - 5, 5)).toBe('bytes');
    expect((await dev.volume()).snapshot_id).toBeNull();
  });

  it('[hp-block-storage-v1/4.5.1.4/param-source-volid] holds what a source volume holds', async () => {
    const { id: source_volid } = await dev.volume();
    await dev.write(source_volid, 4096, 'bytes');
    const copy = await dev.volume({ source_volid });
    expect(copy.source_volid).toBe(source_volid);
    expect(await dev.read(copy.id, 4096, 5)).toBe('bytes');
    expect((await dev.volume()).source_volid).toBeNull();
  });

  it('[hp-block-storage-v1/4.5.1/snapshot-size-wins] [hp-block-storage-v1/4.5.1/given-size-recorded] has the size of the snapshot, or a larger one that was given', async () => {
    const { id } = await dev.volume({ size: 2 });
    const { id: snapshot_id } = await dev.snapshot(id);
    const sizes = [undefined, 1, 2, 3].map(async (size) => (await dev.volume({ size, snapshot_id })).size);
    expect(await Promise.all(sizes)).toEqual([2, 2, 2, 3]);
  });
});

describe('the size of a volume', { timeout: 60_000 }, () => {
  it('[hp-block-storage-v1/2.2.1/size-set-at-creation] stays as it was given, whatever becomes of the volume', async () => {
    const { id } = await dev.volume({ size: 2 });
    for (const [method, path, statuses] of [
      // An update ignores what it does not know.
      ['PUT', `volumes/${id}`, [200]],
      ['PATCH', `volumes/${id}`, [405]],
      ['POST', `volumes/${id}/action`, [400, 404]],
    ] as const) {
      const { status } = await dev.ask(method, `/v1/dev/${path}`, { body: { volume: { size: 3 } } });
      expect(statuses, `${method} ${path}`).toContain(status);
      expect((await dev.get('volume', id)).size).toBe(2);
    }
    const backup = await dev.backup(id);
    await dev.ask('POST', `/v1/dev/backups/${backup.id}/restore`, { body: { restore: { volume_id: id } } });
    await dev.reach('volume', id, 'available');
    const { serverId } = await dev.attach(id);
    await dev.detach(id, serverId);
    expect((await dev.get('volume', id)).size).toBe(2);
    expect(await dev.bytes(id)).toBe(2 * GB);
  });
});

describe('looking at volumes', () => {
  it('[hp-block-storage-v1/4.5.1.1/lists-own-tenant] lists those of the tenant', async () => {
    const mine = [await dev.volume(), await dev.volume()].map(({ id }) => id);
    const others = await dev.ask('POST', '/v1/demo/volumes', { as: 'demo', body: { volume: { size: 1 } } });
    for (const path of ['volumes', 'volumes/detail']) {
      expect((await listed(path)).map(({ id }) => id).sort()).toEqual(mine.sort());
      const theirs = await dev.ask('GET', `/v1/demo/${path}`, { as: 'demo' });
      expect(theirs.json().volumes.map(({ id }: { id: string }) => id)).toEqual([others.json().volume.id]);
    }
  });

  it('[hp-block-storage-v1/4.5.1.2/detail-gives-more] [hp-block-storage-v1/4.5.1.2/image-metadata-in-detail] shows more in the detailed list than in the plain one', async () => {
    const imageRef = randomUUID();
    await dev.volume({ imageRef });
    await dev.volume();
    const [plain, detailed] = [await listed('volumes'), await listed('volumes/detail')];
    // Newest first: the second of each is the bootable one.
    expect(detailed[0]).toEqual(plain[0]);
    expect(detailed[1]).toEqual({
      ...plain[1],
      volume_image_metadata: { image_id: imageRef, image_name: expect.any(String) },
    });
    expect(plain[1]).not.toHaveProperty('volume_image_metadata');
  });

  it('[hp-block-storage-v1/4.5.1.3/get-by-id] shows one by its id', async () => {
    const [one, two] = [await dev.volume({ display_name: 'one' }), await dev.volume({ display_name: 'two' })];
    expect(await dev.get('volume', one.id)).toMatchObject({ id: one.id, display_name: 'one' });
    expect(await dev.get('volume', two.id)).toMatchObject({ id: two.id, display_name: 'two' });
    expect(await dev.get('volume', two.id)).toEqual((await listed('volumes/detail'))[0]);
    expect((await dev.ask('GET', `/v1/dev/volumes/${randomUUID()}`)).status).toBe(404);
  });
});

describe.each(FORMATS)('deleting a volume, %s being asked for', (format) => {
  it('[hp-block-storage-v1/4.5.1.5/delete-by-id] [hp-block-storage-v1/4.5.1.5/delete-volume-202] [hp-block-storage-v1/4.5.1.5/delete-volume-no-body] answers 202 without a body, and it alone is gone', async () => {
    const [kept, deleted] = [await dev.volume(), await dev.volume()];
    const { status, text, headers } = await speaking(dev.ask, format)(
      'DELETE',
      `/v1/dev/volumes/${deleted.id}`,
    );
    expect(status).toBe(202);
    expect(text).toBe('');
    expect(headers.get('content-type')).toBeNull();
    await dev.gone('volume', deleted.id);
    expect((await listed()).map(({ id }) => id)).toEqual([kept.id]);
    await expect(dev.bytes(deleted.id)).rejects.toThrow();
  });
});

describe('a volume', () => {
  it('[hp-block-storage-v1/1/volume-persists-until-deleted] persists through a crash of the server until it is deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cinderblock-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const first = await startServer({ folder });
    const { id } = await availableVolume(asker(first.url));
    await first.kill();
    const second = await startServer({ folder });
    onTestFinished(async () => void (await second.stop()));
    const ask = asker(second.url);
    expect((await ask('GET', `/v1/dev/volumes/${id}`)).json().volume).toMatchObject({ id, size: 1 });
    expect((await ask('DELETE', `/v1/dev/volumes/${id}`)).status).toBe(202);
    await until(
      () => ask('GET', `/v1/dev/volumes/${id}`),
      ({ status }) => status === 404,
    );
  });
});
