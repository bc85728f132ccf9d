import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { blockStoreContract } from './block-store-contract.ts';
import { UnknownFormat } from './graph-database.ts';
import { listLayers } from './inspect.ts';
import { openLayerStore } from './layer-store.ts';
import {
  borrow,
  byteAt,
  type Faults,
  faultyFiles,
  MIB,
  openTestStore,
  temporaryFolder,
  write,
} from './testing.ts';

blockStoreContract('layers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-blocks-'));
  const open = () => openLayerStore(folder, { rest: 0 });
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

const filesOf = (folder: string) => readdir(join(folder, 'layers'));

describe('layers', () => {
  it('take no room for what was never written, nor for copies', async () => {
    const { folder, store } = await openTestStore();
    await store.createVolume('volume', 2047 * 1024 * MIB);
    await write(store, 'volume', 2046 * 1024 * MIB, 1);
    await store.createSnapshot('snapshot', 'volume');
    await store.cloneVolume('clone', 'volume', 2047 * 1024 * MIB);
    const layers = await listLayers(folder);
    expect(layers.map(({ stored }) => stored)).toEqual([4096, 0, 0, 0]);
    expect(layers.reduce((sum, { allocated }) => sum + allocated, 0)).toBeLessThan(MIB);
    expect(await filesOf(folder)).toEqual(['1.data', '1.map']);
  });

  it('of a deleted volume give their room back', async () => {
    const { folder, store } = await openTestStore();
    await store.createVolume('volume', MIB);
    await write(store, 'volume', 0, 1);
    await store.deleteVolume('volume');
    await store.mergeSettled();
    expect(await filesOf(folder)).toEqual([]);
    expect(await listLayers(folder)).toEqual([]);
  });

  it('whose files a crash has left are removed at start', async () => {
    const { folder, store } = await openTestStore();
    await store.createVolume('volume', MIB);
    await write(store, 'volume', 0, 1);
    await store.close();
    await writeFile(join(folder, 'layers', '77.data'), 'left over');
    const { store: again } = await openTestStore({ folder });
    await again.mergeSettled();
    expect(await filesOf(folder)).toEqual(['1.data', '1.map']);
    expect(await byteAt(again, 'volume', 0)).toBe(1);
  });

  it('are not opened over a folder with volumes as whole files', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'volumes'));
    await writeFile(join(folder, 'volumes', 'volume.raw'), '');
    await expect(openLayerStore(folder)).rejects.toThrow(/volumes\/volume\.raw.*start with an empty one/);
  });

  it.each([
    ['is gone', (path: string) => rm(path)],
    ['is empty', (path: string) => truncate(path)],
    ['is something else', (path: string) => writeFile(path, 'x'.repeat(5000))],
  ])('are not opened, and keep their files, when what says whose they are %s', async (_, damage) => {
    const { folder, store } = await openTestStore();
    await store.createVolume('volume', MIB);
    await write(store, 'volume', 0, 1);
    await store.close();
    await damage(join(folder, 'graph.db'));
    await expect(openLayerStore(folder)).rejects.toThrow(UnknownFormat);
    expect(await filesOf(folder)).toEqual(['1.data', '1.map']);
  });

  it('are not opened when a later release has written them', async () => {
    const { folder, store } = await openTestStore();
    await store.close();
    const graph = new Database(join(folder, 'graph.db'));
    graph.pragma('user_version = 2');
    graph.close();
    await expect(openLayerStore(folder)).rejects.toThrow(/version 2, and this release knows version 1/);
  });
});

describe('a volume that is open', () => {
  it('loses nothing by a snapshot that the disk has no room for', async () => {
    const faults: Faults = {};
    const { store } = await openTestStore({ files: faultyFiles(faults) });
    await store.createVolume('volume', MIB);
    const device = await store.openVolume('volume');
    await device.write(0, Uint8Array.of(7));
    faults.write = (path) => {
      if (path.endsWith('.map')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    await expect(store.createSnapshot('snapshot', 'volume')).rejects.toThrow('ENOSPC');
    delete faults.write;
    await device.flush();
    await store.createSnapshot('snapshot', 'volume');
    await device.close();
    await store.createVolumeFromSnapshot('copy', 'snapshot', MIB);
    expect(await byteAt(store, 'copy', 0)).toBe(7);
  });

  it('has no flush succeed, nor a snapshot, after one has found that the disk lost what was written', async () => {
    const faults: Faults = {};
    const { store } = await openTestStore({ files: faultyFiles(faults) });
    await store.createVolume('volume', MIB);
    const device = await store.openVolume('volume');
    await device.write(0, Uint8Array.of(7));
    faults.datasync = () => {
      throw new Error('EIO');
    };
    await expect(store.createSnapshot('snapshot', 'volume')).rejects.toThrow('EIO');
    delete faults.datasync;
    await expect(device.flush()).rejects.toThrow('EIO');
    await expect(store.createSnapshot('snapshot', 'volume')).rejects.toThrow('EIO');
  });
});

describe('a lent volume', () => {
  it('keeps what its borrower wrote, through a snapshot that it is paused for', async () => {
    const { store } = await openTestStore();
    await store.createVolume('volume', 200 * MIB);
    const { device, giveBack } = await borrow(store, 'volume');
    device().write(5, Uint8Array.of(1, 2, 3));
    await store.createSnapshot('snapshot', 'volume');
    device().write(6, Uint8Array.of(9));
    device().zero(7, 1);
    const bytes = new Uint8Array(4);
    device().read(4, bytes);
    expect([...bytes]).toEqual([0, 1, 9, 0]);
    await giveBack();
    expect(await byteAt(store, 'volume', 6)).toBe(9);
    await store.createVolumeFromSnapshot('copy', 'snapshot', 200 * MIB);
    expect(await byteAt(store, 'copy', 6)).toBe(2);
  });

  it('can be read to its end when the disk is full, and written again when it is not', async () => {
    const full = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
    const faults: { write?: () => void } = {};
    const { store } = await openTestStore();
    await store.createVolume('volume', MIB);
    const { device, giveBack } = await borrow(store, 'volume', faultyFiles(faults));
    device().write(0, new Uint8Array(8192).fill(1));
    faults.write = full;
    expect(() => device().write(4096, new Uint8Array(8192).fill(2))).toThrow('ENOSPC');
    await expect(device().flush()).rejects.toThrow('ENOSPC');
    const bytes = new Uint8Array(MIB);
    device().read(0, bytes);
    expect([bytes[0], bytes[8192]]).toEqual([1, 0]);
    delete faults.write;
    await device().flush();
    device().write(4096, new Uint8Array(8192).fill(2));
    await giveBack();
    expect(await byteAt(store, 'volume', 8192)).toBe(2);
  });

  it('has no flush succeed after the disk has lost what was written', async () => {
    const faults: { datasync?: () => void } = {};
    const { store } = await openTestStore();
    await store.createVolume('volume', MIB);
    const { device } = await borrow(store, 'volume', faultyFiles(faults));
    device().write(0, Uint8Array.of(1));
    faults.datasync = () => {
      throw new Error('EIO: i/o error');
    };
    await expect(device().flush()).rejects.toThrow('EIO');
    delete faults.datasync;
    await expect(device().flush()).rejects.toThrow('EIO');
  });
});
