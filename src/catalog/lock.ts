import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CatalogError } from './errors.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process; makes it when it is not there. Two servers on one folder would each
 * keep what they know of it in memory and overwrite the other's blocks.
 *
 * The lock is SQLite's lock on an empty database, which is the operating system's: it goes with the process,
 * however that ends, so there is nothing left over to be cleaned up and no process id that could by now
 * belong to another. The file stays; removing it would let a third process lock a new one of the same name.
 *
 * @throws CatalogError `folder-in-use`
 */
export async function lockFolder(path: string): Promise<FolderLock> {
  await mkdir(path, { recursive: true });
  const database = new Database(join(path, 'server.lock'), { timeout: 0 });
  try {
    // No journal beside the lock: nothing is ever written.
    database.pragma('journal_mode = MEMORY');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new CatalogError('folder-in-use', `data folder ${path} is in use by another server`, {
      cause: error,
    });
  }
  return { release: async () => void database.close() };
}
