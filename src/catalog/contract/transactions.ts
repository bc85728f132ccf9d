import { describe, expect, it } from 'vitest';
import type { CatalogTransaction } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { newAttachment, newJob, newVolume } from '../testing.ts';

const ALL = { limit: 1000, offset: 0 };

export function transactionContract(test: CatalogUnderTest): void {
  const count = async () => (await test.catalog.listVolumes('tenant-a', {}, ALL)).length;

  describe('a transaction', () => {
    it('gives back what its work returns', async () => {
      expect(await test.catalog.transaction(async () => 'result')).toBe('result');
      expect(await test.catalog.transaction(async () => undefined)).toBeUndefined();
    });

    it('sees its own writes, which others see only after it', async () => {
      const volume = newVolume();
      await test.catalog.transaction(async (tx) => {
        await tx.insertVolume(volume);
        const mine = await tx.setVolumeStatus(volume.id, ['available'], 'in-use', 1);
        const attachment = await tx.insertAttachment(newAttachment(volume.id));
        expect(await tx.findVolume('tenant-a', volume.id)).toEqual({ ...mine, attachment });
        expect(await tx.listVolumes('tenant-a', { status: 'in-use' }, ALL)).toHaveLength(1);
        expect(await tx.listAttachments('tenant-a', 'server-1', ALL)).toEqual([attachment]);
        expect(await test.catalog.findVolume('tenant-a', volume.id)).toBeUndefined();
        expect(await test.catalog.listVolumes('tenant-a', {}, ALL)).toEqual([]);
        expect(await test.catalog.listAttachments('tenant-a', 'server-1', ALL)).toEqual([]);
      });
      expect(await test.catalog.findVolume('tenant-a', volume.id)).toMatchObject({ status: 'in-use' });
    });

    it('shows others the state before it, not a mixture', async () => {
      const { id } = await test.catalog.transaction((tx) => tx.insertVolume(newVolume()));
      await test.catalog.transaction(async (tx) => {
        await tx.setVolumeStatus(id, ['available'], 'deleted', 1);
        expect(await test.catalog.findVolume('tenant-a', id)).toMatchObject({ status: 'available' });
      });
      expect(await test.catalog.findVolume('tenant-a', id)).toBeUndefined();
    });

    it('leaves nothing behind when its work throws, and passes the error on', async () => {
      const error = new Error('changed my mind');
      const volume = newVolume();
      const failing = test.catalog.transaction(async (tx) => {
        await tx.insertVolume(volume);
        await tx.insertAttachment(newAttachment(volume.id));
        await tx.insertJob(newJob());
        throw error;
      });
      await expect(failing).rejects.toBe(error);
      expect(await count()).toBe(0);
      expect(await test.catalog.volumeForJob(volume.id)).toBeUndefined();
      expect(await test.catalog.listAttachments('tenant-a', 'server-1', ALL)).toEqual([]);
      expect(await test.catalog.claimableJobs(1, 10)).toEqual([]);
    });

    it('leaves nothing behind when its work throws before it has waited for anything', async () => {
      const failing = test.catalog.transaction(() => {
        throw new Error('at once');
      });
      await expect(failing).rejects.toThrow('at once');
      expect(await test.catalog.transaction(async () => 1)).toBe(1);
    });

    it('takes back its own writes alone, when others run beside it', async () => {
      const all = await Promise.allSettled(
        Array.from({ length: 100 }, (_, index) =>
          test.catalog.transaction(async (tx) => {
            await tx.insertVolume(newVolume({ name: index % 3 === 0 ? 'bad' : 'good' }));
            if (index % 3 === 0) throw new Error('bad');
          }),
        ),
      );
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
      expect(await count()).toBe(66);
      expect(await test.catalog.listVolumes('tenant-a', { name: 'bad' }, ALL)).toEqual([]);
    });

    it('throws when it is used after its end', async () => {
      let escaped: CatalogTransaction | undefined;
      let insert: CatalogTransaction['insertVolume'] | undefined;
      await test.catalog.transaction(async (tx) => {
        escaped = tx;
        insert = tx.insertVolume;
      });
      expect(() => insert?.(newVolume())).toThrow(/has ended/);
      expect(() => escaped?.insertVolume(newVolume())).toThrow(/has ended/);
      expect(() => escaped?.findVolume('tenant-a', 'x')).toThrow(/has ended/);
      expect(await count()).toBe(0);
    });

    it('is seen by every read that begins after it was answered', async () => {
      for (let round = 1; round <= 50; round++) {
        await test.catalog.transaction((tx) => tx.insertVolume(newVolume()));
        expect(await count()).toBe(round);
      }
    });
  });

  describe('a catalog', () => {
    it('runs a thousand transactions at once, and gives each its own serial', async () => {
      const all = Array.from({ length: 1000 }, () =>
        test.catalog.transaction((tx) => tx.insertVolume(newVolume())),
      );
      const serials = (await Promise.all(all)).map(({ serial }) => serial);
      expect(new Set(serials).size).toBe(1000);
      expect(await count()).toBe(1000);
    });

    it('finds after a restart what it had', async () => {
      const volume = await test.catalog.transaction(async (tx) => {
        await tx.reserveQuota('tenant-a', { volumes: 1 }, { volumes: 1, snapshots: 0, gigabytes: 0 });
        return tx.insertVolume(newVolume());
      });
      await test.reopen();
      expect(await test.catalog.findVolume('tenant-a', volume.id)).toEqual(volume);
      expect(await test.catalog.quotaUsage('tenant-a')).toMatchObject({ volumes: 1 });
    });

    it('finishes what was asked for before it closes, and takes nothing after', async () => {
      const { catalog } = test;
      const pending = Array.from({ length: 200 }, () =>
        catalog.transaction((tx) => tx.insertVolume(newVolume())),
      );
      const closing = catalog.close();
      await expect(catalog.transaction(async () => 1)).rejects.toThrow(/closed/);
      await closing;
      await Promise.all(pending);
      await expect(catalog.findVolume('tenant-a', 'x')).rejects.toThrow();
      await expect(catalog.ping()).rejects.toThrow();
      await catalog.close();
      await test.reopen();
      expect(await count()).toBe(200);
    });

    it('answers a ping while it is open', async () => {
      await expect(test.catalog.ping()).resolves.toBeUndefined();
    });
  });
}
