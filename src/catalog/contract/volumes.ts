import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VolumePatch } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { VolumeStatus } from '../records.ts';
import { CREATED_AT, newSnapshot, newVolume } from '../testing.ts';

const LATER = CREATED_AT + 123_456;

const EVERY_STATUS: VolumeStatus[] = [
  'creating',
  'downloading',
  'available',
  'attaching',
  'in-use',
  'detaching',
  'backing-up',
  'restoring-backup',
  'deleting',
  'deleted',
  'error',
  'error_attaching',
  'error_detaching',
  'error_restoring',
  'error_deleting',
];

export function volumeContract(test: CatalogUnderTest): void {
  const insert = (given: Parameters<typeof newVolume>[0] = {}) =>
    test.catalog.transaction((tx) => tx.insertVolume(newVolume(given)));

  describe('a volume', () => {
    it('is read back as it was inserted, in every field', async () => {
      const volume = newVolume({
        status: 'creating',
        name: 'données \u{1F4BE} "quoted" \\ \'single\' %_ \u0000 end',
        description: '',
        size: 2_000_000,
        volumeType: 'ssd',
        typeId: randomUUID(),
        snapshotId: randomUUID(),
        sourceVolumeId: randomUUID(),
        imageId: randomUUID(),
        backupId: randomUUID(),
        bootable: true,
        metadata: JSON.parse('{"z": "1", "a": "", "__proto__": "x", "größe": "\u{1F4BE}"}'),
        imageMetadata: { image_id: randomUUID() },
        progress: 55,
        userName: 'Zoë',
        createdAt: 4_102_444_799_999_999,
        updatedAt: LATER,
        modifiedAt: LATER + 1,
      });
      const inserted = await insert(volume);
      const untouched = { attachment: null, exported: false, readOnly: null, newSize: null };
      expect(inserted).toEqual({ ...volume, ...untouched, serial: 1, snapshotSerial: null });
      const found = await test.catalog.findVolume('tenant-a', volume.id);
      expect(found).toEqual(inserted);
      expect(Object.keys(found?.metadata ?? {})).toEqual(['z', 'a', '__proto__', 'größe']);
      expect(await test.catalog.volumeForJob(volume.id)).toEqual(inserted);
    });

    it('keeps what is null apart from what is empty', async () => {
      const { id } = await insert({ name: null, description: '', imageMetadata: null });
      const found = await test.catalog.findVolume('tenant-a', id);
      expect(found).toMatchObject({ name: null, description: '', imageMetadata: null, metadata: {} });
    });

    it('is not found by another tenant, nor under an id that does not exist', async () => {
      const { id } = await insert({ tenantId: 'tenant-a' });
      expect(await test.catalog.findVolume('tenant-b', id)).toBeUndefined();
      expect(await test.catalog.findVolume('tenant-a', randomUUID())).toBeUndefined();
      expect(await test.catalog.findVolume('tenant-a', 'x'.repeat(10_000))).toBeUndefined();
      expect(await test.catalog.volumeForJob(randomUUID())).toBeUndefined();
    });

    it('cannot be inserted twice under one id', async () => {
      const { id } = await insert({ name: 'first' });
      await expect(insert({ id, name: 'second' })).rejects.toThrow();
      expect(await test.catalog.findVolume('tenant-a', id)).toMatchObject({ name: 'first' });
    });
  });

  describe('serials', () => {
    it('count up, each kind for itself, whatever the tenant', async () => {
      expect((await insert()).serial).toBe(1);
      expect((await insert({ tenantId: 'tenant-b' })).serial).toBe(2);
      const snapshot = await test.catalog.transaction((tx) => tx.insertSnapshot(newSnapshot()));
      expect(snapshot.serial).toBe(1);
    });

    it('may be given by a seed, and go on after it', async () => {
      expect((await insert({ serial: 700 })).serial).toBe(700);
      expect((await insert()).serial).toBe(701);
    });

    it('are not given again: neither after a deletion nor after a restart', async () => {
      const { id } = await insert({ serial: 41 });
      await test.catalog.transaction((tx) => tx.setVolumeStatus(id, ['available'], 'deleted', LATER));
      await test.reopen();
      expect((await insert()).serial).toBe(42);
    });
  });

  describe('a change of state', () => {
    const change = (id: string, from: VolumeStatus[], to: VolumeStatus, patch?: VolumePatch) =>
      test.catalog.transaction((tx) => tx.setVolumeStatus(id, from, to, LATER, patch));

    it('is made from any of the states listed, and gives the volume as it is then', async () => {
      const volume = await insert({ status: 'detaching' });
      const changed = await change(volume.id, ['in-use', 'detaching', 'error_detaching'], 'available');
      expect(changed).toEqual({ ...volume, status: 'available', updatedAt: LATER });
      expect(await test.catalog.findVolume('tenant-a', volume.id)).toEqual(changed);
    });

    it('is refused from any other state, and then nothing is written', async () => {
      const volume = await insert({ status: 'in-use' });
      expect(await change(volume.id, ['available', 'error'], 'deleting', { size: 9 })).toBeUndefined();
      expect(await change(volume.id, [], 'deleting')).toBeUndefined();
      expect(await change(randomUUID(), ['in-use'], 'deleting')).toBeUndefined();
      expect(await test.catalog.findVolume('tenant-a', volume.id)).toEqual(volume);
    });

    it.each(EVERY_STATUS)('may list every state there is: %s', async (status) => {
      const { id } = await insert({ status, deletedAt: status === 'deleted' ? LATER : null });
      const others = EVERY_STATUS.filter((other) => other !== status);
      expect(await change(id, others, 'error')).toBeUndefined();
      expect(await change(id, EVERY_STATUS, 'error', { deletedAt: null })).toMatchObject({ status: 'error' });
    });

    it('sets what is given along with it and nothing else', async () => {
      const { id } = await insert({ status: 'downloading', size: 1 });
      const imageMetadata = { image_id: 'i', image_name: 'n' };
      const patch = { bootable: true, imageMetadata, size: 10, progress: 40 };
      expect(await change(id, ['downloading'], 'creating', patch)).toMatchObject(patch);
      expect(await change(id, ['creating'], 'available', {})).toMatchObject(patch);
      expect(
        await change(id, ['available'], 'error', { imageMetadata: null, bootable: false }),
      ).toMatchObject({ imageMetadata: null, bootable: false, size: 10 });
    });

    it('is won by one of 200 that want it at once', async () => {
      const { id } = await insert();
      const all = Array.from({ length: 200 }, () => change(id, ['available'], 'attaching'));
      expect((await Promise.all(all)).filter((won) => won !== undefined)).toHaveLength(1);
    });
  });

  describe('a deleted volume', () => {
    it('is out of finds and lists, also when asked for by its status, but not gone', async () => {
      const volume = await insert({ name: 'gone' });
      const tombstone = await test.catalog.transaction((tx) =>
        tx.setVolumeStatus(volume.id, ['available'], 'deleted', LATER),
      );
      expect(tombstone).toEqual({ ...volume, status: 'deleted', updatedAt: LATER, deletedAt: LATER });
      const { catalog } = test;
      const page = { limit: 10, offset: 0 };
      expect(await catalog.findVolume('tenant-a', volume.id)).toBeUndefined();
      expect(await catalog.listVolumes('tenant-a', {}, page)).toEqual([]);
      expect(await catalog.listVolumes('tenant-a', { status: 'deleted' }, page)).toEqual([]);
      expect(await catalog.listVolumes('tenant-a', { name: 'gone' }, page)).toEqual([]);
      expect(await catalog.volumeForJob(volume.id)).toEqual(tombstone);
    });

    it('has the time of its deletion from the caller, when that gives one', async () => {
      const { id } = await insert({ status: 'deleting' });
      const deletedAt = LATER - 7;
      const patch = { deletedAt };
      await test.catalog.transaction((tx) => tx.setVolumeStatus(id, ['deleting'], 'deleted', LATER, patch));
      expect(await test.catalog.volumeForJob(id)).toMatchObject({ deletedAt, updatedAt: LATER });
    });

    it('cannot be one half only: deleted and listed, or live and hidden', async () => {
      await expect(insert({ status: 'deleted', deletedAt: null })).rejects.toThrow();
      await expect(insert({ status: 'available', deletedAt: LATER })).rejects.toThrow();
    });
  });
}
