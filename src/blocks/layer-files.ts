/**
 * What layers ask of the file system, and no more: the seam where tests put files whose unflushed writes can
 * be lost or torn. What a write changed is durable after `datasync`; that a name is there, or gone, is durable
 * after `syncFolder`.
 *
 * Sync calls are for a thread of its own, whose requests cost less than a trip to the thread pool; the
 * others are for the main thread, which never waits for a disk.
 */
export interface LayerFiles {
  /** Opens a file for reading and, unless that is all, writing; undefined when there is none. */
  open(path: string, mode?: 'read'): LayerFile | undefined;
  /** The same, but makes an empty file when there is none. */
  create(path: string): LayerFile;
  exists(path: string): boolean;
  /** Removes the file if it is there. */
  unlink(path: string): Promise<void>;
  /** Makes names that were added to the folder, or removed from it, durable. */
  syncFolder(folder: string): Promise<void>;
  syncFolderSync(folder: string): void;
  /** Names of the files in the folder. */
  list(folder: string): Promise<string[]>;
}

/** One open file. Positions and lengths are bytes; `start` and `length` say which part of the array is meant. */
export interface LayerFile {
  /** Returns how many bytes were read: fewer than asked for only where the file ends. */
  readSync(target: Uint8Array, start: number, length: number, position: number): number;
  read(target: Uint8Array, start: number, length: number, position: number): Promise<number>;
  /** Writes all of it, or throws; what was written by then is undefined. */
  writeSync(source: Uint8Array, start: number, length: number, position: number): void;
  write(source: Uint8Array, start: number, length: number, position: number): Promise<void>;
  datasync(): Promise<void>;
  datasyncSync(): void;
  truncate(length: number): Promise<void>;
  truncateSync(length: number): void;
  /** Length of the file, and how much room it takes on the disk. */
  stat(): { readonly size: number; readonly allocated: number };
  close(): void;
}
