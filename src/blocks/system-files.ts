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
import { isMissing } from '../files/durable-files.ts';
import type { LayerFile, LayerFiles } from './layer-files.ts';

const READ_WRITE = constants.O_RDWR;

/**
 * More is never written at once. Linux caches what one call wrote as one piece, up to 2 MiB, and then goes through all
 * of a piece for every 4 KiB that are written into it: after writes of 1 MiB, small ones took ten times as long.
 */
const PIECE_BYTES = 128 * 1024;
const PIECES_AT_ONCE = 8;

class SystemFile implements LayerFile {
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
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
    // Some pieces at a time: one by one, each would wait for a thread of the pool anew.
    for (let done = 0; done < length; done += PIECES_AT_ONCE * PIECE_BYTES) {
      const end = Math.min(length, done + PIECES_AT_ONCE * PIECE_BYTES);
      const pieces: Promise<void>[] = [];
      for (let from = done; from < end; from += PIECE_BYTES) {
        const piece = Math.min(PIECE_BYTES, end - from);
        pieces.push(this.#writePiece(source, start + from, piece, position + from));
      }
      const failed = (await Promise.allSettled(pieces)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    }
  }

  async #writePiece(source: Uint8Array, start: number, length: number, position: number): Promise<void> {
    for (let done = 0; done < length; ) {
      done += await new Promise<number>((resolve, reject) => {
        write(this.#fd, source, start + done, length - done, position + done, (error, bytes) =>
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
    closeSync(this.#fd);
  }
}

/** The files of the operating system. */
export const systemFiles: LayerFiles = {
  open(path, mode) {
    try {
      return new SystemFile(openSync(path, mode === 'read' ? constants.O_RDONLY : READ_WRITE));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  create: (path) => new SystemFile(openSync(path, READ_WRITE | constants.O_CREAT, 0o600)),
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
