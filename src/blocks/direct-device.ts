import { closeSync, fdatasync, openSync, readSync, writeSync } from 'node:fs';
import type { Extent, VolumePlace } from './block-store.ts';

/**
 * A lent volume, opened by the thread that has borrowed it. Its calls are synchronous, on the page cache,
 * because a trip to the thread pool costs more than the copy of a few KiB; only `flush` waits for the disk
 * elsewhere. Offsets and lengths are bytes; outside of the device they are a RangeError.
 *
 * The arrays given to `read` and `write` are not kept.
 */
export interface DirectDevice {
  readonly size: number;
  read(offset: number, target: Uint8Array): void;
  write(offset: number, source: Uint8Array): void;
  /** Makes the range read as zeros, without storing them where whole blocks of 4 KiB are meant. */
  zero(offset: number, length: number): void;
  /**
   * What was written before the call is durable when this resolves; writes may go on meanwhile. Once the
   * disk has failed to take what was written, every later flush fails too, until the volume is opened anew.
   */
  flush(): Promise<void>;
  /** Covers `[offset, offset + length)` in order and without gaps; neighbours differ in `zero`. */
  extents(offset: number, length: number): Extent[];
  /** Flushes what is left, waiting for it, and gives the files back. */
  close(): void;
}

/** Opens the place that a loan gave, in whatever thread this is called. One device at a time for a volume. */
export function openDirectDevice(place: VolumePlace): DirectDevice {
  const { size, path } = place;
  const fd = openSync(String(path), 'r+');
  const zeros = new Uint8Array(64 * 1024);
  const inside = (offset: number, length: number): void => {
    if (offset < 0 || length < 0 || offset + length > size) {
      throw new RangeError(`${length} bytes at ${offset} are not within a volume of ${size} bytes`);
    }
  };
  return {
    size,
    read(offset, target) {
      inside(offset, target.length);
      readSync(fd, target, 0, target.length, offset);
    },
    write(offset, source) {
      inside(offset, source.length);
      writeSync(fd, source, 0, source.length, offset);
    },
    zero(offset, length) {
      inside(offset, length);
      for (let done = 0; done < length; done += zeros.length) {
        writeSync(fd, zeros, 0, Math.min(zeros.length, length - done), offset + done);
      }
    },
    flush: () =>
      new Promise((resolve, reject) =>
        fdatasync(fd, (error) => (error === null ? resolve() : reject(error))),
      ),
    extents(offset, length) {
      inside(offset, length);
      return length === 0 ? [] : [{ offset, length, zero: false }];
    },
    close: () => closeSync(fd),
  };
}
