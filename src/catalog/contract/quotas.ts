import { describe, expect, it } from 'vitest';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { QuotaUsage } from '../records.ts';

const LIMITS = { volumes: 10, snapshots: 5, gigabytes: 100 };
const UNLIMITED = { volumes: -1, snapshots: -1, gigabytes: -1 };

export function quotaContract(test: CatalogUnderTest): void {
  const reserve = (amount: Partial<QuotaUsage>, limits = LIMITS, tenantId = 'tenant-a') =>
    test.catalog.transaction((tx) => tx.reserveQuota(tenantId, amount, limits));
  const usage = (tenantId = 'tenant-a') => test.catalog.quotaUsage(tenantId);

  describe('a quota', () => {
    it('is unused at first, and counts what is reserved for each tenant', async () => {
      expect(await usage()).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
      expect(await reserve({ volumes: 1, gigabytes: 20 })).toBeUndefined();
      expect(await reserve({ snapshots: 2, gigabytes: 1 })).toBeUndefined();
      expect(await usage()).toEqual({ volumes: 1, snapshots: 2, gigabytes: 21 });
      expect(await usage('tenant-b')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
    });

    it('may be used up to its limits exactly', async () => {
      expect(await reserve(LIMITS)).toBeUndefined();
      expect(await usage()).toEqual(LIMITS);
    });

    it.each(['volumes', 'snapshots', 'gigabytes'] as const)('names the limit: %s', async (name) => {
      expect(await reserve({ [name]: LIMITS[name] })).toBeUndefined();
      expect(await reserve({ volumes: 0, snapshots: 0, gigabytes: 0, [name]: 1 })).toBe(name);
    });

    it('is left as it was when any of several limits would be passed', async () => {
      await reserve({ volumes: 1, gigabytes: 90 });
      expect(await reserve({ volumes: 1, gigabytes: 11 })).toBe('gigabytes');
      expect(await reserve({ volumes: 11, gigabytes: 1 })).toBe('volumes');
      expect(await reserve({ volumes: 11, gigabytes: 1000 })).toBe('volumes');
      expect(await usage()).toEqual({ volumes: 1, snapshots: 0, gigabytes: 90 });
    });

    it('takes nothing that is larger than the limit itself', async () => {
      expect(await reserve({ gigabytes: 101 })).toBe('gigabytes');
      expect(await reserve({ volumes: 1 }, { volumes: 0, snapshots: 0, gigabytes: 0 })).toBe('volumes');
    });

    it('has no end where the limit is -1', async () => {
      expect(await reserve({ volumes: 1_000_000, gigabytes: 1_000_000 }, UNLIMITED)).toBeUndefined();
      expect(await usage()).toMatchObject({ volumes: 1_000_000 });
    });

    it('takes back what is given up, also above a limit that was lowered since', async () => {
      await reserve({ volumes: 10, gigabytes: 100 });
      const lowered = { volumes: 2, snapshots: 0, gigabytes: 3 };
      expect(await reserve({ volumes: -1, gigabytes: -10 }, lowered)).toBeUndefined();
      expect(await usage()).toEqual({ volumes: 9, snapshots: 0, gigabytes: 90 });
      expect(await reserve({ volumes: 1 }, lowered)).toBe('volumes');
    });

    it('does not fall below zero', async () => {
      await reserve({ volumes: 1 });
      expect(await reserve({ volumes: -2, gigabytes: -5 })).toBeUndefined();
      expect(await usage()).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
    });

    it('of 10 is reserved by 10 of 200 that try at once', async () => {
      const all = await Promise.all(Array.from({ length: 200 }, () => reserve({ volumes: 1, gigabytes: 1 })));
      expect(all.filter((limit) => limit === undefined)).toHaveLength(10);
      expect(all.filter((limit) => limit === 'volumes')).toHaveLength(190);
      expect(await usage()).toEqual({ volumes: 10, snapshots: 0, gigabytes: 10 });
    });

    it('is given back when the transaction that reserved it fails', async () => {
      const failing = test.catalog.transaction(async (tx) => {
        await tx.reserveQuota('tenant-a', { volumes: 1 }, LIMITS);
        expect(await tx.quotaUsage('tenant-a')).toMatchObject({ volumes: 1 });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await usage()).toMatchObject({ volumes: 0 });
    });
  });
}
