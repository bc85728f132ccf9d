import { describe, expect, it } from 'vitest';
import type { Caller } from './engine.ts';
import { createQuotas } from './quotas.ts';
import { alice, bob, faultKindOf, faultOf, faultsOf, openTestEngine } from './testing.ts';

const admin: Caller = { tenantId: 'operations', userName: 'root', isAdministrator: true };
const nothing = { volumes: 0, snapshots: 0, gigabytes: 0 };

describe('the limits of a tenant', () => {
  it('are shown to it and to administrators, along with what is in use', async () => {
    const engine = await openTestEngine();
    await engine.volumes.create(alice, { size: 3 });
    const shown = {
      limits: { volumes: 10, snapshots: 10, gigabytes: 1000 },
      usage: { volumes: 1, snapshots: 0, gigabytes: 3 },
    };
    expect(await engine.quotas.get(alice, 'alice')).toEqual(shown);
    expect(await engine.quotas.get(admin, 'alice')).toEqual(shown);
    expect(await engine.quotas.get(admin, 'never seen')).toEqual({ limits: shown.limits, usage: nothing });
    for (const call of [engine.quotas.get(bob, 'alice'), engine.quotas.defaults(bob, 'alice')])
      expect(await faultOf(call)).toMatchObject({ kind: 'notAllowed', category: 'forbidden' });
  });

  it('hold from the next creation on, and what is there stays', async () => {
    const engine = await openTestEngine();
    const { id } = await engine.volumes.create(alice, { size: 5 });
    await engine.jobs.idle();
    expect(await engine.quotas.update(admin, 'alice', { volumes: 1 })).toEqual({
      volumes: 1,
      snapshots: 10,
      gigabytes: 1000,
    });
    const refused = await faultOf(engine.volumes.create(alice, { size: 1 }));
    expect(refused.message).toBe('VolumeLimitExceeded: Maximum number of volumes allowed (1) exceeded');
    expect((await engine.volumes.get(alice, id)).status).toBe('available');
    await engine.quotas.update(admin, 'alice', { snapshots: 0, gigabytes: 6 });
    expect(await faultKindOf(engine.snapshots.create(alice, { volumeId: id }))).toBe('snapshotLimitExceeded');
    await engine.quotas.update(admin, 'alice', { volumes: -1 });
    expect(await faultKindOf(engine.volumes.create(alice, { size: 2 }))).toBe('volumeSizeExceedsQuota');
    await engine.volumes.create(alice, { size: 1 });
    expect((await engine.volumes.create(bob, { size: 100 })).size).toBe(100);
  });

  it('let exactly as many through as an administrator has just allowed', async () => {
    const engine = await openTestEngine();
    const results = await Promise.allSettled([
      engine.quotas.update(admin, 'alice', { volumes: 3 }),
      ...Array.from({ length: 30 }, () => engine.volumes.create(alice, { size: 1 })),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1 + 3);
  });

  it('are durable, and go back to those of the settings', async () => {
    const quotas = createQuotas({ defaults: { volumes: 5 }, tenants: { alice: { gigabytes: 50 } } });
    const engine = await openTestEngine({ quotas });
    await engine.quotas.update(admin, 'alice', { gigabytes: 70, snapshots: 7 });
    const again = await openTestEngine({ quotas, folder: engine.folder });
    expect((await again.quotas.get(alice, 'alice')).limits).toEqual({
      volumes: 5,
      snapshots: 7,
      gigabytes: 70,
    });
    await again.quotas.reset(admin, 'alice');
    await again.quotas.reset(admin, 'alice');
    expect((await again.quotas.get(alice, 'alice')).limits).toEqual({
      volumes: 5,
      snapshots: 10,
      gigabytes: 50,
    });
    expect(await again.quotas.defaults(alice, 'alice')).toEqual({
      volumes: 5,
      snapshots: 10,
      gigabytes: 1000,
    });
  });

  it('of every tenant are those of the class default, the only one', async () => {
    const engine = await openTestEngine({ quotas: createQuotas({ tenants: { bob: { volumes: 2 } } }) });
    expect(await engine.quotas.updateClass(admin, 'default', { volumes: 1 })).toEqual({
      volumes: 1,
      snapshots: 10,
      gigabytes: 1000,
    });
    expect(await engine.quotas.classLimits(admin, 'default')).toMatchObject({ volumes: 1 });
    expect(await engine.quotas.defaults(alice, 'alice')).toMatchObject({ volumes: 1 });
    await engine.volumes.create(alice, { size: 1 });
    expect(await faultKindOf(engine.volumes.create(alice, { size: 1 }))).toBe('volumeLimitExceeded');
    expect((await engine.quotas.get(bob, 'bob')).limits).toMatchObject({ volumes: 2 });
    for (const { kind } of await faultsOf([
      engine.quotas.classLimits(admin, 'gold'),
      engine.quotas.updateClass(admin, 'gold', { volumes: 1 }),
    ]))
      expect(kind).toBe('quotaClassNotFound');
  });

  it('of a tenant that is called as the class are its own', async () => {
    const engine = await openTestEngine();
    await engine.quotas.update(admin, 'default', { volumes: 1 });
    expect(await engine.quotas.classLimits(admin, 'default')).toMatchObject({ volumes: 10 });
    expect((await engine.quotas.get(alice, 'alice')).limits).toMatchObject({ volumes: 10 });
  });

  it.each([
    [-2, 'quotaLimitTooLow', 'Quota limit must be -1 or greater.'],
    ['-2', 'quotaLimitTooLow', 'Quota limit must be -1 or greater.'],
    [1.5, 'quotaLimitInvalid', 'Quota limit must be specified as an integer value.'],
    ['many', 'quotaLimitInvalid', 'Quota limit must be specified as an integer value.'],
    ['', 'quotaLimitInvalid', 'Quota limit must be specified as an integer value.'],
    [2 ** 31, 'quotaLimitTooHigh', 'Quota limit must be 2147483647 or less, or -1 for no limit.'],
  ])('are whole numbers from -1 on: %j', async (snapshots, kind, message) => {
    const engine = await openTestEngine();
    for (const fault of await faultsOf([
      engine.quotas.update(admin, 'alice', { volumes: 1, snapshots }),
      engine.quotas.updateClass(admin, 'default', { volumes: 1, snapshots }),
    ]))
      expect(fault).toMatchObject({ kind, category: 'invalid', message });
    // None of them was set.
    expect((await engine.quotas.get(alice, 'alice')).limits).toMatchObject({ volumes: 10 });
  });

  it('may be sent as digits, and a null leaves one as it is', async () => {
    const engine = await openTestEngine();
    const limits = await engine.quotas.update(admin, 'alice', {
      volumes: '7',
      snapshots: null,
      gigabytes: '-1',
    });
    expect(limits).toEqual({ volumes: 7, snapshots: 10, gigabytes: -1 });
  });
});
