import { access, constants, type FileHandle, open, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  fillDirectly,
  giveDirectBuffers,
  isAtBlock,
  readDirectly,
  takeDirectBuffers,
  takesDirectFiles,
} from '../files/direct-files.ts';
import {
  ensureFolder,
  isMissing,
  openStaging,
  removeDurably,
  writeDurably,
  writeEmptyDurably,
} from '../files/durable-files.ts';
import { writeSparsely } from '../files/sparse-bytes.ts';
import { watchBody } from './object-body.ts';
import { nameOfPath, pathOfName, pathOfWord } from './object-path.ts';
import {
  ContainerNotFound,
  type GetOptions,
  ObjectNotFound,
  type ObjectStore,
  ObjectStoreRefused,
  ObjectStoreUnavailable,
} from './object-store.ts';

const READ_BYTES = 1024 * 1024;
const DIRECT_FROM = 1024 * 1024;

// What an operator has to mend: no room, no permission, a file system that is read-only.
const REFUSALS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS']);
// What is over in a moment, or when a disk or a file server is back.
const TROUBLES = new Set(['EIO', 'EBUSY', 'EAGAIN', 'EMFILE', 'ENFILE', 'ESTALE', 'ETIMEDOUT', 'ENODEV']);

/** The system's errors in the words of the interface; others pass. Paths stay out of the message. */
function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const code = String(error.code);
  const words = `the folder of the objects: ${error.message.split(',')[0]}`;
  if (REFUSALS.has(code)) return new ObjectStoreRefused(words, { cause: error });
  if (TROUBLES.has(code)) return new ObjectStoreUnavailable(words, { cause: error });
  return error;
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asStoreError(error);
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Every file below the folder. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Removes folders that have become empty, from `folder` up to but without `top`. */
async function pruneFolders(folder: string, top: string): Promise<void> {
  for (let empty = folder; empty !== top; empty = dirname(empty)) {
    try {
      await rmdir(empty);
    } catch {
      return;
    }
  }
}

/** Zeros are left out, as most of a volume's chunks hold few bytes. */
async function fillSparsely(handle: FileHandle, body: AsyncIterable<Uint8Array>): Promise<void> {
  let length = 0;
  for await (const part of body) {
    await writeSparsely(handle, part, length);
    length += part.length;
  }
  await handle.truncate(length);
}

/**
 * Objects as files: `<folder>/<tenant>/<container>/<name>`, see `object-path.ts`. An object appears under
 * its name when it is whole and on the disk. One name cannot be the folder of another (`a` and `a/b`): the
 * second put fails. Only one process may have the folder open.
 */
export async function openDirectoryStore(folder: string): Promise<ObjectStore> {
  await ensureFolder(folder);
  // No tenant's folder starts with a dot.
  const staging = await openStaging(join(folder, '.staging'));
  return directoryStore(folder, staging, await takesDirectFiles(staging));
}

/** The same to look at only, beside the process that has the folder open: nothing is made or thrown away. */
export function readDirectoryStore(folder: string): Pick<ObjectStore, 'get' | 'lengthOf' | 'list' | 'close'> {
  return directoryStore(folder, join(folder, '.staging'), false);
}

function directoryStore(folder: string, staging: string, isDirect: boolean): ObjectStore {
  /** What is large is written for later, and would only drive out of memory what is wanted now. */
  async function writeObject(
    path: string,
    body: AsyncIterable<Uint8Array>,
    length = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    if (length === 0) {
      for await (const _ of body); // it ends with an error when it has bytes after all
      return writeEmptyDurably(staging, path);
    }
    const buffers = isDirect && length >= DIRECT_FROM ? takeDirectBuffers() : undefined;
    if (buffers === undefined) return writeDurably(staging, path, (handle) => fillSparsely(handle, body));
    try {
      await writeDurably(staging, path, (handle) => fillDirectly(handle, body, buffers), constants.O_DIRECT);
    } finally {
      giveDirectBuffers(buffers);
    }
  }

  const containerPath = (tenantId: string, container: string): string =>
    join(folder, ...pathOfWord(tenantId), ...pathOfWord(container));
  const objectPath = (tenantId: string, container: string, name: string): string =>
    join(containerPath(tenantId, container), ...pathOfName(name));

  async function openObject(
    tenantId: string,
    container: string,
    name: string,
    flags: number,
  ): Promise<FileHandle> {
    const path = objectPath(tenantId, container, name);
    const handle = await open(path, constants.O_RDONLY | flags).catch((error: unknown) => {
      throw isMissing(error) ? new ObjectNotFound(container, name) : asStoreError(error);
    });
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
    throw new ObjectNotFound(container, name);
  }

  async function* bytesOf(handle: FileHandle, offset: number): AsyncGenerator<Uint8Array> {
    for (let next = offset; ; ) {
      // A fresh buffer each time: the reader may keep what it was given.
      const target = Buffer.allocUnsafe(READ_BYTES);
      const { bytesRead } = await handle.read(target, 0, READ_BYTES, next);
      if (bytesRead === 0) return;
      next += bytesRead;
      yield target.subarray(0, bytesRead);
    }
  }

  return {
    ensureContainer: (tenantId, container) => translated(ensureFolder(containerPath(tenantId, container))),

    async put(tenantId, container, name, body, options) {
      await stat(containerPath(tenantId, container)).catch((error: unknown) => {
        throw isMissing(error) ? new ContainerNotFound(container) : asStoreError(error);
      });
      const watched = watchBody(body, options);
      try {
        await writeObject(objectPath(tenantId, container, name), watched.parts, options?.length);
      } catch (error) {
        watched.throwIfBroken();
        throw asStoreError(error);
      }
    },

    async *get(tenantId, container, name, { offset = 0, signal }: GetOptions = {}) {
      signal?.throwIfAborted();
      const buffers = isDirect && isAtBlock(offset) ? takeDirectBuffers() : undefined;
      try {
        const flags = buffers === undefined ? 0 : constants.O_DIRECT;
        const handle = await openObject(tenantId, container, name, flags);
        try {
          const parts =
            buffers === undefined ? bytesOf(handle, offset) : readDirectly(handle, offset, buffers);
          for await (const part of parts) {
            signal?.throwIfAborted();
            yield part;
          }
        } finally {
          await handle.close();
        }
      } catch (error) {
        throw asStoreError(error);
      } finally {
        if (buffers !== undefined) giveDirectBuffers(buffers);
      }
    },

    async lengthOf(tenantId, container, name) {
      try {
        const found = await stat(objectPath(tenantId, container, name));
        return found.isDirectory() ? undefined : found.size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw asStoreError(error);
      }
    },

    async list(tenantId, container, prefix) {
      const top = containerPath(tenantId, container);
      const slash = prefix.lastIndexOf('/');
      const start = slash <= 0 ? top : join(top, ...pathOfName(prefix.slice(0, slash)));
      const names: string[] = [];
      for await (const path of filesBelow(start)) {
        const name = nameOfPath(relative(top, path).split(sep));
        if (name.startsWith(prefix)) names.push(name);
      }
      return names.sort();
    },

    async delete(tenantId, container, name) {
      const path = objectPath(tenantId, container, name);
      await translated(removeDurably(path));
      await pruneFolders(dirname(path), containerPath(tenantId, container));
    },

    async probe() {
      await translated(access(folder, constants.R_OK | constants.W_OK));
    },

    close: async () => undefined,
  };
}
