import { randomUUID } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sharedSync } from './shared-sync.ts';

/**
 * Files that survive power loss: whole under their name, or not there. A file is written elsewhere, reaches
 * the disk, and is then given its name; the name reaches the disk before anyone is told. Any other order
 * could show a name whose bytes are gone.
 */

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/**
 * Makes names that were added to or removed from the folder durable. If the folder itself has been removed
 * since, its removal stands for theirs.
 */
const syncFolder = sharedSync(async (folder) => {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (!isMissing(error)) throw error;
    return syncFolder(dirname(folder));
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
});

/** Makes the folder and what is missing above it, durably. */
export async function ensureFolder(folder: string): Promise<void> {
  const topmostMade = await mkdir(resolve(folder), { recursive: true });
  if (topmostMade === undefined) return;
  for (let made = resolve(folder); made.length >= topmostMade.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** A folder for files that have no name yet. What a crash left in it is thrown away. */
export async function openStaging(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await ensureFolder(folder);
  return folder;
}

const NEW_FILE = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR;

// Someone may remove the folder, empty as it is, just before it gets its first file.
const NAMING_ATTEMPTS = 5;

/** Makes the folder of `target` and what is above it where the naming has found none. */
async function withFolder(target: string, giveName: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await giveName();
      return;
    } catch (error) {
      if (!isMissing(error) || attempt === NAMING_ATTEMPTS) throw error;
      await ensureFolder(dirname(target));
    }
  }
}

/**
 * Writes a file that appears under `target` whole and durable, or not at all; replaces what was there, and
 * makes the folder that it is in. `staging` must be in the same file system. `flags` are those of open(2)
 * besides the ones that it takes to make a file.
 */
export async function writeDurably(
  staging: string,
  target: string,
  fill: (handle: FileHandle) => Promise<void>,
  flags = 0,
): Promise<void> {
  const unnamed = join(staging, randomUUID());
  const handle = await open(unnamed, NEW_FILE | flags, 0o600);
  try {
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await withFolder(target, () => rename(unnamed, target));
  } catch (error) {
    await unlink(unnamed).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

/**
 * The same for a file without bytes, which is whole as soon as it is there: nothing but its name has to reach the disk,
 * and it needs no other name before.
 */
export async function writeEmptyDurably(staging: string, target: string): Promise<void> {
  try {
    await withFolder(target, async () => (await open(target, NEW_FILE, 0o600)).close());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return writeDurably(staging, target, async () => undefined);
  }
  await syncFolder(dirname(target));
}

/** Removes the file if it is there, durably. */
export async function removeDurably(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes all of `source`; the system may take it in parts. */
export async function writeFully(handle: FileHandle, source: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < source.length) {
    const { bytesWritten } = await handle.write(source, done, source.length - done, offset + done);
    done += bytesWritten;
  }
}
