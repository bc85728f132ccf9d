import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { CREATED_AT, newAttachment, newBackup, newSnapshot, newVolume } from '../testing.ts';

const NO_SERIALS = [8, 0, -7, 7.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300];

export function serialContract(test: CatalogUnderTest): void {
  const write: CatalogUnderTest['catalog']['transaction'] = (work) => test.catalog.transaction(work);

  describe('a serial', () => {
    it('finds its volume, for its own tenant only, and no tombstone', async () => {
      const volume = await write((tx) => tx.insertVolume(newVolume({ serial: 7 })));
      expect(await test.catalog.findVolumeBySerial('tenant-a', 7)).toEqual(volume);
      expect(await test.catalog.findVolumeBySerial('tenant-b', 7)).toBeUndefined();
      for (const serial of NO_SERIALS)
        expect(await test.catalog.findVolumeBySerial('tenant-a', serial), `${serial}`).toBeUndefined();
      await write((tx) => tx.setVolumeStatus(volume.id, ['available'], 'deleted', CREATED_AT));
      expect(await test.catalog.findVolumeBySerial('tenant-a', 7)).toBeUndefined();
    });

    it('finds its snapshot, for its own tenant only, and no tombstone', async () => {
      const snapshot = await write((tx) => tx.insertSnapshot(newSnapshot({ serial: 7 })));
      expect(await test.catalog.findSnapshotBySerial('tenant-a', 7)).toEqual(snapshot);
      expect(await test.catalog.findSnapshotBySerial('tenant-b', 7)).toBeUndefined();
      for (const serial of NO_SERIALS)
        expect(await test.catalog.findSnapshotBySerial('tenant-a', serial), `${serial}`).toBeUndefined();
      await write((tx) => tx.setSnapshotStatus(snapshot.id, ['available'], 'deleted', CREATED_AT));
      expect(await test.catalog.findSnapshotBySerial('tenant-a', 7)).toBeUndefined();
    });
  });

  describe('the serial of another resource', () => {
    it('is looked up from its id when something is inserted', async () => {
      const { catalog } = test;
      const { volume, snapshot, backup, attachment, copy } = await write(async (tx) => {
        const volume = await tx.insertVolume(newVolume({ serial: 41 }));
        const snapshot = await tx.insertSnapshot(newSnapshot({ serial: 51, volumeId: volume.id }));
        return {
          volume,
          snapshot,
          backup: await tx.insertBackup(newBackup({ volumeId: volume.id })),
          attachment: await tx.insertAttachment(newAttachment(volume.id)),
          copy: await tx.insertVolume(newVolume({ snapshotId: snapshot.id })),
        };
      });
      expect(snapshot.volumeSerial).toBe(41);
      expect(backup.volumeSerial).toBe(41);
      expect(attachment?.volumeSerial).toBe(41);
      expect(copy.snapshotSerial).toBe(51);
      expect(await catalog.findSnapshot('tenant-a', snapshot.id)).toEqual(snapshot);
      expect(await catalog.findBackup('tenant-a', backup.id)).toEqual(backup);
      expect(await catalog.findAttachment('tenant-a', 'server-1', volume.id)).toEqual(attachment);
      expect(await catalog.findVolume('tenant-a', volume.id)).toMatchObject({ attachment });
      expect(await catalog.findVolume('tenant-a', copy.id)).toEqual(copy);
    });

    it('is that of a tombstone too, and none where there never was anything', async () => {
      await write(async (tx) => {
        const volume = await tx.insertVolume(newVolume({ serial: 41 }));
        await tx.setVolumeStatus(volume.id, ['available'], 'deleted', CREATED_AT);
        expect(await tx.insertSnapshot(newSnapshot({ volumeId: volume.id }))).toMatchObject({
          volumeSerial: 41,
        });
        expect(await tx.insertSnapshot(newSnapshot())).toMatchObject({ volumeSerial: 0 });
        expect(await tx.insertBackup(newBackup())).toMatchObject({ volumeSerial: 0 });
        const copy = newVolume({ snapshotId: randomUUID() });
        expect(await tx.insertVolume(copy)).toMatchObject({ snapshotSerial: null });
      });
    });
  });
}
