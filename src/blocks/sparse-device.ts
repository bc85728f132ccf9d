import { open } from 'node:fs/promises';
import { isMissing, readFully, writeFully } from '../files/durable-files.ts';
import { type BlockDevice, type Extent, VolumeNotFound } from './block-store.ts';

const ZEROS = new Uint8Array(1024 * 1024);

/** Opens the file of a volume; throws `VolumeNotFound` when there is none. */
export async function openSparseDevice(path: string, volumeId: string): Promise<BlockDevice> {
  const handle = await open(path, 'r+').catch((error: unknown) => {
    throw isMissing(error) ? new VolumeNotFound(volumeId) : error;
  });
  const { size } = await handle.stat();

  const inside = (offset: number, length: number): void => {
    // Writing past the end would make the file, and with it the volume, longer.
    if (offset < 0 || length < 0 || offset + length > size) {
      throw new RangeError(`${length} bytes at ${offset} are not within a volume of ${size} bytes`);
    }
  };

  return {
    size,
    async read(offset, target) {
      inside(offset, target.length);
      await readFully(handle, target, offset);
    },
    async write(offset, source) {
      inside(offset, source.length);
      await writeFully(handle, source, offset);
    },
    async zero(offset, length) {
      inside(offset, length);
      for (let done = 0; done < length; done += ZEROS.length) {
        await writeFully(handle, ZEROS.subarray(0, Math.min(ZEROS.length, length - done)), offset + done);
      }
    },
    flush: () => handle.datasync(),
    async *extents(offset, length): AsyncGenerator<Extent> {
      inside(offset, length);
      if (length === 0) return;
      // All that the file system tells without reading: whether there are any blocks.
      const { blocks } = await handle.stat();
      yield { offset, length, zero: blocks === 0 };
    },
    close: () => handle.close(),
  };
}
