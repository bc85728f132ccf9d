import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { alice, availableVolume, bob, faultKindOf, faultOf, faultsOf, openTestEngine } from './testing.ts';

const D = 'hp-block-storage-v1';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('deleting a volume', () => {
  it(`takes it out of lists, gives back its quota and its bytes [${D}/4.5.1.5/delete-by-id] [${D}/1/volume-persists-until-deleted]`, async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    engine.jobs.hold();
    await engine.volumes.delete(alice, id);
    expect((await engine.volumes.get(alice, id)).status).toBe('deleting');
    await engine.jobs.advance();
    expect(await faultKindOf(engine.volumes.get(alice, id))).toBe('volumeNotFound');
    expect(await engine.volumes.list(alice)).toEqual([]);
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
    await expect(engine.blocks.openVolume(id)).rejects.toThrow();
    expect((await engine.catalog.volumeForJob(id))?.deletedAt).not.toBeNull();
  });

  it('is refused in every state that the table does not list, with the state in the message', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId: id });
    const fault = await faultOf(engine.volumes.delete(alice, id));
    expect(fault).toMatchObject({ kind: 'volumeNotDeletable', category: 'invalid' });
    expect(fault.message).toMatch(
      /^Invalid volume: Volume status must be available or error, .*in-use.*detach/,
    );
    const states = [
      'creating',
      'downloading',
      'available',
      'attaching',
      'in-use',
      'detaching',
      'backing-up',
      'restoring-backup',
      'deleting',
      'error',
      'error_attaching',
      'error_detaching',
      'error_restoring',
      'error_deleting',
    ] as const;
    engine.jobs.hold();
    for (const status of states) {
      const volume = await engine.volumes.create(alice, { size: 1 });
      await engine.jobs.advance();
      await engine.catalog.transaction((tx) => tx.setVolumeStatus(volume.id, ['available'], status, 0));
      const isAllowed = (volumeLifecycle.delete.from as readonly string[]).includes(status);
      const outcome = engine.volumes.delete(alice, volume.id);
      if (isAllowed) await outcome;
      else expect(await faultKindOf(outcome), status).toBe('volumeNotDeletable');
      await engine.catalog.transaction((tx) =>
        tx.reserveQuota('alice', { volumes: -1 }, { volumes: -1, snapshots: -1, gigabytes: -1 }),
      );
    }
  });

  it('ends in error_deleting when the bytes cannot be removed, from where it can be tried again', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    engine.jobs.failNext('the storage is away');
    await engine.volumes.delete(alice, id);
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, id)).status).toBe('error_deleting');
    expect((await engine.catalog.quotaUsage('alice')).volumes).toBe(1);
    await engine.volumes.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.volumes.list(alice)).toEqual([]);
  });

  it('happens once, however many ask for it', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => engine.volumes.delete(alice, id)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await engine.jobs.idle();
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
  });
});

describe('listing volumes', () => {
  it(`shows a tenant its own, newest first, page by page [${D}/4.5.1.1/lists-own-tenant] [${D}/4.5.1.3/get-by-id]`, async () => {
    const clock = virtualClock(1_000_000);
    const engine = await openTestEngine({ clock });
    for (const name of ['one', 'two', 'three']) {
      clock.advance(1);
      await engine.volumes.create(alice, { size: 1, name });
    }
    await engine.volumes.create(bob, { size: 1, name: "bob's" });
    const names = async (page?: { limit?: number; offset?: number }) =>
      (await engine.volumes.list(alice, {}, page)).map(({ name }) => name);
    expect(await names()).toEqual(['three', 'two', 'one']);
    expect(await names({ limit: 0 })).toEqual(['three', 'two', 'one']);
    expect(await names({ limit: 5000 })).toEqual(['three', 'two', 'one']);
    expect(await names({ limit: 1, offset: 1 })).toEqual(['two']);
    expect(await names({ offset: 3 })).toEqual([]);
    expect((await engine.volumes.list(alice, { name: 'two' })).map(({ name }) => name)).toEqual(['two']);
    for (const page of [{ limit: -1 }, { offset: -1 }, { limit: 1.5 }, { offset: Number.NaN }]) {
      expect(await faultKindOf(engine.volumes.list(alice, {}, page))).toBe('pageInvalid');
    }
  });

  it("treats another tenant's volume as one that never was, in every call", async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    const calls = (volumeId: string) => [
      engine.volumes.get(bob, volumeId),
      engine.volumes.delete(bob, volumeId),
      engine.volumes.create(bob, { sourceVolumeId: volumeId }),
      engine.snapshots.create(bob, { volumeId }),
      engine.backups.create(bob, { volumeId }),
      engine.attachments.attach(bob, { serverId: 'server', volumeId }),
    ];
    for (const volumeId of [id, NOBODY]) {
      for (const fault of await faultsOf(calls(volumeId))) {
        expect(fault).toMatchObject({
          kind: 'volumeNotFound',
          message: `Volume ${volumeId} could not be found.`,
        });
      }
    }
    expect((await engine.volumes.get(alice, id)).status).toBe('available');
    expect(await engine.volumes.list(bob)).toEqual([]);
  });
});
