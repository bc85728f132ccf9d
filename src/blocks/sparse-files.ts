import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ensureFolder,
  isMissing,
  openStaging,
  readFully,
  removeDurably,
  writeDurably,
} from '../files/durable-files.ts';
import { writeSparsely } from '../files/sparse-bytes.ts';
import { type BlockDevice, type BlockStore, VolumeNotFound } from './block-store.ts';
import { openSparseDevice } from './sparse-device.ts';

const COPY_BYTES = 1024 * 1024;

// An id becomes a file name: nothing in it may lead out of the folder.
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

async function sizeOfFile(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

interface Source {
  readonly id: string;
  readonly path: string;
}

/** Copies the bytes of `source` to the start of an empty file that has room for `room` bytes. */
async function copy(source: Source, target: FileHandle, room: number): Promise<void> {
  const handle = await open(source.path, 'r').catch((error: unknown) => {
    throw isMissing(error) ? new VolumeNotFound(source.id) : error;
  });
  try {
    const { blocks, size } = await handle.stat();
    if (size > room) throw new RangeError(`${source.id} has ${size} bytes, which do not fit in ${room}`);
    if (blocks === 0) return;
    const buffer = Buffer.allocUnsafe(COPY_BYTES);
    for (let offset = 0; offset < size; offset += COPY_BYTES) {
      const part = buffer.subarray(0, Math.min(COPY_BYTES, size - offset));
      await readFully(handle, part, offset);
      await writeSparsely(target, part, offset);
    }
  } finally {
    await handle.close();
  }
}

/**
 * The smallest honest block store: one sparse file for each volume and each snapshot.
 *
 *     <folder>/volumes/<volume id>.raw       the bytes, as long as the volume
 *     <folder>/snapshots/<snapshot id>.raw   the bytes that its volume had
 *     <folder>/staging/<random>              copies under way; thrown away at start
 *
 * A copy is a file of its own, so volumes and snapshots outlive what they were made from, and it takes as
 * long as there are bytes. Node has no way to ask for holes, so a copy reads everything unless the file
 * holds no blocks at all, and leaves out what is zero. Only one process may have the folder open.
 */
export async function openSparseFileStore(folder: string): Promise<BlockStore> {
  const volumes = join(folder, 'volumes');
  const snapshots = join(folder, 'snapshots');
  await ensureFolder(volumes);
  await ensureFolder(snapshots);
  const staging = await openStaging(join(folder, 'staging'));

  const pathOf = (parent: string, id: string): string => {
    if (!ID.test(id)) throw new RangeError(`'${id}' cannot be the id of a volume or snapshot`);
    return join(parent, `${id}.raw`);
  };

  /** Makes a file unless one of that size is there, which an interrupted job has then made before. */
  async function make(target: string, size: number, source?: Source): Promise<void> {
    const found = await sizeOfFile(target);
    if (found === size) return;
    if (found !== undefined) throw new Error(`${target} has ${found} bytes where ${size} were asked for`);
    await writeDurably(staging, target, async (handle) => {
      await handle.truncate(size);
      if (source !== undefined) await copy(source, handle, size);
    });
  }

  const idsIn = async (parent: string, prefix: string): Promise<string[]> =>
    (await readdir(parent))
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(0, -'.raw'.length));

  const volumeSource = (id: string): Source => ({ id, path: pathOf(volumes, id) });
  const snapshotSource = (id: string): Source => ({ id, path: pathOf(snapshots, id) });

  return {
    createVolume: (volumeId, size) => make(pathOf(volumes, volumeId), size),
    createVolumeFromSnapshot: (volumeId, snapshotId, size) =>
      make(pathOf(volumes, volumeId), size, snapshotSource(snapshotId)),
    cloneVolume: (volumeId, sourceId, size) => make(pathOf(volumes, volumeId), size, volumeSource(sourceId)),
    deleteVolume: (volumeId) => removeDurably(pathOf(volumes, volumeId)),
    async createSnapshot(snapshotId, volumeId) {
      const source = volumeSource(volumeId);
      const target = pathOf(snapshots, snapshotId);
      // A snapshot that is there already is the one that was asked for, even when its volume is gone by now.
      if ((await sizeOfFile(target)) !== undefined) return;
      const size = await sizeOfFile(source.path);
      if (size === undefined) throw new VolumeNotFound(volumeId);
      await make(target, size, source);
    },
    deleteSnapshot: (snapshotId) => removeDurably(pathOf(snapshots, snapshotId)),
    find: async (prefix) => ({
      volumes: await idsIn(volumes, prefix),
      snapshots: await idsIn(snapshots, prefix),
    }),
    openVolume: (volumeId): Promise<BlockDevice> => openSparseDevice(pathOf(volumes, volumeId), volumeId),
    async lend(volumeId) {
      const path = pathOf(volumes, volumeId);
      const size = await sizeOfFile(path);
      if (size === undefined) throw new VolumeNotFound(volumeId);
      // Snapshots of a lent volume are not held against it here: this store copies what it finds.
      return { place: { size, path }, end: async () => undefined };
    },
    close: async () => undefined,
  };
}
