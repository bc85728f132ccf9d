import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BackupFilter, New } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { Backup } from '../records.ts';
import { CREATED_AT, newBackup } from '../testing.ts';

const ALL = { limit: 1000, offset: 0 };
const LATER = CREATED_AT + 5;

export function backupContract(test: CatalogUnderTest): void {
  const insert = (given: Partial<New<Backup>> = {}) =>
    test.catalog.transaction((tx) => tx.insertBackup(newBackup(given)));
  const names = async (filter: BackupFilter = {}, page = ALL) =>
    (await test.catalog.listBackups('tenant-a', filter, page)).map(({ name }) => name);

  describe('a backup', () => {
    it('is read back as it was inserted, in every field', async () => {
      const backup = newBackup({
        status: 'error',
        name: null,
        description: 'nightly',
        size: 3,
        availabilityZone: 'az2',
        container: 'c',
        objectPrefix: 'volume_x/backup_1',
        objectCount: 22,
        failReason: 'no space',
        requestedContainer: 'mine',
        metadata: { größe: '1' },
        progress: 45,
        userName: 'someone',
        updatedAt: LATER,
        modifiedAt: LATER,
      });
      const inserted = await insert(backup);
      expect(inserted).toEqual({ ...backup, serial: 1, volumeSerial: 0 });
      expect(await test.catalog.findBackup('tenant-a', backup.id)).toEqual(inserted);
      expect(await test.catalog.backupForJob(backup.id)).toEqual(inserted);
    });

    it('is found by its serial, by its own tenant only', async () => {
      const backup = await insert({ serial: 7 });
      expect(await test.catalog.findBackupBySerial('tenant-a', 7)).toEqual(backup);
      expect(await test.catalog.findBackupBySerial('tenant-b', 7)).toBeUndefined();
      expect(await test.catalog.findBackup('tenant-b', backup.id)).toBeUndefined();
      for (const serial of [8, 0, -7, 7.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300])
        expect(await test.catalog.findBackupBySerial('tenant-a', serial), `${serial}`).toBeUndefined();
    });

    it('changes its state by compare-and-set, along with where its objects are', async () => {
      const backup = await insert({ status: 'creating' });
      const patch = {
        availabilityZone: 'az3',
        container: 'c',
        objectPrefix: 'p',
        objectCount: 2,
        progress: 100,
      };
      const { id } = backup;
      const changed = await test.catalog.transaction(async (tx) => {
        expect(
          await tx.setBackupStatus(id, ['available', 'error'], 'deleting', LATER, patch),
        ).toBeUndefined();
        expect(await tx.setBackupStatus(id, [], 'deleting', LATER, patch)).toBeUndefined();
        expect(await tx.findBackup('tenant-a', id)).toEqual(backup);
        return tx.setBackupStatus(id, ['creating'], 'available', LATER, patch);
      });
      expect(changed).toEqual({ ...backup, ...patch, status: 'available', updatedAt: LATER });
      const failed = await test.catalog.transaction((tx) =>
        tx.setBackupStatus(id, ['available'], 'error', LATER, { failReason: 'lost', objectCount: null }),
      );
      expect(failed).toEqual({ ...changed, status: 'error', failReason: 'lost', objectCount: null });
    });

    it('stays as a tombstone that only jobs see', async () => {
      const { id, serial, volumeId } = await insert();
      await test.catalog.transaction((tx) => tx.setBackupStatus(id, ['available'], 'deleted', LATER));
      expect(await test.catalog.findBackup('tenant-a', id)).toBeUndefined();
      expect(await test.catalog.findBackupBySerial('tenant-a', serial)).toBeUndefined();
      expect(await names()).toEqual([]);
      expect(await names({ volumeId })).toEqual([]);
      expect(await test.catalog.backupForJob(id)).toMatchObject({ status: 'deleted', deletedAt: LATER });
      expect((await insert()).serial).toBe(serial + 1);
    });

    it('is unknown to jobs when it does not exist', async () => {
      expect(await test.catalog.backupForJob(randomUUID())).toBeUndefined();
    });
  });

  describe('a list of backups', () => {
    it('has the oldest of its tenant first, the one inserted first before others of its time', async () => {
      await insert({ name: 'b', createdAt: CREATED_AT + 2 });
      await insert({ name: 'a', createdAt: CREATED_AT + 1 });
      await insert({ name: 'c', createdAt: CREATED_AT + 2 });
      await insert({ name: 'x', tenantId: 'tenant-b' });
      expect(await names()).toEqual(['a', 'b', 'c']);
      expect(await names({}, { limit: 2, offset: 1 })).toEqual(['b', 'c']);
    });

    it('is narrowed by name, status and volume', async () => {
      await insert({ name: 'a', status: 'available', volumeId: 'v1' });
      await insert({ name: 'b', status: 'error', volumeId: 'v1' });
      await insert({ name: 'b', status: 'available', volumeId: 'v2' });
      expect(await names({ volumeId: 'v1' })).toEqual(['a', 'b']);
      expect(await names({ status: 'available' })).toEqual(['a', 'b']);
      expect(await names({ name: 'b' })).toEqual(['b', 'b']);
      expect(await names({ name: 'b', volumeId: 'v2', status: 'available' })).toEqual(['b']);
      expect(await names({ name: 'a', volumeId: 'v2' })).toEqual([]);
    });
  });
}
