import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLayers } from './inspect.ts';
import type { LayerStore } from './layer-store.ts';
import {
  borrow,
  byteAt,
  type Faults,
  faultyFiles,
  findingsOf,
  MIB,
  openTestStore,
  write,
} from './testing.ts';

const SIZE = 300 * MIB;
const BLOCK = 4096;

/** A volume on two layers, the lower with `lower` blocks and the upper with `upper`, of which some overlap. */
async function twoLayers(store: LayerStore, lower: number, upper: number): Promise<void> {
  await store.createVolume('volume', SIZE);
  await write(store, 'volume', 0, 1, lower * BLOCK);
  await write(store, 'volume', 200 * MIB, 1);
  await store.createSnapshot('snapshot', 'volume');
  await write(store, 'volume', BLOCK, 2, upper * BLOCK);
  const device = await store.openVolume('volume');
  await device.zero(200 * MIB, BLOCK);
  await device.close();
}

async function expectTwoLayers(store: LayerStore, lower: number, upper: number): Promise<void> {
  const last = Math.max(lower, upper + 1);
  expect(await byteAt(store, 'volume', 0)).toBe(1);
  expect(await byteAt(store, 'volume', BLOCK)).toBe(2);
  expect(await byteAt(store, 'volume', upper * BLOCK)).toBe(2);
  expect(await byteAt(store, 'volume', (last - 1) * BLOCK)).toBe(lower > upper + 1 ? 1 : 2);
  expect(await byteAt(store, 'volume', last * BLOCK)).toBe(0);
  expect(await byteAt(store, 'volume', 200 * MIB)).toBe(0);
}

