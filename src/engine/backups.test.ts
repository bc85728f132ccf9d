import { describe, expect, it, vi } from 'vitest';
import type { ObjectStore } from '../objects/object-store.ts';
import { chunkName, manifestName, parseManifest } from './backup-format.ts';
import { virtualClock } from './clock.ts';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  bob,
  bytesHeld,
  faultKindOf,
  faultOf,
  faultsOf,
  openTestEngine,
  readBytes,
  replacing,
  type TestEngine,
  writeBytes,
} from './testing.ts';

// Some of these go through whole gigabytes, which takes a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

const D = 'hp-block-storage-v1';
const CHUNK = 52_428_800;
const GIB = 2 ** 30;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const bytes = Buffer.from('what the volume held');

async function availableBackup(engine: TestEngine, volumeId: string) {
  const { id } = await engine.backups.create(alice, { volumeId });
  await engine.jobs.idle();
  const backup = await engine.backups.get(alice, id);
  expect(backup.status).toBe('available');
  return backup;
}

async function objectOf(store: ObjectStore, container: string, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.get('alice', container, name)) parts.push(part);
  return Buffer.concat(parts);
}

describe('creating a backup', () => {
  it(`answers creating with nulls, while the volume is backing-up, and both become available [${D}/4.5.3/backup-creating-available] [${D}/4.5.3.4/create-answers-nulls] [${D}/4.5.3.4/asynchronous] [${D}/4.5.1/status-available-backing-up] [${D}/4.5.3/volume-status-backing-up] [${D}/4.5.3.4/param-display-name] [${D}/4.5.3.4/param-display-description]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    const created = await engine.backups.create(alice, {
      volumeId,
      name: 'weekly',
      description: 'of the disk',
    });
    expect(created).toMatchObject({
      status: 'creating',
      volumeId,
      name: 'weekly',
      description: 'of the disk',
      size: 1,
      availabilityZone: null,
      container: null,
      objectCount: null,
      failReason: null,
    });
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('backing-up');
    await engine.jobs.advance();
    expect(await engine.backups.get(alice, created.id)).toMatchObject({
      status: 'available',
      objectCount: 22,
    });
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
  });

  it(`writes chunks of 50 MB under the documented names into volumebackups, in the zone of the volume [${D}/4.5.3.4/copies-to-object-storage] [${D}/4.5.3.4/default-container] [${D}/4.5.3.4/container-created] [${D}/4.5.3.4/backup-in-volume-zone] [${D}/4.5.3.4/chunks-of-50mb] [${D}/4.5.3.4/object-names]`, async () => {
    const clock = virtualClock(Date.UTC(2013, 0, 31, 12, 43, 31) * 1000);
    const engine = await openTestEngine({ clock });
    const { id: volumeId } = await engine.volumes.create(alice, { size: 1, availabilityZone: 'az1' });
    await engine.jobs.idle();
    await writeBytes(engine.blocks, volumeId, CHUNK - 10, bytes);
    const backup = await availableBackup(engine, volumeId);
    expect(backup).toMatchObject({ availabilityZone: 'az1', container: 'volumebackups', objectCount: 22 });
    const prefix = `volume_${volumeId}/20130131124331/az_az1_backup_${backup.serial}`;
    const names = await engine.objects.list('alice', 'volumebackups', '');
    const chunks = Array.from(
      { length: 21 },
      (_, index) => `${prefix}-${String(index + 1).padStart(5, '0')}`,
    );
    expect(names).toEqual([...chunks, `${prefix}_metadata`].sort());
    const first = await objectOf(engine.objects, 'volumebackups', `${prefix}-00001`);
    expect(first.length).toBe(CHUNK);
    expect(first.subarray(-10)).toEqual(bytes.subarray(0, 10));
    const last = await objectOf(engine.objects, 'volumebackups', `${prefix}-00021`);
    // Of zeros there is an object as well, as the documents count them, with nothing in it.
    expect(last.length).toBe(0);
    const manifest = parseManifest(
      (await objectOf(engine.objects, 'volumebackups', `${prefix}_metadata`)).toString(),
    );
    expect(manifest).toMatchObject({ version: 2, volumeId, bytes: GIB, chunkBytes: CHUNK });
    expect(manifest.chunks.map(({ encoding }) => encoding)).toEqual([
      'raw',
      'raw',
      ...Array(19).fill('zero'),
    ]);
    expect(manifest.chunks.map(({ length }) => length)).toEqual([...Array(20).fill(CHUNK), GIB - 20 * CHUNK]);
  });

  it(`uses the container that was asked for [${D}/4.5.3.4/param-container]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const { id } = await engine.backups.create(alice, { volumeId, container: 'my backups' });
    await engine.jobs.idle();
    expect((await engine.backups.get(alice, id)).container).toBe('my backups');
    expect(await engine.objects.list('alice', 'my backups', '')).toHaveLength(22);
  });

  it('refuses container names that object storage would not take', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    for (const container of ['', ' ', 'a/b', '.', '..', 'a\0b', 'ä'.repeat(128), '\ud800']) {
      expect(await faultKindOf(engine.backups.create(alice, { volumeId, container }))).toBe(
        'containerInvalid',
      );
    }
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
  });

  it('takes less than a second for an empty volume of 1 GB', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const times: number[] = [];
    // Once is enough: what else the machine does is not what is measured.
    for (let round = 0; round < 20 && !times.some((time) => time < 1000); round += 1) {
      const start = performance.now();
      await availableBackup(engine, volumeId);
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it(`needs an available volume [${D}/2.2.3/backup-needs-available-volume] [${D}/4.5.3.4/param-volume-id]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    const fault = await faultOf(engine.backups.create(alice, { volumeId }));
    expect(fault.message).toMatch(/^Invalid volume: Volume to be backed up must be available/);
    expect(await faultKindOf(engine.backups.create(alice, { volumeId: NOBODY }))).toBe('volumeNotFound');
  });

  it(`is not limited in number [${D}/4.5.3/backup-limits-none]`, async () => {
    const engine = await openTestEngine({
      wrapObjects: (store) => ({ ...store, put: async () => undefined }),
    });
    const volumeId = await availableVolume(engine);
    for (let count = 0; count < 25; count += 1) await availableBackup(engine, volumeId);
    expect(await engine.backups.list(alice)).toHaveLength(25);
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 1, snapshots: 0, gigabytes: 1 });
  });

  it(`ends in error with a reason, the volume being available again [${D}/4.5.3/backup-status-error]`, async () => {
    const engine = await openTestEngine({
      wrapObjects: (store) =>
        replacing(store, 'put', (put) => async (tenantId, container, name, body) => {
          if (name.endsWith('-00003'))
            throw Object.assign(new Error('ENOSPC: /secret/path'), { code: 'ENOSPC' });
          return put(tenantId, container, name, body);
        }),
    });
    const volumeId = await availableVolume(engine);
    const { id } = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    expect(await engine.backups.get(alice, id)).toMatchObject({
      status: 'error',
      failReason: 'chunk 3 of 21 could not be stored: the storage is full',
      objectCount: null,
    });
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
    await engine.backups.delete(alice, id);
    await engine.jobs.idle();
    expect(await engine.objects.list('alice', 'volumebackups', '')).toEqual([]);
  });
});

describe('restoring a backup', () => {
  it(`brings the bytes back into a new volume after its own is gone [${D}/1/backup-is-full-copy] [${D}/1/backup-independent-of-volume] [${D}/4.5.3.6/restore-copies-back] [${D}/4.5.3.6/new-volume-when-omitted] [${D}/2.2.3/backup-used-through-restore] [${D}/4.5.3.6/restore-response-fields]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const places = [0, CHUNK - 7, 10 * CHUNK, GIB - bytes.length];
    for (const place of places) await writeBytes(engine.blocks, volumeId, place, bytes);
    const backup = await availableBackup(engine, volumeId);
    await engine.volumes.delete(alice, volumeId);
    await engine.jobs.idle();
    engine.jobs.hold();
    const restored = await engine.backups.restore(alice, { backupId: backup.id });
    expect(restored.backup).toMatchObject({ id: backup.id, status: 'restoring' });
    expect(restored.volume).toMatchObject({
      status: 'restoring-backup',
      name: `restore_backup_${backup.serial}`,
      size: 1,
      availabilityZone: 'nova',
    });
    await engine.jobs.advance();
    expect((await engine.volumes.get(alice, restored.volume.id)).status).toBe('available');
    expect((await engine.backups.get(alice, backup.id)).status).toBe('available');
    for (const place of places) {
      expect(await readBytes(engine.blocks, restored.volume.id, place, bytes.length)).toEqual(bytes);
    }
    expect(await readBytes(engine.blocks, restored.volume.id, CHUNK, 7)).toEqual(bytes.subarray(7, 14));
    expect(await engine.catalog.quotaUsage('alice')).toMatchObject({ volumes: 1, gigabytes: 1 });
  });

  it(`overwrites a given volume [${D}/4.5.3.6/given-volume-overwritten] [${D}/4.5.1/status-available-restoring-backup] [${D}/4.5.3/volume-status-restoring-backup] [${D}/4.5.3/backup-available-restoring] [${D}/4.5.3.6/restore-status-values] [${D}/4.5.3.6/asynchronous] [${D}/4.5.3.6/param-volume-id]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await writeBytes(engine.blocks, volumeId, 100, bytes);
    const backup = await availableBackup(engine, volumeId);
    await writeBytes(engine.blocks, volumeId, 100, Buffer.alloc(bytes.length, 7));
    await writeBytes(engine.blocks, volumeId, 5 * CHUNK, Buffer.alloc(100, 7));
    engine.jobs.hold();
    const { volume } = await engine.backups.restore(alice, { backupId: backup.id, volumeId });
    expect(volume).toMatchObject({ id: volumeId, status: 'restoring-backup' });
    expect((await engine.backups.get(alice, backup.id)).status).toBe('restoring');
    await engine.jobs.advance();
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
    expect(await readBytes(engine.blocks, volumeId, 100, bytes.length)).toEqual(bytes);
    expect(await readBytes(engine.blocks, volumeId, 5 * CHUNK, 100)).toEqual(Buffer.alloc(100));
    // Not filled with the zeros of the backup: the volume takes no more room than its data.
    expect(await bytesHeld(engine.blocks, volumeId)).toBeLessThan(CHUNK);
  });

  it('overwrites the start of a larger volume and leaves the rest', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await writeBytes(engine.blocks, volumeId, 0, bytes);
    const backup = await availableBackup(engine, volumeId);
    const target = await availableVolume(engine, alice, 2);
    for (const place of [0, 100, 15 * CHUNK, GIB]) {
      await writeBytes(engine.blocks, target, place, Buffer.alloc(bytes.length, 7));
    }
    await engine.backups.restore(alice, { backupId: backup.id, volumeId: target });
    await engine.jobs.idle();
    expect(await readBytes(engine.blocks, target, 0, bytes.length)).toEqual(bytes);
    for (const place of [100, 15 * CHUNK]) {
      expect(await readBytes(engine.blocks, target, place, bytes.length)).toEqual(Buffer.alloc(bytes.length));
    }
    expect(await readBytes(engine.blocks, target, GIB, bytes.length)).toEqual(Buffer.alloc(bytes.length, 7));
    expect(await bytesHeld(engine.blocks, target)).toBeLessThan(CHUNK);
  });

  it('needs an available backup, and an available volume that is large enough', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine, alice, 2);
    const small = await availableVolume(engine, alice, 1);
    const backup = await availableBackup(engine, volumeId);
    const restore = (target: string, backupId = backup.id) =>
      engine.backups.restore(alice, { backupId, volumeId: target });
    expect((await faultOf(restore(small))).message).toBe(
      'Invalid volume: Volume to be restored to is smaller than the backup to be restored: it has 1 GB and needs 2 GB',
    );
    expect(await faultKindOf(restore(NOBODY))).toBe('volumeNotFound');
    expect(await faultKindOf(restore(volumeId, NOBODY))).toBe('backupNotFound');
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect((await faultOf(restore(volumeId))).message).toMatch(
      /^Invalid volume: Volume to be restored to must be available/,
    );
    expect((await engine.backups.get(alice, backup.id)).status).toBe('available');
    await engine.attachments.detach(alice, 'server', volumeId);
    engine.jobs.hold();
    await restore(volumeId);
    expect((await faultOf(restore(volumeId))).message).toMatch(
      /^Invalid backup: Backup status must be available/,
    );
  });

  it('needs room in the quota for a new volume', async () => {
    const engine = await openTestEngine({ quotas: createQuotas({ defaults: { volumes: 1 } }) });
    const volumeId = await availableVolume(engine);
    const backup = await availableBackup(engine, volumeId);
    expect(await faultKindOf(engine.backups.restore(alice, { backupId: backup.id }))).toBe(
      'volumeLimitExceeded',
    );
    expect((await engine.backups.get(alice, backup.id)).status).toBe('available');
  });

  it(`leaves the volume in error_restoring when an object is missing or changed, the backup being available again [${D}/4.5.1/status-error-restoring] [${D}/4.5.3/volume-status-error-restoring]`, async () => {
    const reads: string[] = [];
    const engine = await openTestEngine({
      wrapObjects: (store) =>
        replacing(store, 'get', (get) => (...args) => {
          reads.push(args[2]);
          return get(...args);
        }),
    });
    const volumeId = await availableVolume(engine);
    await writeBytes(engine.blocks, volumeId, 0, bytes);
    const backup = await availableBackup(engine, volumeId);
    const first = chunkName(backup.objectPrefix ?? '', 1);
    async function* changed() {
      yield Buffer.alloc(CHUNK, 1);
    }
    const damages = [
      () => engine.objects.put('alice', 'volumebackups', first, changed()),
      () => engine.objects.delete('alice', 'volumebackups', first),
      () => engine.objects.delete('alice', 'volumebackups', manifestName(backup.objectPrefix ?? '')),
    ];
    for (const damage of damages) {
      await damage();
      reads.length = 0;
      const { volume } = await engine.backups.restore(alice, { backupId: backup.id });
      await engine.jobs.idle();
      expect((await engine.volumes.get(alice, volume.id)).status).toBe('error_restoring');
      // Trying again would not mend it.
      expect(new Set(reads).size).toBe(reads.length);
      expect((await engine.backups.get(alice, backup.id)).status).toBe('available');
      await engine.volumes.delete(alice, volume.id);
      await engine.jobs.idle();
    }
  });
});

describe('deleting a backup', () => {
  it(`removes its objects and no others [${D}/4.5.3.5/delete-by-id] [${D}/4.5.3/backup-available-deleting] [${D}/4.5.3.5/asynchronous]`, async () => {
    const clock = virtualClock(1_000_000);
    const engine = await openTestEngine({ clock });
    const volumeId = await availableVolume(engine);
    const first = await availableBackup(engine, volumeId);
    // Made in the same second, so that only the number keeps the names apart: 1 from 10.
    for (let count = 0; count < 9; count += 1) {
      await engine.catalog.transaction((tx) =>
        tx.insertBackup({ ...first, id: crypto.randomUUID(), serial: 100 + count }),
      );
    }
    const tenth = await engine.catalog.transaction((tx) =>
      tx.insertBackup({ ...first, id: crypto.randomUUID(), serial: 10, status: 'available' }),
    );
    await engine.objects.put(
      'alice',
      'volumebackups',
      `${first.objectPrefix}0-00001`,
      (async function* () {})(),
    );
    engine.jobs.hold();
    await engine.backups.delete(alice, first.id);
    expect((await engine.backups.get(alice, first.id)).status).toBe('deleting');
    await engine.jobs.advance();
    expect(await faultKindOf(engine.backups.get(alice, first.id))).toBe('backupNotFound');
    expect(tenth.serial).toBe(10);
    expect(await engine.objects.list('alice', 'volumebackups', '')).toEqual([`${first.objectPrefix}0-00001`]);
  });

  it('is refused while the backup is busy, and fails into error with a reason', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    const { id } = await engine.backups.create(alice, { volumeId });
    expect((await faultOf(engine.backups.delete(alice, id))).message).toMatch(
      /^Invalid backup: Backup status must be available or error/,
    );
    await engine.jobs.advance();
    engine.jobs.failNext('the object store is away');
    await engine.backups.delete(alice, id);
    await engine.jobs.advance();
    expect(await engine.backups.get(alice, id)).toMatchObject({
      status: 'error',
      failReason: 'the object store is away',
    });
    await engine.backups.delete(alice, id);
    await engine.jobs.advance();
    expect(await engine.backups.list(alice)).toEqual([]);
  });
});

describe('finding backups', () => {
  it(`works by UUID and by number, for the own tenant only [${D}/4.5.3.1/lists-own-tenant] [${D}/4.5.3.3/get-by-id]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const backup = await availableBackup(engine, volumeId);
    expect(await engine.backups.get(alice, backup.id)).toEqual(backup);
    expect(await engine.backups.get(alice, backup.serial)).toEqual(backup);
    expect(await engine.backups.list(alice, { volumeId, status: 'available' })).toEqual([backup]);
    expect(await engine.backups.list(bob)).toEqual([]);
    const faults = await faultsOf([
      engine.backups.get(bob, backup.id),
      engine.backups.get(bob, backup.serial),
      engine.backups.get(alice, 4711),
      engine.backups.get(alice, 1e15),
      engine.backups.get(alice, 'x'.repeat(10_000)),
      engine.backups.delete(bob, backup.id),
      engine.backups.restore(bob, { backupId: backup.id }),
    ]);
    for (const fault of faults) {
      expect(fault.kind).toBe('backupNotFound');
      expect(fault.message.length).toBeLessThan(400);
    }
  });
});
