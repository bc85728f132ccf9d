import { describe, expect, it } from 'vitest';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { newVolume } from '../testing.ts';

const NFS = { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS' };
const SSD = { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD' };
const gold = { id: 'gold-id', name: 'gold' };

export function typeContract(test: CatalogUnderTest): void {
  describe('volume types', () => {
    it('are at first the two that os-bs-2011 shows', async () => {
      expect(await test.catalog.listVolumeTypes()).toEqual([
        { ...NFS, extraSpecs: {} },
        { ...SSD, extraSpecs: {} },
      ]);
      expect(await test.catalog.firstType()).toEqual(NFS);
    });

    it('are found by id, or else by exactly their name', async () => {
      const { catalog } = test;
      await catalog.transaction((tx) => tx.insertVolumeType({ id: 'odd', name: NFS.id }));
      expect(await catalog.findTypeNamed('SSD')).toEqual(SSD);
      expect(await catalog.findTypeNamed(NFS.id)).toEqual(NFS);
      expect(await catalog.findTypeNamed('ssd')).toBeUndefined();
      expect(await catalog.findVolumeType('SSD')).toBeUndefined();
    });

    it('keep their pairs, and a name goes to one of them', async () => {
      const { catalog } = test;
      await catalog.transaction(async (tx) => {
        expect(await tx.insertVolumeType(gold)).toBe(true);
        expect(await tx.insertVolumeType({ ...gold, id: 'other' })).toBe(false);
        await tx.setTypeSpecs(gold.id, { b: '1', a: '1' });
        await tx.setTypeSpecs(gold.id, { b: '2' });
        expect(await tx.deleteTypeSpec(gold.id, 'a')).toBe(true);
        expect(await tx.deleteTypeSpec(gold.id, 'a')).toBe(false);
      });
      const reopened = await test.reopen();
      expect(await reopened.findVolumeType(gold.id)).toEqual({ ...gold, extraSpecs: { b: '2' } });
      expect((await reopened.listVolumeTypes()).map(({ name }) => name)).toEqual(['NFS', 'SSD', 'gold']);
    });

    it('stay while a volume of any tenant has them, and go with their pairs', async () => {
      const { catalog } = test;
      const { id } = await catalog.transaction(async (tx) => {
        await tx.insertVolumeType(gold);
        await tx.setTypeSpecs(gold.id, { a: '1' });
        return tx.insertVolume(newVolume({ tenantId: 'tenant-b', typeId: gold.id }));
      });
      const remove = () => catalog.transaction((tx) => tx.deleteVolumeType(gold.id));
      expect(await remove()).toBe(false);
      await catalog.transaction((tx) =>
        tx.setVolumeStatus(id, ['available'], 'deleted', 2e15, { deletedAt: 2e15 }),
      );
      expect(await remove()).toBe(true);
      expect(await remove()).toBe(false);
      await catalog.transaction((tx) => tx.insertVolumeType(gold));
      expect(await catalog.findVolumeType(gold.id)).toEqual({ ...gold, extraSpecs: {} });
    });

    it('are never all gone', async () => {
      await test.catalog.transaction(async (tx) => {
        expect(await tx.deleteVolumeType(NFS.id)).toBe(true);
        expect(await tx.deleteVolumeType(SSD.id)).toBe(false);
      });
      expect(await test.catalog.firstType()).toEqual(SSD);
    });
  });

  describe('limits that administrators have set', () => {
    it('are kept limit by limit, those of a tenant apart from those of every tenant', async () => {
      const { catalog } = test;
      expect(await catalog.quotaLimits('tenant-a')).toEqual({ tenant: {}, everyTenant: {} });
      await catalog.transaction(async (tx) => {
        await tx.setQuotaLimits('tenant', 'tenant-a', { volumes: -1 });
        await tx.setQuotaLimits('tenant', 'tenant-a', { gigabytes: 0 });
        await tx.setQuotaLimits('tenant', 'default', { volumes: 3 });
        await tx.setQuotaLimits('class', 'default', { snapshots: 2 });
        await tx.setQuotaLimits('class', 'tenant-a', { snapshots: 9 });
      });
      const reopened = await test.reopen();
      expect(await reopened.quotaLimits('tenant-a')).toEqual({
        tenant: { volumes: -1, gigabytes: 0 },
        everyTenant: { snapshots: 2 },
      });
      await reopened.transaction((tx) => tx.deleteQuotaLimits('tenant-a'));
      expect(await reopened.quotaLimits('tenant-a')).toEqual({ tenant: {}, everyTenant: { snapshots: 2 } });
      expect((await reopened.quotaLimits('default')).tenant).toEqual({ volumes: 3 });
    });
  });
}
