import { type FileHandle, open, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ensureFolder, isMissing, openStaging, removeDurably, writeDurably } from '../files/durable-files.ts';
import { writeSparsely } from '../files/sparse-bytes.ts';
import { nameOfPath, pathOfName, pathOfWord } from './object-path.ts';
import { ContainerNotFound, ObjectNotFound, type ObjectStore } from './object-store.ts';

const READ_BYTES = 1024 * 1024;

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

  const containerPath = (tenantId: string, container: string): string =>
    join(folder, ...pathOfWord(tenantId), ...pathOfWord(container));
  const objectPath = (tenantId: string, container: string, name: string): string =>
    join(containerPath(tenantId, container), ...pathOfName(name));

  return {
    ensureContainer: (tenantId, container) => ensureFolder(containerPath(tenantId, container)),

    async put(tenantId, container, name, body) {
      await stat(containerPath(tenantId, container)).catch((error: unknown) => {
        throw isMissing(error) ? new ContainerNotFound(container) : error;
      });
      await writeDurably(staging, objectPath(tenantId, container, name), (handle) =>
        fillSparsely(handle, body),
      );
    },

    async *get(tenantId, container, name) {
      const handle = await open(objectPath(tenantId, container, name), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new ObjectNotFound(container, name) : error;
      });
      try {
        if ((await handle.stat()).isDirectory()) throw new ObjectNotFound(container, name);
        for (;;) {
          // A fresh buffer each time: the reader may keep what it was given.
          const { bytesRead, buffer } = await handle.read(
            Buffer.allocUnsafe(READ_BYTES),
            0,
            READ_BYTES,
            null,
          );
          if (bytesRead === 0) return;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await handle.close();
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
      await removeDurably(path);
      await pruneFolders(dirname(path), containerPath(tenantId, container));
    },

    close: async () => undefined,
  };
}