describe('a layer that no snapshot shows', () => {
  it.each([
    ['down into the layer below, which has more', 1000, 10],
    ['up into the layer above, which has more', 3, 1000],
  ])('is merged %s', async (_, lower, upper) => {
    const { folder, store } = await openTestStore();
    await twoLayers(store, lower, upper);
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    const layers = await listLayers(folder);
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({ parent: null, volume: 'volume', merge: null });
    expect(layers[0]?.stored).toBe(Math.max(lower, upper + 1) * BLOCK);
    expect(await readdir(join(folder, 'layers'))).toHaveLength(2);
    await expectTwoLayers(store, lower, upper);
    expect(await findingsOf(folder)).toEqual([]);
  });

  it('waits for the volume on it to be given back', async () => {
    const { folder, store } = await openTestStore();
    await twoLayers(store, 10, 10);
    const { device, giveBack } = await borrow(store, 'volume');
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(2);
    device().write(50 * BLOCK, new Uint8Array(BLOCK).fill(5));
    await giveBack();
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(1);
    expect(await byteAt(store, 'volume', 50 * BLOCK)).toBe(5);
  });

  it('is merged with a frozen layer under a volume that is being used', async () => {
    const { folder, store } = await openTestStore();
    await twoLayers(store, 10, 10);
    await store.createSnapshot('second', 'volume');
    const { device, giveBack } = await borrow(store, 'volume');
    const reader = await store.openVolume('volume').catch(() => undefined);
    expect(reader).toBeUndefined();
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(2);
    const bytes = new Uint8Array(2 * BLOCK);
    device().read(0, bytes);
    expect([bytes[0], bytes[BLOCK]]).toEqual([1, 2]);
    await giveBack();
  });

  it('goes with its files when those who used it have left, one of them with its volume', async () => {
    const reported: unknown[] = [];
    const { folder, store } = await openTestStore({ report: (error) => reported.push(error) });
    await twoLayers(store, 10, 10);
    await store.createSnapshot('second', 'volume');
    const paused = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = await store.lend('volume', {
      async pause() {
        paused.resolve();
        await goOn.promise;
      },
      resume: async () => undefined,
    });
    await store.createVolumeFromSnapshot('copy', 'second', SIZE);
    const copy = await store.openVolume('copy');
    await store.deleteSnapshot('snapshot');
    await paused.promise;
    await copy.close();
    await store.deleteVolume('copy');
    goOn.resolve();
    await store.mergeSettled();
    await slow.end();
    expect(reported).toEqual([]);
    await store.mergeSettled();
    const files = await readdir(join(folder, 'layers'));
    const layers = new Set((await listLayers(folder)).map(({ id }) => `${id}`));
    expect(files.filter((name) => !layers.has(name.split('.')[0] ?? ''))).toEqual([]);
  });

  it('steps aside for who opens the volume, and is merged when it is closed', async () => {
    const { folder, store } = await openTestStore({ rest: 1 });
    await twoLayers(store, 9000, 8000);
    await store.deleteSnapshot('snapshot');
    for (let round = 0; round < 20; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await write(store, 'volume', 0, 1);
      await expectTwoLayers(store, 9000, 8000);
    }
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(1);
    await expectTwoLayers(store, 9000, 8000);
  });

  it('steps aside also when its volume has taken the place of another meanwhile', async () => {
    const { folder, store } = await openTestStore({ rest: 1 });
    await twoLayers(store, 9000, 8000);
    await store.createVolume('replaced', SIZE);
    await store.deleteSnapshot('snapshot');
    await new Promise((resolve) => setImmediate(resolve));
    await store.replaceVolume('replaced', 'volume');
    const { device, giveBack } = await borrow(store, 'replaced');
    device().write(20_000 * BLOCK, new Uint8Array(BLOCK).fill(7));
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(2);
    await giveBack();
    await store.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(1);
    expect(await byteAt(store, 'replaced', 20_000 * BLOCK)).toBe(7);
    expect(await byteAt(store, 'replaced', 8000 * BLOCK)).toBe(2);
  });

  it('is merged when other files have made room on a disk that was full', async () => {
    const faults: Faults = {};
    const told: string[] = [];
    const { folder, store } = await openTestStore({
      files: faultyFiles(faults),
      report: (_, what) => told.push(what),
    });
    await twoLayers(store, 100, 10);
    await store.createVolume('other', SIZE);
    await write(store, 'other', 0, 1);
    faults.write = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    delete faults.write;
    await store.deleteVolume('other');
    await store.mergeSettled();
    expect(told).toEqual(['merging layers 1 and 2']);
    expect(await listLayers(folder)).toHaveLength(1);
    await expectTwoLayers(store, 100, 10);
  });

  it('is left as it was when the disk is full, and merged at the next start', async () => {
    const faults: { write?: () => void } = {};
    const told: string[] = [];
    const { folder, store } = await openTestStore({
      files: faultyFiles(faults),
      report: (_, what) => told.push(what),
    });
    await twoLayers(store, 100, 10);
    faults.write = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    expect(told).toEqual(['merging layers 1 and 2']);
    await expectTwoLayers(store, 100, 10);
    await store.close();
    const { store: again } = await openTestStore({ folder });
    await again.mergeSettled();
    expect(await listLayers(folder)).toHaveLength(1);
    await expectTwoLayers(again, 100, 10);
  });

  it.each([
    ['down', 100, 10],
    ['up', 10, 100],
  ])(
    'has its data on the disk before a map names it, and all of it before files go, merged %s',
    async (_, lower, upper) => {
      const unsynced = new Set<string>();
      let removals = 0;
      const system = faultyFiles({
        write(path) {
          unsynced.add(path);
          if (path.endsWith('.map')) expect(unsynced).not.toContain(path.replace('.map', '.data'));
        },
        datasync: (path) => unsynced.delete(path),
      });
      const { store } = await openTestStore({
        files: {
          ...system,
          async unlink(path) {
            expect([...unsynced]).toEqual([]);
            removals += 1;
            await system.unlink(path);
          },
        },
        report: (error) => {
          throw error;
        },
      });
      await twoLayers(store, lower, upper);
      await store.deleteSnapshot('snapshot');
      await store.mergeSettled();
      expect(removals).toBe(2);
      await expectTwoLayers(store, lower, upper);
    },
  );

  it('gives back the room of what was overwritten or trimmed above it', async () => {
    const { folder, store } = await openTestStore();
    await store.createVolume('volume', SIZE);
    await write(store, 'volume', 0, 1, 64 * MIB);
    await store.createSnapshot('snapshot', 'volume');
    const device = await store.openVolume('volume');
    await device.zero(0, 64 * MIB - BLOCK);
    await device.close();
    await store.deleteSnapshot('snapshot');
    await store.mergeSettled();
    const layers = await listLayers(folder);
    expect(layers.map(({ stored }) => stored)).toEqual([BLOCK]);
    expect(layers[0]?.allocated).toBeLessThan(MIB);
  });
});
