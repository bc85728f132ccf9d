import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { CREATED_AT, newAttachment, newBackup, newSnapshot, newVolume } from '../testing.ts';

const LATER = CREATED_AT + 5;
const OLD = { name: 'old', description: 'old text' };

export function updateContract(test: CatalogUnderTest): void {
  const write: CatalogUnderTest['catalog']['transaction'] = (work) => test.catalog.transaction(work);

  describe('an update', () => {
    it('of a volume sets what it names and when, and nothing else', async () => {
      const volume = await write((tx) => tx.insertVolume(newVolume({ ...OLD, metadata: { a: '1' } })));
      const { id } = volume;
      const update = (fields: object) => write((tx) => tx.updateVolume(id, ['available'], LATER, fields));
      expect(await update({ name: 'new' })).toEqual({ ...volume, name: 'new', modifiedAt: LATER });
      expect(await update({ description: null })).toMatchObject({ name: 'new', description: null });
      const metadata = JSON.parse('{"b": "2", "__proto__": "x"}');
      expect(await update({ name: undefined, metadata })).toMatchObject({ name: 'new', metadata });
      expect(await update({ name: null })).toEqual({
        ...volume,
        name: null,
        description: null,
        metadata,
        modifiedAt: LATER,
      });
      expect(await test.catalog.findVolume('tenant-a', id)).toEqual(await update({}));
    });

    it('of a volume gives back its attachment too', async () => {
      const { id } = await write((tx) => tx.insertVolume(newVolume({ status: 'in-use' })));
      const attachment = await write((tx) => tx.insertAttachment(newAttachment(id)));
      expect(await write((tx) => tx.updateVolume(id, ['in-use'], LATER, { name: 'n' }))).toMatchObject({
        attachment,
      });
    });

    it('of a snapshot sets what it names and when, and nothing else', async () => {
      const snapshot = await write((tx) => tx.insertSnapshot(newSnapshot(OLD)));
      const { id } = snapshot;
      const update = (fields: object) => write((tx) => tx.updateSnapshot(id, ['available'], LATER, fields));
      expect(await update({ name: 'new' })).toEqual({ ...snapshot, name: 'new', modifiedAt: LATER });
      expect(await update({ description: null })).toMatchObject({ name: 'new', description: null });
      expect(await test.catalog.findSnapshot('tenant-a', id)).toEqual(await update({}));
    });

    it('of a backup sets what it names and when, and nothing else', async () => {
      const backup = await write((tx) => tx.insertBackup(newBackup({ ...OLD, metadata: { a: '1' } })));
      const { id } = backup;
      const update = (fields: object) => write((tx) => tx.updateBackup(id, ['available'], LATER, fields));
      expect(await update({ name: 'new' })).toEqual({ ...backup, name: 'new', modifiedAt: LATER });
      expect(await update({ metadata: {} })).toMatchObject({ name: 'new', metadata: {} });
      expect(await update({ description: null })).toMatchObject({ name: 'new', description: null });
      expect(await test.catalog.findBackup('tenant-a', id)).toEqual(await update({}));
    });

    it('is refused in any state that is not listed, and then nothing is written', async () => {
      await write(async (tx) => {
        const volume = await tx.insertVolume(newVolume({ status: 'deleting' }));
        const snapshot = await tx.insertSnapshot(newSnapshot({ status: 'deleting' }));
        const backup = await tx.insertBackup(newBackup({ status: 'deleting' }));
        for (const from of [[], ['available', 'error']] as const) {
          expect(await tx.updateVolume(volume.id, from, LATER, { name: 'x' })).toBeUndefined();
          expect(await tx.updateSnapshot(snapshot.id, from, LATER, { name: 'x' })).toBeUndefined();
          expect(await tx.updateBackup(backup.id, from, LATER, { name: 'x' })).toBeUndefined();
        }
        expect(await tx.updateVolume(randomUUID(), ['deleting'], LATER, { name: 'x' })).toBeUndefined();
        expect(await tx.findVolume('tenant-a', volume.id)).toEqual(volume);
        expect(await tx.findSnapshot('tenant-a', snapshot.id)).toEqual(snapshot);
        expect(await tx.findBackup('tenant-a', backup.id)).toEqual(backup);
      });
    });

    it('leaves the state to its own changes: neither touches what the other writes', async () => {
      const { id } = await write((tx) => tx.insertVolume(newVolume({ metadata: { a: '1' } })));
      const changed = await write(async (tx) => {
        await tx.updateVolume(id, ['available'], LATER, { name: 'new' });
        return tx.setVolumeStatus(id, ['available'], 'error', LATER + 1);
      });
      expect(changed).toMatchObject({ name: 'new', metadata: { a: '1' }, status: 'error' });
      expect(changed).toMatchObject({ modifiedAt: LATER, updatedAt: LATER + 1 });
    });
  });
}
