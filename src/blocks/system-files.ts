import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncate,
  ftruncateSync,
  openSync,
  read,
  readSync,
  write,
  writeSync,
} from 'node:fs';
import { constants, open, readdir, rm } from 'node:fs/promises';
import { giveDirectBuffers, takeDirectBuffers } from '../files/direct-files.ts';
import { isMissing } from '../files/durable-files.ts';
import type { LayerFile, LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES } from './layer-format.ts';

const READ_WRITE = constants.O_RDWR;

/**
 * More is never written at once. Linux caches what one call wrote as one piece, up to 2 MiB, and then goes through all
 * of a piece for every 4 KiB that are written into it: after writes of 1 MiB, small ones took ten times as long.
 */
const PIECE_BYTES = 128 * 1024;
/**
 * Writes of whole blocks that are as long as this, as restores and imports make them, go past the page cache:
 * nobody will read them soon, and to make room for them there costs more than to write them out.
 */
const DIRECT_BYTES = 256 * 1024;

const isNodeError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A second descriptor of the file; `refused` where the file system has no such thing. */
function openDirectly(path: string): number | 'refused' {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_DIRECT);
  } catch {
    return 'refused';
  }
}

/** Of a file that is closed: what is asked of it then fails, where its number may be another file's by now. */
const CLOSED = -1;

class SystemFile implements LayerFile {
  #fd: number;
  readonly #path: string;
  #direct: number | 'refused' | undefined;

  constructor(path: string, flags: number) {
    this.#fd = openSync(path, flags, 0o600);
    this.#path = path;
  }

  readSync(target: Uint8Array, start: number, length: number, position: number): number {
    let done = readSync(this.#fd, target, start, length, position);
    while (done < length) {
      const more = readSync(this.#fd, target, start + done, length - done, position + done);
      if (more === 0) break;
      done += more;
    }
    return done;
  }

  async read(target: Uint8Array, start: number, length: number, position: number): Promise<number> {
    let done = 0;
    while (done < length) {
      const more = await new Promise<number>((resolve, reject) => {
        read(this.#fd, target, start + done, length - done, position + done, (error, bytes) =>
          error === null ? resolve(bytes) : reject(error),
        );
      });
      if (more === 0) break;
      done += more;
    }
    return done;
  }

  writeSync(source: Uint8Array, start: number, length: number, position: number): void {
    for (let done = 0; done < length; ) {
      const piece = Math.min(PIECE_BYTES, length - done);
      done += writeSync(this.#fd, source, start + done, piece, position + done);
    }
  }

  async write(source: Uint8Array, start: number, length: number, position: number): Promise<void> {
    if (length >= DIRECT_BYTES && position % BLOCK_BYTES === 0 && length % BLOCK_BYTES === 0) {
      this.#direct ??= openDirectly(this.#path);
      if (this.#direct !== 'refused')
        return this.#writeDirectly(this.#direct, source, start, length, position);
    }
    // One after the other: at once, they would wait for each other in the kernel, and burn what they wait.
    for (let done = 0; done < length; done += PIECE_BYTES) {
      const piece = Math.min(PIECE_BYTES, length - done);
      await this.#writePiece(this.#fd, source, start + done, piece, position + done);
    }
  }

  /** The system takes such writes from its own pages only, so what is written is copied there first. */
  async #writeDirectly(
    fd: number,
    source: Uint8Array,
    start: number,
    length: number,
    position: number,
  ): Promise<void> {
    const buffers = takeDirectBuffers();
    const [buffer] = buffers ?? [];
    if (buffers === undefined || buffer === undefined) {
      return this.#writePiece(this.#fd, source, start, length, position);
    }
    try {
      // What the system has already taken is only written a second time, should it refuse the rest.
      for (let done = 0; done < length; done += buffer.length) {
        const piece = Math.min(buffer.length, length - done);
        buffer.set(source.subarray(start + done, start + done + piece));
        await this.#writePiece(fd, buffer, 0, piece, position + done);
      }
    } catch (error) {
      // Some file systems open such a descriptor and then do not write through it.
      if (!isNodeError(error, 'EINVAL')) throw error;
      this.#direct = 'refused';
      closeSync(fd);
      await this.#writePiece(this.#fd, source, start, length, position);
    } finally {
      giveDirectBuffers(buffers);
    }
  }

  async #writePiece(
    fd: number,
    source: Uint8Array,
    start: number,
    length: number,
    position: number,
  ): Promise<void> {
    for (let done = 0; done < length; ) {
      done += await new Promise<number>((resolve, reject) => {
        write(fd, source, start + done, length - done, position + done, (error, bytes) =>
          error === null ? resolve(bytes) : reject(error),
        );
      });
    }
  }

  datasync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fdatasync(this.#fd, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  datasyncSync(): void {
    fdatasyncSync(this.#fd);
  }

  truncate(length: number): Promise<void> {
    return new Promise((resolve, reject) => {
      ftruncate(this.#fd, length, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  truncateSync(length: number): void {
    ftruncateSync(this.#fd, length);
  }

  stat(): { readonly size: number; readonly allocated: number } {
    const { size, blocks } = fstatSync(this.#fd);
    return { size, allocated: blocks * 512 };
  }

  close(): void {
    const [fd, direct] = [this.#fd, this.#direct];
    this.#fd = CLOSED;
    this.#direct = 'refused';
    try {
      if (typeof direct === 'number') closeSync(direct);
    } finally {
      if (fd !== CLOSED) closeSync(fd);
    }
  }
}

/** The files of the operating system. */
export const systemFiles: LayerFiles = {
  open(path, mode) {
    try {
      return new SystemFile(path, mode === 'read' ? constants.O_RDONLY : READ_WRITE);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  create: (path) => new SystemFile(path, READ_WRITE | constants.O_CREAT),
  exists: existsSync,
  unlink: (path) => rm(path, { force: true }),
  async syncFolder(folder) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  syncFolderSync(folder) {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  },
  list: (folder) => readdir(folder),
};
