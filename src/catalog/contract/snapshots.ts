import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { New, SnapshotFilter } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { Snapshot } from '../records.ts';
import { CREATED_AT, newSnapshot } from '../testing.ts';

const ALL = { limit: 1000, offset: 0 };
const LATER = CREATED_AT + 5;

export function snapshotContract(test: CatalogUnderTest): void {
  const insert = (given: Partial<New<Snapshot>> = {}) =>
    test.catalog.transaction((tx) => tx.insertSnapshot(newSnapshot(given)));
  const names = async (filter: SnapshotFilter = {}, page = ALL) =>
    (await test.catalog.listSnapshots('tenant-a', filter, page)).map(({ name }) => name);

  describe('a snapshot', () => {
    it('is read back as it was inserted, in every field', async () => {
      const snapshot = newSnapshot({
        status: 'creating',
        name: 'naïve',
        description: 'of the \u{1F4BE}',
        size: 12,
        progress: 33,
        createdAt: CREATED_AT + 1,
        updatedAt: LATER,
        modifiedAt: LATER,
        userName: 'someone',
      });
      const inserted = await insert(snapshot);
      expect(inserted).toEqual({ ...snapshot, serial: 1, volumeSerial: 0 });
      expect(await test.catalog.findSnapshot('tenant-a', snapshot.id)).toEqual(inserted);
      expect(await test.catalog.snapshotForJob(snapshot.id)).toEqual(inserted);
      expect((await insert({ serial: 90 })).serial).toBe(90);
    });

    it('is not found by another tenant', async () => {
      const { id } = await insert();
      expect(await test.catalog.findSnapshot('tenant-b', id)).toBeUndefined();
      expect(await test.catalog.findSnapshot('tenant-a', randomUUID())).toBeUndefined();
    });

    it('changes its state by compare-and-set', async () => {
      const snapshot = await insert({ status: 'creating', progress: 0 });
      const { id } = snapshot;
      const changed = await test.catalog.transaction(async (tx) => {
        expect(await tx.setSnapshotStatus(id, ['available'], 'deleting', LATER)).toBeUndefined();
        expect(await tx.setSnapshotStatus(id, [], 'deleting', LATER)).toBeUndefined();
        expect(await tx.findSnapshot('tenant-a', id)).toEqual(snapshot);
        return tx.setSnapshotStatus(id, ['error', 'creating'], 'available', LATER, { progress: 100 });
      });
      expect(changed).toEqual({ ...snapshot, status: 'available', progress: 100, updatedAt: LATER });
      expect(await test.catalog.findSnapshot('tenant-a', id)).toEqual(changed);
    });

    it('counts towards its volume until it is deleted, whoever took it', async () => {
      const count = () => test.catalog.countSnapshotsOf('volume-of-both');
      expect(await count()).toBe(0);
      const { id } = await insert({ volumeId: 'volume-of-both', status: 'deleting' });
      await insert({ volumeId: 'volume-of-both', tenantId: 'tenant-b', status: 'error' });
      await insert({ volumeId: 'another' });
      expect(await count()).toBe(2);
      await test.catalog.transaction((tx) => tx.setSnapshotStatus(id, ['deleting'], 'deleted', LATER));
      expect(await count()).toBe(1);
    });

    it('stays as a tombstone that only jobs see', async () => {
      const { id, volumeId } = await insert({ status: 'deleting' });
      await test.catalog.transaction((tx) => tx.setSnapshotStatus(id, ['deleting'], 'deleted', LATER));
      expect(await test.catalog.findSnapshot('tenant-a', id)).toBeUndefined();
      expect(await names()).toEqual([]);
      expect(await names({ volumeId })).toEqual([]);
      expect(await names({ status: 'deleted' })).toEqual([]);
      expect(await test.catalog.snapshotForJob(id)).toMatchObject({ status: 'deleted', deletedAt: LATER });
    });
  });

  describe('a list of snapshots', () => {
    it('has the newest of its tenant first, the one inserted last before others of its time', async () => {
      await insert({ name: 'b', createdAt: CREATED_AT + 2 });
      await insert({ name: 'a', createdAt: CREATED_AT + 1 });
      await insert({ name: 'c', createdAt: CREATED_AT + 2 });
      await insert({ name: 'x', tenantId: 'tenant-b' });
      expect(await names()).toEqual(['c', 'b', 'a']);
      expect(await names({}, { limit: 1, offset: 1 })).toEqual(['b']);
    });

    it('is narrowed by name, status and volume in any combination', async () => {
      const rows = (['n1', 'n2'] as const).flatMap((name) =>
        (['available', 'error'] as const).flatMap((status) =>
          ['v1', 'v2'].map((volumeId) => ({ name, status, volumeId })),
        ),
      );
      for (const row of rows) await insert(row);
      for (const name of [undefined, 'n1', 'none'])
        for (const status of [undefined, 'error', 'none'])
          for (const volumeId of [undefined, 'v2', 'none']) {
            const filter = {
              ...(name && { name }),
              ...(status && { status }),
              ...(volumeId && { volumeId }),
            };
            const wanted = Object.entries(filter);
            const expected = rows.filter((row) => wanted.every(([key, value]) => Object(row)[key] === value));
            const listed = await test.catalog.listSnapshots('tenant-a', filter, ALL);
            const found = listed.map(({ name, status, volumeId }) => ({ name, status, volumeId }));
            expect(found, JSON.stringify(filter)).toEqual(expected.reverse());
          }
    });
  });
}
