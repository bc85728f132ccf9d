import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock.ts';
import { backupUses, snapshotUses, volumeUses } from './lifecycle.ts';
import {
  alice,
  availableVolume,
  bob,
  faultKindOf,
  faultOf,
  faultsOf,
  openTestEngine,
  type TestEngine,
} from './testing.ts';

const D = 'os-bs-2011';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A volume, a snapshot and a backup of it, all there. */
async function oneOfEach(engine: TestEngine) {
  const volume = await availableVolume(engine);
  const { id: snapshot } = await engine.snapshots.create(alice, { volumeId: volume, name: 'old' });
  await engine.jobs.idle();
  const { id: backup } = await engine.backups.create(alice, { volumeId: volume, name: 'old' });
  await engine.jobs.idle();
  return { volume, snapshot, backup };
}

describe('an update', () => {
  it(`changes what it names and leaves the rest, the state above all [${D}/2.3.1.2.2/available-available] [${D}/2.3.2.2.2/available-available] [${D}/2.3.1.2.2/updated-attribute] [${D}/2.3.2.2.2/updated-attribute]`, async () => {
    const clock = virtualClock(1_000_000);
    const engine = await openTestEngine({ clock });
    const ids = await oneOfEach(engine);
    clock.advance(1);
    for (const [service, id] of [
      [engine.volumes, ids.volume],
      [engine.snapshots, ids.snapshot],
      [engine.backups, ids.backup],
    ] as const) {
      const before = await service.get(alice, id);
      expect(before.modifiedAt).toBeNull();
      const named = { ...before, name: 'new', modifiedAt: 1_001_000 };
      expect(await service.update(alice, id, { name: 'new' })).toEqual(named);
      const described = { ...named, description: 'text' };
      expect(await service.update(alice, id, { name: undefined, description: 'text' })).toEqual(described);
      expect(await service.update(alice, id, { name: null })).toEqual({ ...described, name: null });
      expect(await service.get(alice, id)).toEqual({ ...described, name: null });
    }
  });

  it('of nothing changes nothing, not even the time', async () => {
    const engine = await openTestEngine();
    const ids = await oneOfEach(engine);
    for (const [service, id] of [
      [engine.volumes, ids.volume],
      [engine.snapshots, ids.snapshot],
      [engine.backups, ids.backup],
    ] as const) {
      const before = await service.get(alice, id);
      expect(await service.update(alice, id, {})).toEqual(before);
      expect(await service.get(alice, id)).toEqual(before);
    }
  });

  it('of the metadata of a volume replaces it whole', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    expect(await engine.volumes.update(alice, id, { metadata: { a: '1', b: '2' } })).toMatchObject({
      metadata: { a: '1', b: '2' },
    });
    const { metadata } = await engine.volumes.update(alice, id, { name: 'n', metadata: { c: '3' } });
    expect(metadata).toEqual({ c: '3' });
    expect((await engine.volumes.update(alice, id, { metadata: null })).metadata).toEqual({});
  });

  it('is allowed in any state of a volume but those on its way out', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    const move = (from: string, to: string) =>
      // Any state may follow any other here: how it was reached is not what is looked at.
      engine.catalog.transaction((tx) => tx.setVolumeStatus(id, [from as 'available'], to as 'error', 1));
    let last = 'available';
    for (const status of volumeUses.update.from) {
      await move(last, status);
      last = status;
      expect(await engine.volumes.update(alice, id, { name: status })).toMatchObject({
        status,
        name: status,
      });
    }
    await move(last, 'deleting');
    const fault = await faultOf(engine.volumes.update(alice, id, { name: 'x' }));
    expect(fault).toMatchObject({ kind: 'volumeNotUpdatable', category: 'invalid' });
    expect(fault.message).toContain('deleting');
    await move('deleting', 'deleted');
    expect(await faultKindOf(engine.volumes.update(alice, id, { name: 'x' }))).toBe('volumeNotFound');
  });

  it('is allowed in any state of a snapshot or a backup but those on its way out', async () => {
    const engine = await openTestEngine();
    const { snapshot, backup } = await oneOfEach(engine);
    let last: string = 'available';
    for (const status of [...snapshotUses.update.from, 'deleting'] as const) {
      await engine.catalog.transaction((tx) => tx.setSnapshotStatus(snapshot, [last as 'error'], status, 1));
      last = status;
      const update = engine.snapshots.update(alice, snapshot, { name: status });
      if (status === 'deleting') expect(await faultKindOf(update)).toBe('snapshotNotUpdatable');
      else expect(await update).toMatchObject({ status, name: status });
    }
    last = 'available';
    for (const status of [...backupUses.update.from, 'deleting'] as const) {
      await engine.catalog.transaction((tx) => tx.setBackupStatus(backup, [last as 'error'], status, 1));
      last = status;
      const update = engine.backups.update(alice, backup, { name: status });
      if (status === 'deleting') expect(await faultKindOf(update)).toBe('backupNotUpdatable');
      else expect(await update).toMatchObject({ status, name: status });
    }
  });

  it('is refused with texts that a creation would refuse, and then changes nothing', async () => {
    const engine = await openTestEngine();
    const ids = await oneOfEach(engine);
    const long = 'x'.repeat(256);
    for (const request of [{ name: long }, { name: 'fine', description: 'a\0b' }]) {
      const faults = await faultsOf([
        engine.volumes.update(alice, ids.volume, request),
        engine.snapshots.update(alice, ids.snapshot, request),
        engine.backups.update(alice, ids.backup, request),
      ]);
      expect(faults.map(({ kind }) => kind)).toEqual(Array(3).fill('textInvalid'));
    }
    expect((await engine.volumes.get(alice, ids.volume)).modifiedAt).toBeNull();
  });

  it("of another tenant's resource finds none", async () => {
    const engine = await openTestEngine();
    const ids = await oneOfEach(engine);
    const calls = (id: { volume: string; snapshot: string; backup: string }) => [
      engine.volumes.update(bob, id.volume, { name: 'mine' }),
      engine.snapshots.update(bob, id.snapshot, { name: 'mine' }),
      engine.backups.update(bob, id.backup, { name: 'mine' }),
    ];
    for (const each of [ids, { volume: NOBODY, snapshot: NOBODY, backup: NOBODY }]) {
      const kinds = (await faultsOf(calls(each))).map(({ kind }) => kind);
      expect(kinds).toEqual(['volumeNotFound', 'snapshotNotFound', 'backupNotFound']);
    }
    expect((await engine.volumes.get(alice, ids.volume)).name).toBeNull();
  });

  it('and a job that ends at the same time both hold', async () => {
    const engine = await openTestEngine();
    engine.jobs.hold();
    const { id } = await engine.volumes.create(alice, { size: 1 });
    const [, renamed] = await Promise.all([
      engine.jobs.advance(),
      engine.volumes.update(alice, id, { name: 'renamed' }),
    ]);
    expect(renamed.name).toBe('renamed');
    expect(await engine.volumes.get(alice, id)).toMatchObject({ name: 'renamed', status: 'available' });
  });
});
