import { describe, expect, it } from 'vitest';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { Job } from '../records.ts';
import { newJob } from '../testing.ts';

const NOW = 1_000_000;

export function jobContract(test: CatalogUnderTest): void {
  const insert = (...jobs: Partial<Job>[]) =>
    test.catalog.transaction(async (tx) => {
      for (const job of jobs) await tx.insertJob(newJob(job));
    });
  const claim = (owner: string, until: number, now = NOW, id = 'job') =>
    test.catalog.transaction((tx) => tx.claimJob(id, owner, until, now));
  const claimable = async (now = NOW, limit = 10) =>
    (await test.catalog.claimableJobs(now, limit)).map(({ id }) => id);

  describe('a job', () => {
    it('is read back as it was inserted', async () => {
      const job = newJob({ kind: 'restore-backup', payload: { volumeId: 'v', 'a b': '"' }, attempts: 3 });
      await test.catalog.transaction((tx) => tx.insertJob(job));
      expect(await test.catalog.claimableJobs(NOW, 10)).toEqual([job]);
    });

    it('is found by what it works for, and by what it reads or writes besides', async () => {
      await insert({ id: 'one', resourceId: 'backup-1', payload: { volume: 'volume-1' } });
      const hasJobFor = (id: string) => test.catalog.transaction((tx) => tx.hasJobFor(id));
      expect(await hasJobFor('backup-1')).toBe(true);
      expect(await hasJobFor('volume-1')).toBe(true);
      expect(await hasJobFor('volume')).toBe(false);
      expect(await hasJobFor('volume-10')).toBe(false);
      await claim('worker', NOW + 1, NOW, 'one');
      expect(await hasJobFor('volume-1')).toBe(true);
      await test.catalog.transaction((tx) => tx.finishJob('one', 'worker'));
      expect(await hasJobFor('volume-1')).toBe(false);
    });

    it('is offered the oldest first, as many as are wanted', async () => {
      await insert({ id: 'b', createdAt: 2 }, { id: 'c', createdAt: 3 }, { id: 'a', createdAt: 1 });
      expect(await claimable()).toEqual(['a', 'b', 'c']);
      expect(await claimable(NOW, 2)).toEqual(['a', 'b']);
    });

    it('is not offered while somebody has a current lease, and again from its end on', async () => {
      await insert({ id: 'job' }, { id: 'other' });
      await claim('w1', NOW + 10);
      expect(await claimable(NOW + 9)).toEqual(['other']);
      expect(await claimable(NOW + 10)).toContain('job');
    });

    it('is claimed by one owner, who gets it with the lease and one attempt more', async () => {
      await insert({ id: 'job', resourceId: 'r' });
      const lease = { leaseOwner: 'w1', leaseUntil: NOW + 10 };
      expect(await claim('w1', NOW + 10)).toMatchObject({
        ...lease,
        id: 'job',
        resourceId: 'r',
        attempts: 1,
      });
      expect(await claim('w2', NOW + 20)).toBeUndefined();
      expect(await claim('w1', NOW + 20)).toBeUndefined();
      expect(await claim('w1', NOW, NOW, 'no such job')).toBeUndefined();
    });

    it('is claimed by one of 200 workers', async () => {
      await insert({ id: 'job' });
      const all = await Promise.all(
        Array.from({ length: 200 }, (_, worker) => claim(`w${worker}`, NOW + 10)),
      );
      expect(all.filter((job) => job !== undefined)).toHaveLength(1);
    });

    it('stays with its owner for as long as the lease is renewed', async () => {
      await insert({ id: 'job' });
      await claim('w1', NOW + 10);
      const { catalog } = test;
      expect(await catalog.transaction((tx) => tx.renewJob('job', 'w1', NOW + 100))).toBe(true);
      expect(await catalog.transaction((tx) => tx.renewJob('job', 'w2', NOW + 100))).toBe(false);
      expect(await claim('w2', NOW + 200, NOW + 50)).toBeUndefined();
    });

    it('is lost by the owner whose lease ran out, once another has claimed it', async () => {
      await insert({ id: 'job' });
      await claim('w1', NOW + 10);
      expect(await claim('w2', NOW + 30, NOW + 10)).toMatchObject({ leaseOwner: 'w2', attempts: 2 });
      await test.catalog.transaction(async (tx) => {
        expect(await tx.renewJob('job', 'w1', NOW + 100)).toBe(false);
        expect(await tx.finishJob('job', 'w1')).toBe(false);
        expect(await tx.releaseJob('job', 'w1')).toBe(false);
        expect(await tx.finishJob('job', 'w2')).toBe(true);
        expect(await tx.finishJob('job', 'w2')).toBe(false);
      });
      expect(await claimable(NOW + 1000)).toEqual([]);
    });

    it('is offered at once when it is released', async () => {
      await insert({ id: 'job' });
      await claim('w1', NOW + 10);
      expect(await test.catalog.transaction((tx) => tx.releaseJob('job', 'w1'))).toBe(true);
      expect(await claimable()).toEqual(['job']);
      expect(await test.catalog.transaction((tx) => tx.finishJob('job', 'w1'))).toBe(false);
      expect(await claim('w2', NOW + 10)).toMatchObject({ leaseOwner: 'w2', attempts: 2 });
    });

    it('survives a restart together with its lease', async () => {
      await insert({ id: 'job' });
      await claim('w1', NOW + 10);
      await test.reopen();
      expect(await claimable(NOW + 9)).toEqual([]);
      expect(await claimable(NOW + 10)).toEqual(['job']);
    });
  });
}
