import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { LayerFile, LayerFiles } from '../../src/blocks/layer-files.ts';
import { type Choose, UnsyncedFile } from './unsynced-file.ts';

/** Every call of a process that is no more. */
export class ProcessGone extends Error {
  constructor() {
    super('the process is gone');
    this.name = 'ProcessGone';
  }
}

/** What a process has of the disk. */
interface Process {
  isGone: boolean;
}

/** How much of what was not synced is on the disk after a crash. */
export interface Survival {
  /** Asked once for each file: which state of each of its sectors, and of its size. */
  readonly sectors: (path: string) => Choose;
  /** Whether a name that was added or removed since its folder was synced is so after the crash. */
  readonly names: () => boolean;
}

interface Folder {
  readonly now: Map<string, UnsyncedFile>;
  readonly durable: Map<string, UnsyncedFile>;
}

export interface DiskOptions {
  /** Files below this folder are on the disk from the start; paths are below it as well. */
  readonly root: string;
  /** Files of it that are no part of the disk. */
  readonly isElsewhere: (path: string) => boolean;
  /** Waits before and after the effect of a call that does not block, so that others come between. */
  readonly pause: () => Promise<void>;
  /** The call with which the power goes. */
  readonly crashAtCall: number;
  /** Told at that moment, before the call has had any effect. */
  readonly onCrash: () => void;
}

/** A disk in memory that loses, when the power goes, what it may. When a process is killed it loses nothing. */
export class SimulatedDisk {
  readonly #options: DiskOptions;
  readonly #folders = new Map<string, Folder>();
  #calls = 0;
  #process: Process = { isGone: false };
  #isDead = false;

  constructor(options: DiskOptions) {
    this.#options = options;
    const { root, isElsewhere } = options;
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name);
      if (!statSync(path).isFile() || isElsewhere(path)) continue;
      const file = new UnsyncedFile(readFileSync(path));
      const { now, durable } = this.#folder(dirname(path));
      now.set(basename(path), file);
      durable.set(basename(path), file);
    }
  }

  get calls(): number {
    return this.#calls;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** The power goes now. */
  crash(): void {
    if (this.#isDead) return;
    this.#options.onCrash();
    this.#isDead = true;
    this.#process.isGone = true;
  }

  /** Writes what is left after a crash into another folder. */
  leaveIn(root: string, { sectors, names }: Survival): void {
    for (const [folder, { now, durable }] of this.#folders) {
      for (const name of new Set([...now.keys(), ...durable.keys()])) {
        const isChanged = now.get(name) !== durable.get(name);
        const file = isChanged && names() ? now.get(name) : durable.get(name);
        if (file === undefined) continue;
        const path = join(root, relative(this.#options.root, folder), name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.afterCrash(sectors(path)));
      }
    }
  }

  /** The process is gone; the disk goes on. */
  kill(): void {
    this.#process.isGone = true;
  }

  /** The files as a new process sees them, when the one before it is gone. */
  newProcess(): LayerFiles {
    this.kill();
    const process: Process = { isGone: this.#isDead };
    this.#process = process;
    const folderOf = (path: string) => this.#folder(dirname(path)).now;
    return {
      open: (path) => {
        this.#count(process);
        const file = folderOf(path).get(basename(path));
        return file === undefined ? undefined : this.#handle(process, file);
      },
      create: (path) => {
        this.#count(process);
        const file = folderOf(path).get(basename(path)) ?? new UnsyncedFile();
        folderOf(path).set(basename(path), file);
        return this.#handle(process, file);
      },
      exists: (path) => {
        this.#count(process);
        return folderOf(path).has(basename(path));
      },
      unlink: (path) => this.#later(process, () => void folderOf(path).delete(basename(path))),
      syncFolder: async (folder) => this.#later(process, this.#startOfFolderSync(folder)),
      syncFolderSync: (folder) => {
        this.#count(process);
        this.#startOfFolderSync(folder)();
      },
      list: (folder) => this.#later(process, () => [...this.#folder(folder).now.keys()]),
    };
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path) ?? { now: new Map(), durable: new Map() };
    this.#folders.set(path, folder);
    return folder;
  }

  #startOfFolderSync(path: string): () => void {
    const folder = this.#folder(path);
    const then = new Map(folder.now);
    return () => {
      folder.durable.clear();
      for (const [name, file] of then) folder.durable.set(name, file);
    };
  }

  /** One more call; the power goes with one of them. */
  #count(process: Process): void {
    if (process.isGone) throw new ProcessGone();
    this.#calls += 1;
    if (this.#calls < this.#options.crashAtCall) return;
    this.crash();
    throw new ProcessGone();
  }

  async #later<T>(process: Process, effect: () => T): Promise<T> {
    this.#count(process);
    await this.#options.pause();
    if (process.isGone) throw new ProcessGone();
    const result = effect();
    await this.#options.pause();
    if (process.isGone) throw new ProcessGone();
    return result;
  }

  #handle(process: Process, file: UnsyncedFile): LayerFile {
    let isOpen = true;
    const use = (): UnsyncedFile => {
      if (!isOpen) throw new Error('EBADF: the file is closed');
      return file;
    };
    return {
      readSync: (target, start, length, position) => {
        this.#count(process);
        return use().read(target, start, length, position);
      },
      read: (target, start, length, position) =>
        this.#later(process, () => use().read(target, start, length, position)),
      writeSync: (source, start, length, position) => {
        this.#count(process);
        use().write(source.subarray(start, start + length), position);
      },
      write: (source, start, length, position) =>
        this.#later(process, () => use().write(source.subarray(start, start + length), position)),
      datasync: async () => {
        const sync = use().sync();
        await this.#later(process, sync);
      },
      datasyncSync: () => {
        this.#count(process);
        use().sync()();
      },
      truncate: (length) => this.#later(process, () => use().truncate(length)),
      truncateSync: (length) => {
        this.#count(process);
        use().truncate(length);
      },
      stat: () => {
        this.#count(process);
        return { size: use().size, allocated: use().size };
      },
      close: () => {
        isOpen = false;
      },
    };
  }
}
