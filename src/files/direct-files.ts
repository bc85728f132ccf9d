import { constants, type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isZero } from './sparse-bytes.ts';

/**
 * Writing and reading past the page cache (O_DIRECT): bytes that nobody will read soon are not copied into
 * memory that others need, which also costs less than half of the work. The system takes them only from memory, and only
 * to places in the file, that are multiples of a block.
 */
const BLOCK_BYTES = 4096;
const BUFFER_BYTES = 1024 * 1024;
// Files in use at the same time; any more go through the cache.
const MOST_FILES = 8;

// Node has it; the types of Node leave it to those of browsers.
declare const WebAssembly: {
  readonly Memory: new (limits: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
};

/** Two, of which one is written or read while the other is filled or emptied. */
export type DirectBuffers = readonly [Buffer, Buffer];

let free: DirectBuffers[] | undefined;

/**
 * Node has no memory with a place of its own choosing but this: the pages of a WebAssembly memory are those of
 * the system. None of it is real before it is used.
 */
function allocate(): DirectBuffers[] {
  const pages = (BUFFER_BYTES * 2 * MOST_FILES) / 65_536;
  const { buffer } = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const at = (index: number) => Buffer.from(buffer, index * BUFFER_BYTES, BUFFER_BYTES);
  return Array.from({ length: MOST_FILES }, (_, index) => [at(index * 2), at(index * 2 + 1)]);
}

/** Buffers to work with, to be given back; undefined when there are none left. */
export function takeDirectBuffers(): DirectBuffers | undefined {
  free ??= allocate();
  return free.pop();
}

export function giveDirectBuffers(buffers: DirectBuffers): void {
  free?.push(buffers);
}

/** Whether files of the folder can be used in this way; not every file system has it. */
export async function takesDirectFiles(folder: string): Promise<boolean> {
  const buffers = takeDirectBuffers();
  if (buffers === undefined || constants.O_DIRECT === undefined) return false;
  const path = join(folder, 'direct');
  try {
    const handle = await open(path, constants.O_CREAT | constants.O_WRONLY | constants.O_DIRECT, 0o600);
    try {
      await handle.write(buffers[0], 0, BLOCK_BYTES, 0);
    } finally {
      await handle.close();
      await unlink(path);
    }
    return true;
  } catch {
    return false;
  } finally {
    giveDirectBuffers(buffers);
  }
}

/** Writes all of `source`, of whole blocks; the system may take it in parts. */
async function writeBlocks(handle: FileHandle, source: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < source.length; ) {
    const { bytesWritten } = await handle.write(source, done, source.length - done, offset + done);
    // A write that ends within a block, as on a disk that becomes full, goes on at its beginning.
    const blocks = bytesWritten - (bytesWritten % BLOCK_BYTES);
    if (blocks === 0) throw Object.assign(new Error('EIO: short write'), { code: 'EIO' });
    done += blocks;
  }
}

/** Fills an empty file that was opened with O_DIRECT with the body; zeros are left out. */
export async function fillDirectly(
  handle: FileHandle,
  body: AsyncIterable<Uint8Array>,
  [first, second]: DirectBuffers,
): Promise<void> {
  let current = first;
  let filled = 0;
  let offset = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    await writing;
    const length = Math.ceil(filled / BLOCK_BYTES) * BLOCK_BYTES;
    const source = current.subarray(0, length).fill(0, filled);
    if (!isZero(source)) {
      writing = writeBlocks(handle, source, offset);
      // Looked at before the next one, and at the end.
      writing.catch(() => undefined);
    }
    offset += filled;
    filled = 0;
    current = current === first ? second : first;
  }

  try {
    for await (const part of body) {
      for (let taken = 0; taken < part.length; ) {
        const size = Math.min(BUFFER_BYTES - filled, part.length - taken);
        current.set(part.subarray(taken, taken + size), filled);
        taken += size;
        filled += size;
        if (filled === BUFFER_BYTES) await write();
      }
    }
    if (filled > 0) await write();
  } finally {
    await writing;
  }
  // The last block is longer than what is left of the body.
  await handle.truncate(offset);
}

/** What a file that was opened with O_DIRECT has from `offset` on, which is at a block, in fresh buffers. */
export async function* readDirectly(
  handle: FileHandle,
  offset: number,
  [first, second]: DirectBuffers,
): AsyncGenerator<Uint8Array> {
  const read = (target: Buffer, from: number) => {
    const reading = handle.read(target, 0, BUFFER_BYTES, from);
    // Looked at when its turn comes.
    reading.catch(() => undefined);
    return reading;
  };
  let current = first;
  let next = offset;
  let reading = read(current, next);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const part = Buffer.from(current.subarray(0, bytesRead));
      next += bytesRead;
      const isLast = bytesRead % BLOCK_BYTES > 0;
      if (!isLast) {
        current = current === first ? second : first;
        reading = read(current, next);
      }
      yield part;
      if (isLast) return;
    }
  } finally {
    // The buffers are given to others next.
    await reading.catch(() => undefined);
  }
}

/** Whether a file can be read from there on in this way. */
export const isAtBlock = (offset: number): boolean => offset % BLOCK_BYTES === 0;
