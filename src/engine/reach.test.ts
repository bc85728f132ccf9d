import { describe, expect, it } from 'vitest';
import type { AllTenants, Caller } from './engine.ts';
import { alice, availableVolume, bob, faultKindOf, openTestEngine } from './testing.ts';

const admin: Caller = { tenantId: 'operators', userName: 'ada', isAdministrator: true };
const SERVER = '5b2c1a2e-5b56-4a4e-9d2c-2b7f0a0c6d11';

describe('an administrator', () => {
  it("sees and changes a volume of another tenant, which stays that tenant's", async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice);
    const { serial } = await engine.volumes.get(admin, id);
    expect(await engine.volumes.get(admin, serial)).toMatchObject({ id, tenantId: 'alice' });
    await engine.volumes.update(admin, id, { name: 'seen to' });
    await engine.volumes.metadata.setItem(admin, id, 'k', 'v');
    expect(await engine.volumes.get(alice, id)).toMatchObject({ name: 'seen to', metadata: { k: 'v' } });
  });

  it("makes a snapshot, a backup and a clone of it that are the administrator's own", async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine, alice);
    const snapshot = await engine.snapshots.create(admin, { volumeId });
    await engine.jobs.idle();
    const backup = await engine.backups.create(admin, { volumeId });
    await engine.jobs.idle();
    const clone = await engine.volumes.create(admin, { sourceVolumeId: volumeId });
    await engine.jobs.idle();
    expect(await engine.snapshots.get(admin, snapshot.id)).toMatchObject({
      tenantId: 'operators',
      status: 'available',
    });
    expect(await engine.backups.get(admin, backup.id)).toMatchObject({
      tenantId: 'operators',
      status: 'available',
    });
    expect(await engine.volumes.get(admin, clone.id)).toMatchObject({
      tenantId: 'operators',
      status: 'available',
    });
    expect(await faultKindOf(engine.snapshots.get(alice, snapshot.id))).toBe('snapshotNotFound');
    expect(await engine.catalog.quotaUsage('operators')).toEqual({ volumes: 1, snapshots: 1, gigabytes: 2 });
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 1, snapshots: 0, gigabytes: 1 });
  });

  it('deletes what another tenant has, whose quota has room again', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine, alice);
    const snapshot = await engine.snapshots.create(alice, { volumeId });
    await engine.jobs.idle();
    const backup = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    await engine.backups.delete(admin, backup.id);
    await engine.snapshots.delete(admin, snapshot.id);
    await engine.volumes.delete(admin, volumeId);
    await engine.jobs.idle();
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
    expect(await faultKindOf(engine.volumes.get(admin, volumeId))).toBe('volumeNotFound');
  });

  it('attaches a volume to a server of the tenant whose volume it is, and detaches it', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine, alice);
    await engine.attachments.attach(admin, { serverId: SERVER, volumeId });
    expect(await engine.attachments.list(alice, SERVER)).toMatchObject([{ volumeId, tenantId: 'alice' }]);
    expect(await engine.attachments.list(admin, SERVER)).toMatchObject([{ volumeId, tenantId: 'alice' }]);
    expect(await engine.attachments.list(bob, SERVER)).toEqual([]);
    await engine.attachments.detach(admin, SERVER, volumeId);
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({ status: 'available' });
  });

  it('restores a backup of one tenant to a volume of another', async () => {
    const engine = await openTestEngine();
    const source = await availableVolume(engine, alice);
    const target = await availableVolume(engine, bob);
    const backup = await engine.backups.create(alice, { volumeId: source });
    await engine.jobs.idle();
    await engine.backups.restore(admin, { backupId: backup.id, volumeId: target });
    await engine.jobs.idle();
    expect(await engine.volumes.get(bob, target)).toMatchObject({ status: 'available' });
  });

  it('lists what is in the own tenant, and everything or another tenant only when asked', async () => {
    const engine = await openTestEngine();
    const first = await availableVolume(engine, alice);
    const own = await availableVolume(engine, admin);
    const last = await availableVolume(engine, bob);
    const ids = async (caller: Caller, scope: AllTenants) =>
      (await engine.volumes.list(caller, scope)).map(({ id }) => id);
    expect(await ids(admin, {})).toEqual([own]);
    expect(await ids(admin, { allTenants: true })).toEqual([last, own, first]);
    expect(await ids(admin, { allTenants: true, ofTenant: 'alice' })).toEqual([first]);
    expect(await ids(admin, { ofTenant: 'operators' })).toEqual([own]);
    expect(await ids(admin, { ofTenant: 'alice' })).toEqual([]);
    for (const scope of [
      { allTenants: true },
      { ofTenant: 'alice' },
      { allTenants: true, ofTenant: 'alice' },
    ])
      expect(await ids(bob, scope)).toEqual([last]);
    const behind = await engine.volumes.list(admin, { allTenants: true }, { marker: last, limit: 1 });
    expect(behind).toMatchObject([{ id: own }]);
  });

  it('lists the snapshots and backups of all tenants too', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine, alice);
    const snapshot = await engine.snapshots.create(alice, { volumeId });
    await engine.jobs.idle();
    const backup = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    expect(await engine.snapshots.list(admin)).toEqual([]);
    expect(await engine.snapshots.list(admin, { allTenants: true })).toMatchObject([{ id: snapshot.id }]);
    expect(await engine.backups.list(admin)).toEqual([]);
    expect(await engine.backups.list(admin, { allTenants: true })).toMatchObject([{ id: backup.id }]);
    expect(await engine.backups.list(bob, { allTenants: true })).toEqual([]);
  });
});

describe('anybody else', () => {
  it('reaches nothing of another tenant, whatever the caller leaves unsaid', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice);
    for (const caller of [bob, { ...bob, isAdministrator: false }]) {
      expect(await faultKindOf(engine.volumes.get(caller, id))).toBe('volumeNotFound');
      expect(await faultKindOf(engine.volumes.delete(caller, id))).toBe('volumeNotFound');
    }
  });

  it('who has no tenant finds nothing, rather than everything', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice);
    // What the types forbid, and a mistake in code that asserts its way around them may still do.
    const nobody = { userName: 'x' } as Caller;
    await expect(engine.volumes.get(nobody, id)).rejects.toThrow(TypeError);
    expect(await engine.volumes.list(nobody)).toEqual([]);
  });
});
