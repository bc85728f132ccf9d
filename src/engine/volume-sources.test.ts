import { describe, expect, it } from 'vitest';
import {
  alice,
  availableVolume,
  faultKindOf,
  faultOf,
  openTestEngine,
  readBytes,
  replacing,
  writeBytes,
} from './testing.ts';

const D = 'hp-block-storage-v1';
const GIB = 2 ** 30;
const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('creating a bootable volume', () => {
  it(`goes through downloading to available and is bootable with its image's metadata [${D}/4.5.1/status-downloading-available] [${D}/4.5.1.4/image-ref-bootable] [${D}/1/bootable-volumes-supported] [${D}/2.2.1/bootable-by-image] [${D}/4.5.1.2/image-metadata-in-detail]`, async () => {
    const seen: string[] = [];
    const engine = await openTestEngine({
      images: { find: async (id) => ({ id, name: 'precise-server', minimumSize: 1 }) },
      wrapBlocks: (store) =>
        replacing(store, 'createVolume', (createVolume) => async (id, size) => {
          seen.push((await engine.volumes.get(alice, id)).status);
          return createVolume(id, size);
        }),
    });
    const { id, status, bootable } = await engine.volumes.create(alice, { size: 1, imageRef: IMAGE });
    expect({ status, bootable }).toEqual({ status: 'creating', bootable: false });
    await engine.jobs.idle();
    expect(seen).toEqual(['downloading']);
    expect(await engine.volumes.get(alice, id)).toMatchObject({
      status: 'available',
      bootable: true,
      imageId: IMAGE,
      imageMetadata: { image_id: IMAGE, image_name: 'precise-server' },
    });
  });

  it('takes an image id or a URL that ends in one, and refuses anything else', async () => {
    const engine = await openTestEngine();
    for (const imageRef of [IMAGE, `http://glance:9292/v1/images/${IMAGE}`, IMAGE.toUpperCase()]) {
      expect((await engine.volumes.create(alice, { size: 1, imageRef })).imageId?.toLowerCase()).toBe(IMAGE);
    }
    for (const imageRef of ['', 'precise', `${IMAGE}/`, `${IMAGE}?x`, `x${IMAGE}`, '12345']) {
      const fault = await faultOf(engine.volumes.create(alice, { size: 1, imageRef }));
      expect(fault.message).toBe('Invalid imageRef provided.');
    }
  });

  it(`refuses an image that is not there or does not fit [${D}/2.2.1/image-must-be-suitable]`, async () => {
    const engine = await openTestEngine({
      images: { find: async (id) => (id === IMAGE ? { id, name: 'big', minimumSize: 5 } : undefined) },
    });
    expect(await faultKindOf(engine.volumes.create(alice, { size: 4, imageRef: IMAGE }))).toBe(
      'imageTooLarge',
    );
    expect(await faultKindOf(engine.volumes.create(alice, { size: 5, imageRef: NOBODY }))).toBe(
      'imageNotFound',
    );
    expect(await faultKindOf(engine.volumes.create(alice, { imageRef: IMAGE }))).toBe('sizeInvalid');
    expect((await engine.volumes.create(alice, { size: 5, imageRef: IMAGE })).size).toBe(5);
  });

  it('hands bootability on to clones and volumes from snapshots', async () => {
    const engine = await openTestEngine();
    const { id } = await engine.volumes.create(alice, { size: 1, imageRef: IMAGE });
    await engine.jobs.idle();
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    const { id: cloneId } = await engine.volumes.create(alice, { sourceVolumeId: id });
    await engine.volumes.delete(alice, id);
    await engine.jobs.idle();
    const { id: copyId } = await engine.volumes.create(alice, { snapshotId });
    await engine.jobs.idle();
    for (const copy of [cloneId, copyId]) {
      expect(await engine.volumes.get(alice, copy)).toMatchObject({
        bootable: true,
        imageId: null,
        imageMetadata: { image_id: IMAGE },
      });
    }
  });
});

