import { mkdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Flusher } from './flusher.ts';
import { Layer } from './layer.ts';
import type { LayerFile, LayerFiles } from './layer-files.ts';
import { layersFolder } from './layer-format.ts';
import { LayerStack } from './layer-stack.ts';
import { PageCache } from './map-pages.ts';
import { type Faults, faultyFiles, MIB, temporaryFolder } from './testing.ts';

const diskFull = (): Error => Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });

/** A layer that is written to, whose flushes wait for `disk` once it has been told to. */
async function openStack(faults: Faults) {
  const folder = await temporaryFolder();
  await mkdir(layersFolder(folder), { recursive: true });
  const disk = Promise.withResolvers<void>();
  const files = slow(faultyFiles(faults), disk.promise);
  const stack = new LayerStack(
    { size: 64 * MIB, folder, layers: [1], isDurable: true },
    files,
    new PageCache(8),
  );
  onTestFinished(() => stack.close());
  const flusher = new Flusher(stack);
  return {
    flusher,
    disk,
    write(block: number) {
      flusher.noteData();
      stack.top.writeSync(new Uint8Array(4096).fill(7), 0, 4096, block * 4096);
      stack.markWritten(stack.cached(0) ?? stack.loadSync(0), block, block + 1);
    },
    /** How many blocks the map on the disk names. */
    named() {
      const layer = Layer.writable(files, folder, 1, true);
      const page = new Uint8Array(4096);
      layer.readPageSync(0, page);
      layer.close();
      return new Uint32Array(page.buffer).reduce(
        (sum, word) => sum + (word & 0xffff).toString(2).split('1').length - 1,
        0,
      );
    },
  };
}

function slow(files: LayerFiles, disk: Promise<void>): LayerFiles {
  const slowly = (file: LayerFile): LayerFile => ({
    ...file,
    async datasync() {
      await disk;
      await file.datasync();
    },
  });
  return {
    ...files,
    open(path, mode) {
      const file = files.open(path, mode);
      return file && slowly(file);
    },
    create: (path) => slowly(files.create(path)),
  };
}

describe('a flush that another comes before, which writes out what it has begun with', () => {
  it('does not end before that is on the disk, when the other has failed to write it', async () => {
    const faults: Faults = {};
    const { flusher, disk, write, named } = await openStack(faults);
    write(1);
    const flushed = flusher.flush();
    write(2);
    faults.write = (path) => {
      if (path.endsWith('.map')) throw diskFull();
    };
    expect(() => flusher.flushSync()).toThrow('ENOSPC');
    faults.write = undefined;
    disk.resolve();
    await flushed;
    expect(named()).toBe(2);
  });

  it('fails with the disk that has lost the data, also when the other was told of nothing', async () => {
    const faults: Faults = {};
    const { flusher, disk, write } = await openStack(faults);
    write(1);
    const flushed = flusher.flush();
    write(2);
    flusher.flushSync();
    faults.datasync = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    disk.resolve();
    await expect(flushed).rejects.toThrow('EIO');
    faults.datasync = undefined;
    await expect(flusher.flush()).rejects.toThrow('EIO');
  });
});
