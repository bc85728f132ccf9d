import { describe, expect, it } from 'vitest';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  bob,
  faultKindOf,
  faultOf,
  faultsOf,
  openTestEngine,
  readBytes,
  writeBytes,
} from './testing.ts';

const D = 'hp-block-storage-v1';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('creating a snapshot', () => {
  it(`answers creating with the size and zone of its volume and becomes available [${D}/4.5.2/snapshot-creating-available] [${D}/4.5.2.4/create-answers-creating] [${D}/4.5.2.4/snapshot-of-volume] [${D}/4.5.2.4/snapshot-in-volume-zone] [${D}/4.5.2.4/param-display-name] [${D}/4.5.2.4/param-display-description]`, async () => {
    const engine = await openTestEngine();
    const { id: volumeId } = await engine.volumes.create(alice, { size: 2, availabilityZone: 'az3' });
    await engine.jobs.idle();
    const created = await engine.snapshots.create(alice, { volumeId, name: 'snap', description: 'daily' });
    expect(created).toMatchObject({
      volumeId,
      status: 'creating',
      size: 2,
      availabilityZone: 'az3',
      name: 'snap',
      description: 'daily',
      progress: 0,
    });
    await engine.jobs.idle();
    expect(await engine.snapshots.get(alice, created.id)).toMatchObject({
      status: 'available',
      progress: 100,
    });
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
  });

  it(`captures one point in time and outlives its volume [${D}/1/snapshot-captures-point-in-time] [${D}/1/snapshot-independent-of-volume] [${D}/4.5.2/snapshot-survives-volume] [${D}/4.5.2/volume-survives-snapshot]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await writeBytes(engine.blocks, volumeId, 100, Buffer.from('before'));
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId });
    await engine.jobs.idle();
    await writeBytes(engine.blocks, volumeId, 100, Buffer.from('after!'));
    await engine.volumes.delete(alice, volumeId);
    await engine.jobs.idle();
    expect((await engine.snapshots.get(alice, snapshotId)).status).toBe('available');
    const { id: copyId } = await engine.volumes.create(alice, { snapshotId });
    await engine.jobs.idle();
    await engine.snapshots.delete(alice, snapshotId);
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, copyId)).status).toBe('available');
    expect((await readBytes(engine.blocks, copyId, 100, 6)).toString()).toBe('before');
  });

  it(`needs an available volume, or force for one in use [${D}/2.2.2/snapshot-needs-available-volume] [${D}/4.5.2/attached-needs-force] [${D}/4.5.2.4/param-force-default]`, async () => {
    const engine = await openTestEngine({ quotas: createQuotas({ defaults: { snapshots: -1 } }) });
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    for (const force of [undefined, null, false, 'false', 'No', 'N', '0', 'FALSE']) {
      const fault = await faultOf(engine.snapshots.create(alice, { volumeId, force }));
      expect(fault).toMatchObject({ kind: 'volumeNotForSnapshot', category: 'invalid' });
      expect(fault.message).toMatch(/^Invalid volume: must be available/);
    }
    for (const force of [true, 'true', 'YES', 'y', '1', 'True']) {
      expect((await engine.snapshots.create(alice, { volumeId, force })).status).toBe('creating');
    }
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('in-use');
  });

  it('refuses any other word for force', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    for (const force of ['', 'maybe', 'on', '2', 'toString', ' true']) {
      const fault = await faultOf(engine.snapshots.create(alice, { volumeId, force }));
      expect(fault.message).toBe(`Invalid value '${force}' for force. `);
    }
  });

  it(`refuses a volume that is busy even with force, and one that is not there [${D}/4.5.2.4/param-volume-id]`, async () => {
    const engine = await openTestEngine();
    engine.jobs.hold();
    const { id: volumeId } = await engine.volumes.create(alice, { size: 1 });
    expect(await faultKindOf(engine.snapshots.create(alice, { volumeId, force: true }))).toBe(
      'volumeNotForSnapshot',
    );
    expect(await faultKindOf(engine.snapshots.create(alice, { volumeId: NOBODY }))).toBe('volumeNotFound');
    expect(await faultKindOf(engine.snapshots.create(bob, { volumeId }))).toBe('volumeNotFound');
  });

  it(`ends in error when the copy fails [${D}/4.5.2/snapshot-status-error]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.failNext('the storage is full');
    const { id } = await engine.snapshots.create(alice, { volumeId });
    await engine.jobs.idle();
    expect((await engine.snapshots.get(alice, id)).status).toBe('error');
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
    await engine.snapshots.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.snapshots.list(alice)).toEqual([]);
  });

  it('counts towards the quotas of snapshots and gigabytes', async () => {
    const quotas = createQuotas({ defaults: { snapshots: 2, gigabytes: 5 } });
    const engine = await openTestEngine({ quotas });
    const volumeId = await availableVolume(engine, alice, 2);
    const { id } = await engine.snapshots.create(alice, { volumeId });
    const large = await faultOf(engine.snapshots.create(alice, { volumeId }));
    expect(large).toMatchObject({ kind: 'snapshotSizeExceedsQuota', category: 'overLimit' });
    await engine.jobs.idle();
    await engine.snapshots.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 1, snapshots: 0, gigabytes: 2 });
    const small = await availableVolume(engine);
    await engine.snapshots.create(alice, { volumeId: small });
    await engine.snapshots.create(alice, { volumeId: small });
    const many = await faultOf(engine.snapshots.create(alice, { volumeId: small }));
    expect(many.message).toBe('SnapshotLimitExceeded: Maximum number of snapshots allowed (2) exceeded');
  });
});

describe('deleting a snapshot', () => {
  it(`takes it out of lists [${D}/4.5.2.5/delete-by-id] [${D}/4.5.2.1/lists-own-tenant] [${D}/4.5.2.3/get-by-id]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const { id } = await engine.snapshots.create(alice, { volumeId, name: 'daily' });
    await engine.jobs.idle();
    expect(await engine.snapshots.list(alice, { volumeId, name: 'daily', status: 'available' })).toHaveLength(
      1,
    );
    expect(await engine.snapshots.list(bob)).toEqual([]);
    const faults = await faultsOf([
      engine.snapshots.get(bob, id),
      engine.snapshots.delete(bob, id),
      engine.volumes.create(bob, { snapshotId: id }),
    ]);
    expect(faults.map(({ kind }) => kind)).toEqual(Array(3).fill('snapshotNotFound'));
    await engine.snapshots.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.snapshots.list(alice)).toEqual([]);
    expect(await faultKindOf(engine.snapshots.get(alice, id))).toBe('snapshotNotFound');
  });

  it('is refused while it is being made, and fails into a state from which it can be tried again', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    const { id } = await engine.snapshots.create(alice, { volumeId });
    const fault = await faultOf(engine.snapshots.delete(alice, id));
    expect(fault.message).toMatch(/^Invalid volume: Volume Snapshot status must be available or error/);
    await engine.jobs.advance();
    engine.jobs.failNext('the storage is away');
    await engine.snapshots.delete(alice, id);
    await engine.jobs.advance();
    expect((await engine.snapshots.get(alice, id)).status).toBe('error_deleting');
    await engine.snapshots.delete(alice, id);
    await engine.jobs.advance();
    expect(await engine.snapshots.list(alice)).toEqual([]);
  });
});
