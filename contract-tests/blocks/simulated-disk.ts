import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { LayerFile, LayerFiles } from '../../src/blocks/layer-files.ts';
import { type Choose, UnsyncedFile } from './unsynced-file.ts';

/** Every call after the crash: there is no computer any more. */
export class PowerLost extends Error {
  constructor() {
    super('the power is gone');
    this.name = 'PowerLost';
  }
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
  /** Told at that moment, before the call has any effect. */
  readonly onCrash: () => void;
}

/** A disk in memory that loses, after a crash, what it may. */
export class SimulatedDisk implements LayerFiles {
  readonly #options: DiskOptions;
  readonly #folders = new Map<string, Folder>();
  #calls = 0;
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

  open(path: string): LayerFile | undefined {
    this.#count();
    const file = this.#folder(dirname(path)).now.get(basename(path));
    return file === undefined ? undefined : this.#handle(file);
  }

  create(path: string): LayerFile {
    this.#count();
    const { now } = this.#folder(dirname(path));
    const file = now.get(basename(path)) ?? new UnsyncedFile();
    now.set(basename(path), file);
    return this.#handle(file);
  }

  exists(path: string): boolean {
    this.#count();
    return this.#folder(dirname(path)).now.has(basename(path));
  }

  unlink(path: string): Promise<void> {
    return this.#later(() => void this.#folder(dirname(path)).now.delete(basename(path)));
  }

  async syncFolder(folder: string): Promise<void> {
    const sync = this.#startOfFolderSync(folder);
    await this.#later(sync);
  }

  syncFolderSync(folder: string): void {
    this.#count();
    this.#startOfFolderSync(folder)();
  }

  list(folder: string): Promise<string[]> {
    return this.#later(() => [...this.#folder(folder).now.keys()]);
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
  #count(): void {
    if (this.#isDead) throw new PowerLost();
    this.#calls += 1;
    if (this.#calls < this.#options.crashAtCall) return;
    this.crash();
    throw new PowerLost();
  }

  async #later<T>(effect: () => T): Promise<T> {
    this.#count();
    await this.#options.pause();
    if (this.#isDead) throw new PowerLost();
    const result = effect();
    await this.#options.pause();
    if (this.#isDead) throw new PowerLost();
    return result;
  }

  #handle(file: UnsyncedFile): LayerFile {
    let isOpen = true;
    const use = (): UnsyncedFile => {
      if (!isOpen) throw new Error('EBADF: the file is closed');
      return file;
    };
    return {
      readSync: (target, start, length, position) => {
        this.#count();
        return use().read(target, start, length, position);
      },
      read: (target, start, length, position) =>
        this.#later(() => use().read(target, start, length, position)),
      writeSync: (source, start, length, position) => {
        this.#count();
        use().write(source.subarray(start, start + length), position);
      },
      write: (source, start, length, position) =>
        this.#later(() => use().write(source.subarray(start, start + length), position)),
      datasync: async () => {
        const sync = use().sync();
        await this.#later(sync);
      },
      datasyncSync: () => {
        this.#count();
        use().sync()();
      },
      truncate: (length) => this.#later(() => use().truncate(length)),
      truncateSync: (length) => {
        this.#count();
        use().truncate(length);
      },
      stat: () => {
        this.#count();
        return { size: use().size, allocated: use().size };
      },
      close: () => {
        isOpen = false;
      },
    };
  }
}
