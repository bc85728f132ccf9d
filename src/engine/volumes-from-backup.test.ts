import { describe, expect, it, vi } from 'vitest';
import { type Clock, virtualClock } from './clock.ts';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  bob,
  bytesHeld,
  createGate,
  faultKindOf,
  faultOf,
  openTestEngine,
  readBytes,
  replacing,
  type TestEngine,
  type TestEngineOptions,
  writeBytes,
} from './testing.ts';

// Some of these go through whole gigabytes, which takes a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

const D = 'os-bs-2011';
const CHUNK = 52_428_800;
const GIB = 2 ** 30;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const bytes = Buffer.from('what the volume held');
const places = [0, CHUNK - 7, GIB - bytes.length];

/** An engine with the backup of a volume of 1 GB that has something at each of the places. */
async function withBackup(options: TestEngineOptions = {}) {
  const engine = await openTestEngine(options);
  const volumeId = await availableVolume(engine);
  for (const place of places) await writeBytes(engine.blocks, volumeId, place, bytes);
  const { id: backupId } = await engine.backups.create(alice, { volumeId });
  await engine.jobs.idle();
  return { engine, volumeId, backupId };
}

async function expectBytes(engine: TestEngine, volumeId: string): Promise<void> {
  for (const place of places)
    expect(await readBytes(engine.blocks, volumeId, place, bytes.length)).toEqual(bytes);
}

describe('creating a volume from a backup', () => {
  it(`answers creating, at the size of the backup, and becomes available with its bytes [${D}/2.3.1.2.1/size-optional-with-backup] [${D}/2.3.1.2.1/creating-available]`, async () => {
    const { engine, volumeId, backupId } = await withBackup();
    await engine.volumes.delete(alice, volumeId);
    await engine.jobs.idle();
    engine.jobs.hold();
    const created = await engine.volumes.create(alice, { backupId, name: 'copy' });
    expect(created).toMatchObject({ status: 'creating', backupId, size: 1, name: 'copy', progress: 0 });
    expect((await engine.backups.get(alice, backupId)).status).toBe('available');
    await engine.jobs.advance();
    expect(await engine.volumes.get(alice, created.id)).toMatchObject({ status: 'available', progress: 100 });
    await expectBytes(engine, created.id);
    expect(await engine.catalog.quotaUsage('alice')).toMatchObject({ volumes: 1, gigabytes: 1 });
    // Not filled with the zeros of the backup.
    expect(await bytesHeld(engine.blocks, created.id)).toBeLessThan(CHUNK);
  });

  it('may make it larger, never smaller', async () => {
    const { engine, backupId } = await withBackup();
    const larger = await engine.volumes.create(alice, { backupId, size: '2' });
    expect(larger.size).toBe(2);
    await engine.jobs.idle();
    await expectBytes(engine, larger.id);
    expect(await readBytes(engine.blocks, larger.id, GIB, 20)).toEqual(Buffer.alloc(20));
    const source = await availableVolume(engine, alice, 3);
    const { id: large } = await engine.backups.create(alice, { volumeId: source });
    await engine.jobs.idle();
    expect(await faultOf(engine.volumes.create(alice, { backupId: large, size: 2 }))).toMatchObject({
      kind: 'volumeSmallerThanBackup',
      category: 'invalid',
      params: { needed: 3 },
    });
  });

  it('needs a backup of the tenant that is available, and no further source', async () => {
    const { engine, volumeId, backupId } = await withBackup();
    expect(await faultKindOf(engine.volumes.create(alice, { backupId: NOBODY }))).toBe('backupNotFound');
    expect(await faultKindOf(engine.volumes.create(bob, { backupId }))).toBe('backupNotFound');
    for (const other of [{ snapshotId: NOBODY }, { sourceVolumeId: volumeId }, { imageRef: NOBODY }])
      expect(await faultKindOf(engine.volumes.create(alice, { backupId, ...other }))).toBe('tooManySources');
    engine.jobs.hold();
    const { id: coming } = await engine.backups.create(alice, { volumeId });
    expect(await faultOf(engine.volumes.create(alice, { backupId: coming }))).toMatchObject({
      kind: 'backupNotRestorable',
      params: { status: 'creating' },
    });
    expect(await engine.volumes.list(alice)).toHaveLength(1);
  });

  it('counts towards the quota, whose refusal names the limit and the size', async () => {
    const quotas = createQuotas({ defaults: { gigabytes: 4 } });
    const { engine, backupId } = await withBackup({ quotas });
    expect(await faultOf(engine.volumes.create(alice, { backupId, size: 4 }))).toMatchObject({
      kind: 'volumeSizeExceedsQuota',
      params: { limit: 4, size: 4 },
    });
  });

  it('goes on when the backup is deleted meanwhile, which waits for it', async () => {
    const gate = createGate();
    let isArmed = false;
    const { engine, backupId } = await withBackup({
      wrapObjects: (store) =>
        replacing(store, 'get', (get) => (...args) => {
          if (!isArmed) return get(...args);
          return (async function* () {
            await gate.pass();
            yield* get(...args);
          })();
        }),
    });
    isArmed = true;
    const { id } = await engine.volumes.create(alice, { backupId });
    await gate.arrived;
    await engine.backups.delete(alice, backupId);
    expect((await engine.backups.get(alice, backupId)).status).toBe('deleting');
    gate.open();
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, id)).status).toBe('available');
    await expectBytes(engine, id);
    expect(await faultKindOf(engine.backups.get(alice, backupId))).toBe('backupNotFound');
    expect(await engine.objects.list('alice', 'volumebackups', '')).toEqual([]);
  });

  it(`ends in error when an object is gone or changed, and can be deleted then [${D}/2.3.1.2.1/creating-error]`, async () => {
    const { engine, backupId } = await withBackup();
    const names = await engine.objects.list('alice', 'volumebackups', '');
    const first = names.find((name) => name.endsWith('-00001')) ?? '';
    async function* wrong() {
      yield Buffer.alloc(CHUNK, 1);
    }
    await engine.objects.put('alice', 'volumebackups', first, wrong());
    const { id: changed } = await engine.volumes.create(alice, { backupId });
    await engine.jobs.idle();
    await engine.objects.delete('alice', 'volumebackups', first);
    const { id: gone } = await engine.volumes.create(alice, { backupId });
    await engine.jobs.idle();
    for (const id of [changed, gone]) {
      expect((await engine.volumes.get(alice, id)).status).toBe('error');
      await engine.volumes.delete(alice, id);
    }
    await engine.jobs.idle();
    expect(await engine.volumes.list(alice)).toHaveLength(1);
    expect((await engine.backups.get(alice, backupId)).status).toBe('available');
  });
});

