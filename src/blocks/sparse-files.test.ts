import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { blockStoreContract } from './block-store-contract.ts';
import { openSparseFileStore } from './sparse-files.ts';

const GIB = 2 ** 30;

async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cinderblock-blocks-'));
}

blockStoreContract('sparse files', async () => {
  const folder = await temporaryFolder();
  let store = await openSparseFileStore(folder);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openSparseFileStore(folder);
      return store;
    },
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('sparse files', () => {
  async function openStore() {
    const folder = await temporaryFolder();
    onTestFinished(() => rm(folder, { recursive: true }));
    return { folder, store: await openSparseFileStore(folder) };
  }

  it('takes no room for what was never written, also in copies', async () => {
    const { folder, store } = await openStore();
    await store.createVolume('volume', GIB);
    const device = await store.openVolume('volume');
    await device.write(GIB / 2, new Uint8Array(4096).fill(1));
    await device.close();
    await store.createSnapshot('snapshot', 'volume');
    const { blocks, size } = await stat(join(folder, 'snapshots', 'snapshot.raw'));
    expect(size).toBe(GIB);
    expect(blocks * 512).toBeLessThan(1024 * 1024);
  });

  it('throws away at start what a crash left half copied', async () => {
    const { folder, store } = await openStore();
    await writeFile(join(folder, 'staging', 'half'), 'half');
    await store.close();
    await openSparseFileStore(folder);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
  });

  it('leaves nothing behind when a copy fails', async () => {
    const { folder, store } = await openStore();
    await store.createVolume('volume', GIB);
    await expect(store.cloneVolume('clone', 'volume', GIB / 2)).rejects.toThrow(RangeError);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
    expect(await readdir(join(folder, 'volumes'))).toEqual(['volume.raw']);
  });
});