describe('creating a volume from another', () => {
  const bytes = Buffer.from('what the volume held');

  it(`copies a snapshot [${D}/4.5.1.4/snapshot-copy] [${D}/2.2.1/volume-from-snapshot] [${D}/1/snapshot-used-through-new-volume]`, async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    await writeBytes(engine.blocks, id, 12_345, bytes);
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    await engine.jobs.idle();
    const copy = await engine.volumes.create(alice, { snapshotId });
    expect(copy).toMatchObject({ snapshotId, sourceVolumeId: null, status: 'creating', size: 1 });
    await engine.jobs.idle();
    expect(await readBytes(engine.blocks, copy.id, 12_345, bytes.length)).toEqual(bytes);
  });

  it(`uses the snapshot's size; a smaller one has no effect, a larger one is recorded and real [${D}/4.5.1/snapshot-size-wins] [${D}/4.5.1/given-size-recorded]`, async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice, 3);
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    await engine.jobs.idle();
    for (const [given, size] of [
      [undefined, 3],
      [null, 3],
      [1, 3],
      [3, 3],
      ['5', 5],
    ] as const) {
      const copy = await engine.volumes.create(alice, { snapshotId, size: given });
      expect(copy.size).toBe(size);
      await engine.jobs.idle();
      const device = await engine.blocks.openVolume(copy.id);
      expect(device.size).toBe(size * GIB);
      await device.close();
    }
    expect((await engine.catalog.quotaUsage('alice')).gigabytes).toBe(3 + 3 + 3 + 3 + 3 + 3 + 5);
  });

  it('refuses a snapshot that is not there or not available', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    expect(await faultKindOf(engine.volumes.create(alice, { snapshotId: NOBODY }))).toBe('snapshotNotFound');
    expect(await faultKindOf(engine.volumes.create(alice, { snapshotId: '' }))).toBe('snapshotNotFound');
    engine.jobs.hold();
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    expect(await faultKindOf(engine.volumes.create(alice, { snapshotId }))).toBe('snapshotNotReady');
  });

  it('clones a volume that is available or in use, at its size or larger', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice, 2);
    await writeBytes(engine.blocks, id, 0, bytes);
    const clone = await engine.volumes.create(alice, { sourceVolumeId: id });
    expect(clone).toMatchObject({ sourceVolumeId: id, snapshotId: null, size: 2 });
    await engine.attachments.attach(alice, { serverId: 'server', volumeId: id });
    const larger = await engine.volumes.create(alice, { sourceVolumeId: id, size: 3 });
    expect(larger.size).toBe(3);
    await engine.jobs.idle();
    for (const copy of [clone, larger]) {
      expect(await readBytes(engine.blocks, copy.id, 0, bytes.length)).toEqual(bytes);
    }
    const smaller = engine.volumes.create(alice, { sourceVolumeId: id, size: 1 });
    expect(await faultKindOf(smaller)).toBe('cloneTooSmall');
  });

  it('refuses to clone a volume that is in error, busy, or not there', async () => {
    const engine = await openTestEngine();
    expect(await faultKindOf(engine.volumes.create(alice, { sourceVolumeId: NOBODY }))).toBe(
      'volumeNotFound',
    );
    engine.jobs.failNext('broken');
    const broken = await availableVolume(engine);
    const refusal = await faultOf(engine.volumes.create(alice, { sourceVolumeId: broken }));
    expect(refusal.message).toBe('Invalid volume: Unable to clone volumes that are in an error state');
    engine.jobs.hold();
    const { id } = await engine.volumes.create(alice, { size: 1 });
    expect(await faultKindOf(engine.volumes.create(alice, { sourceVolumeId: id }))).toBe('sourceNotReady');
  });

  it(`refuses any two of snapshot, image and source [${D}/4.5.1.4/snapshot-and-image-invalid] [${D}/4.5.1.4/exclusive-sources-open]`, async () => {
    const engine = await openTestEngine();
    const sources = { snapshotId: NOBODY, imageRef: IMAGE, sourceVolumeId: NOBODY };
    for (const left of [undefined, 'snapshotId', 'imageRef', 'sourceVolumeId'] as const) {
      const request = { size: 1, ...sources, ...(left === undefined ? {} : { [left]: null }) };
      const fault = await faultOf(engine.volumes.create(alice, request));
      expect(fault).toMatchObject({ kind: 'tooManySources', category: 'invalid' });
      expect(fault.message).toContain('May specify only one of snapshot, image and source volume');
    }
  });

  it('copies a snapshot or volume that is deleted right after the request', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    await writeBytes(engine.blocks, id, 0, bytes);
    engine.jobs.hold();
    const { id: cloneId } = await engine.volumes.create(alice, { sourceVolumeId: id });
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    await engine.volumes.delete(alice, id);
    await engine.jobs.advance();
    const { id: copyId } = await engine.volumes.create(alice, { snapshotId });
    await engine.snapshots.delete(alice, snapshotId);
    await engine.jobs.advance();
    for (const copy of [cloneId, copyId]) {
      expect((await engine.volumes.get(alice, copy)).status).toBe('available');
      expect(await readBytes(engine.blocks, copy, 0, bytes.length)).toEqual(bytes);
    }
  });
});
