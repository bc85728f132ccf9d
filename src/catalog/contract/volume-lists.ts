import { describe, expect, it } from 'vitest';
import type { New, VolumeFilter } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { Volume } from '../records.ts';
import { CREATED_AT, newAttachment, newVolume } from '../testing.ts';

const ALL = { limit: 1000, offset: 0 };

export function volumeListContract(test: CatalogUnderTest): void {
  const insert = (volumes: Partial<New<Volume>>[]) =>
    test.catalog.transaction(async (tx) => {
      for (const volume of volumes) await tx.insertVolume(newVolume(volume));
    });
  const names = async (filter: VolumeFilter = {}, page = ALL, tenantId = 'tenant-a') =>
    (await test.catalog.listVolumes(tenantId, filter, page)).map(({ name }) => name);

  describe('a list of volumes', () => {
    it('has the newest first', async () => {
      await insert([
        { name: 'second', createdAt: CREATED_AT + 2 },
        { name: 'first', createdAt: CREATED_AT + 1 },
        { name: 'third', createdAt: CREATED_AT + 3 },
      ]);
      expect(await names()).toEqual(['third', 'second', 'first']);
    });

    it('has the one inserted last first, of those created in the same microsecond', async () => {
      await insert(['a', 'b', 'c'].map((name) => ({ name })));
      expect(await names()).toEqual(['c', 'b', 'a']);
    });

    it('has the volumes of its tenant only', async () => {
      await insert([
        { name: 'mine', tenantId: 'tenant-a' },
        { name: 'theirs', tenantId: 'tenant-b' },
      ]);
      expect(await names()).toEqual(['mine']);
      expect(await names({ name: 'theirs' })).toEqual([]);
      expect(await names({}, ALL, 'tenant-b')).toEqual(['theirs']);
      expect(await names({}, ALL, 'tenant-c')).toEqual([]);
    });

    it('is narrowed by name, by status and by both, each exactly, in the same order', async () => {
      await insert([
        { name: 'data', status: 'available' },
        { name: 'data', status: 'error' },
        { name: 'Data', status: 'available' },
        { name: 'data1', status: 'in-use' },
        { name: null, status: 'available' },
      ]);
      expect(await names({ name: 'data' })).toEqual(['data', 'data']);
      expect(await names({ name: 'd%' })).toEqual([]);
      expect(await names({ status: 'available' })).toEqual([null, 'Data', 'data']);
      expect(await names({ name: 'data', status: 'error' })).toEqual(['data']);
      expect(await names({ name: 'Data', status: 'error' })).toEqual([]);
      expect(await names({ status: 'no such status' })).toEqual([]);
    });

    it('is narrowed to what boots, or is being made of an image that does', async () => {
      await insert([
        { name: 'blank' },
        { name: 'of an image', bootable: true, imageId: 'i' },
        { name: 'clone of that', bootable: true },
        { name: 'not yet', imageId: 'i' },
      ]);
      expect(await names({ isBootable: true })).toEqual(['not yet', 'clone of that', 'of an image']);
      expect(await names({ isBootable: true, name: 'blank' })).toEqual([]);
    });

    it('comes in pages that together have every volume once', async () => {
      await insert(Array.from({ length: 25 }, (_, index) => ({ name: `v${index}` })));
      const pages = [0, 10, 20, 30].map((offset) => names({}, { limit: 10, offset }));
      const paged = await Promise.all(pages);
      expect(paged.map((page) => page.length)).toEqual([10, 10, 5, 0]);
      expect(paged.flat()).toEqual(await names());
    });

    it('is paged after it is narrowed', async () => {
      await insert(Array.from({ length: 10 }, (_, i) => ({ name: i % 2 ? 'odd' : 'even', size: i })));
      const page = await test.catalog.listVolumes('tenant-a', { name: 'odd' }, { limit: 2, offset: 1 });
      expect(page.map(({ size }) => size)).toEqual([7, 5]);
    });

    it('shows each volume with its attachment, as a find does', async () => {
      const [attached, free] = await test.catalog.transaction(async (tx) => {
        const volumes = [await tx.insertVolume(newVolume()), await tx.insertVolume(newVolume())];
        await tx.insertAttachment(newAttachment(volumes[0]?.id ?? ''));
        return volumes;
      });
      const attachment = {
        ...newAttachment(attached?.id ?? ''),
        volumeSerial: attached?.serial,
        mode: null,
      };
      const listed = await test.catalog.listVolumes('tenant-a', {}, ALL);
      expect(listed).toEqual([free, { ...attached, attachment }]);
      expect(await test.catalog.findVolume('tenant-a', attached?.id ?? '')).toEqual(listed[1]);
    });
  });
}