describe('the progress of a copy', () => {
  /** An engine whose object store calls `note` before each object is read or written. */
  const openNoting = (clock: Clock, note: () => Promise<unknown>) =>
    openTestEngine({
      clock,
      wrapObjects: (store) => ({
        ...store,
        put: async (...args) => {
          await note();
          return store.put(...args);
        },
        async *get(...args) {
          await note();
          yield* store.get(...args);
        },
      }),
    });

  const expectRising = (seen: readonly number[]) => {
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBeLessThan(100);
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(new Set(seen).size).toBeLessThanOrEqual(20);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  };

  it(`is seen on a backup while it is made, then on each volume that is filled from it [${D}/2.3.2.2.1/progress-attribute] [${D}/2.3.1.2.1/progress-attribute]`, async () => {
    let watched: () => Promise<{ readonly progress: number }> = async () => ({ progress: 0 });
    let seen: number[] = [];
    const clock = virtualClock();
    const engine = await openNoting(clock, async () => {
      seen.push((await watched()).progress);
      clock.advance(1000);
    });
    const volumeId = await availableVolume(engine);
    expect((await engine.volumes.get(alice, volumeId)).progress).toBe(100);
    // Something in a few chunks, as chunks of zeros are not read back.
    for (let place = 0; place < GIB; place += 2 * CHUNK)
      await writeBytes(engine.blocks, volumeId, place, bytes);

    engine.jobs.hold();
    const { id: backupId } = await engine.backups.create(alice, { volumeId });
    watched = () => engine.backups.get(alice, backupId);
    await engine.jobs.advance();
    expectRising(seen);
    expect((await watched()).progress).toBe(100);

    for (const fill of [
      async () => (await engine.volumes.create(alice, { backupId })).id,
      async () => (await engine.backups.restore(alice, { backupId })).volume.id,
      async () => (await engine.backups.restore(alice, { backupId, volumeId })).volume.id,
    ]) {
      const id = await fill();
      watched = () => engine.volumes.get(alice, id);
      expect((await watched()).progress).toBe(0);
      seen = [];
      await engine.jobs.advance();
      expectRising(seen);
      expect((await watched()).progress).toBe(100);
    }
  });
});
