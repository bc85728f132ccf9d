import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDirectoryStore } from './directory.ts';
import { objectStoreContract } from './object-store-contract.ts';

const CHUNK = 52_428_800;

async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cinderblock-objects-'));
}

async function* zeros(length: number): AsyncGenerator<Uint8Array> {
  const part = new Uint8Array(1024 * 1024);
  for (let left = length; left > 0; left -= part.length) yield part.subarray(0, Math.min(left, part.length));
}

objectStoreContract('directory', async () => {
  const folder = await temporaryFolder();
  let store = await openDirectoryStore(folder);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openDirectoryStore(folder);
      return store;
    },
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('directory', () => {
  async function openStore() {
    const folder = await temporaryFolder();
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openDirectoryStore(folder);
    await store.ensureContainer('tenant', 'backups');
    return { folder, store };
  }

  it('keeps an object as a file under its own name, zeros taking no room', async () => {
    const { folder, store } = await openStore();
    const name = 'volume_795114e8-7489-40be-a978-83797f2c1dd3/20130131124331/az_az1_backup_1-00001';
    await store.put('tenant', 'backups', name, zeros(CHUNK));
    const { size, blocks } = await stat(join(folder, 'tenant', 'backups', name));
    expect({ size, blocks }).toEqual({ size: CHUNK, blocks: 0 });
  });

  it('puts an empty object in the place of one with bytes, and the other way round', async () => {
    const { store } = await openStore();
    for (const length of [0, 5, 0, 0]) {
      await store.put('tenant', 'backups', 'a/b', zeros(length), { length });
      expect(await store.lengthOf('tenant', 'backups', 'a/b')).toBe(length);
    }
  });

  it('keeps everything below its folder', async () => {
    const { folder, store } = await openStore();
    await store.ensureContainer('..', '..');
    await store.put('..', '..', '../../../escape', zeros(1));
    expect(await readdir(folder)).toEqual(['%2E.', '.staging', 'tenant']);
    expect(await readdir(join(folder, '%2E.', '%2E.'))).toEqual(['%2E.']);
  });

  it('removes folders that its last object leaves empty', async () => {
    const { folder, store } = await openStore();
    await store.put('tenant', 'backups', 'a/b/c', zeros(1));
    await store.put('tenant', 'backups', 'a/d', zeros(1));
    await store.delete('tenant', 'backups', 'a/b/c');
    expect(await readdir(join(folder, 'tenant', 'backups', 'a'))).toEqual(['d']);
    await store.delete('tenant', 'backups', 'a/d');
    expect(await readdir(join(folder, 'tenant', 'backups'))).toEqual([]);
  });

  it('throws away at start what a crash left half written', async () => {
    const { folder, store } = await openStore();
    await writeFile(join(folder, '.staging', 'half'), 'half');
    await store.close();
    await openDirectoryStore(folder);
    expect(await readdir(join(folder, '.staging'))).toEqual([]);
  });

  const MIB = 1024 * 1024;

  it.each([
    ['its length told, and more at a time than there are buffers for', 1],
    ['its length not told', undefined],
  ])('gives back objects of any length, %s', async (_, known) => {
    const { store } = await openStore();
    await store.ensureContainer('tenant', 'backups');
    const sizes = [0, 1, 4095, 4096, 4097, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 5000];
    for (const size of sizes) {
      const bytes = Buffer.from(
        Uint8Array.from({ length: size }, (_byte, index) => (index * 7 + size) % 251),
      );
      async function* parts(): AsyncGenerator<Uint8Array> {
        for (let start = 0; start < size; start += 300_007) yield bytes.subarray(start, start + 300_007);
      }
      const options = known === undefined ? {} : { length: size };
      // Beside as many others as write past the cache at a time.
      await Promise.all(
        Array.from({ length: known === undefined ? 3 : 12 }, (__, index) =>
          store.put('tenant', 'backups', `object-${index}`, parts(), options),
        ),
      );
      const found: Uint8Array[] = [];
      for await (const part of store.get('tenant', 'backups', 'object-1')) found.push(part);
      expect(Buffer.concat(found).equals(bytes), `${size} bytes`).toBe(true);
    }
  });
});
