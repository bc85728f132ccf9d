import { describe, expect, it } from 'vitest';
import { createQuotas } from './quotas.ts';
import { alice, availableVolume, bob, faultKindOf, faultOf, openTestEngine } from './testing.ts';

const D = 'hp-block-storage-v1';

describe('quotas', () => {
  it(`let ten of 200 concurrent creations through at a quota of 10 [${D}/4.4/over-limit-any-threshold] [${D}/4.4/over-limit-kinds]`, async () => {
    const engine = await openTestEngine();
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => engine.volumes.create(alice, { size: 1 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({
          kind: 'volumeLimitExceeded',
          message: 'VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded',
        });
      }
    }
    await engine.jobs.idle();
    const volumes = await engine.volumes.list(alice);
    expect(volumes.map(({ status }) => status)).toEqual(Array(10).fill('available'));
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 10, snapshots: 0, gigabytes: 10 });
    expect((await engine.volumes.create(bob, { size: 1 })).status).toBe('creating');
  });

  it(`govern the size that can be created [${D}/4.5.1/quota-governs-size] [${D}/4.5.1/quota-exceeded-413]`, async () => {
    const engine = await openTestEngine();
    await engine.volumes.create(alice, { size: 999 });
    const fault = await faultOf(engine.volumes.create(alice, { size: 2 }));
    expect(fault).toMatchObject({
      category: 'overLimit',
      message: 'VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed volume size quota',
    });
    expect((await engine.volumes.create(alice, { size: 1 })).size).toBe(1);
  });

  it('count an erroneous volume until it is deleted', async () => {
    const engine = await openTestEngine();
    engine.jobs.failNext('broken');
    const id = await availableVolume(engine, alice, 7);
    expect(await engine.catalog.quotaUsage('alice')).toMatchObject({ volumes: 1, gigabytes: 7 });
    await engine.volumes.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.catalog.quotaUsage('alice')).toMatchObject({ volumes: 0, gigabytes: 0 });
  });

  it('can be set for all and for one tenant', async () => {
    const quotas = createQuotas({
      defaults: { volumes: 1 },
      tenants: { bob: { volumes: -1, gigabytes: 3 } },
    });
    const engine = await openTestEngine({ quotas });
    await engine.volumes.create(alice, { size: 1 });
    expect(await faultKindOf(engine.volumes.create(alice, { size: 1 }))).toBe('volumeLimitExceeded');
    for (const size of [1, 1, 1]) await engine.volumes.create(bob, { size });
    expect(await faultKindOf(engine.volumes.create(bob, { size: 1 }))).toBe('volumeSizeExceedsQuota');
  });
});
