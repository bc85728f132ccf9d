import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Catalog, CatalogTransaction } from './catalog.ts';
import { CatalogError } from './errors.ts';
import { GroupCommit, type Steps } from './group-commit.ts';
import { catalogReads, transactionMethods } from './methods.ts';
import { migrate } from './migrate.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteSnapshot } from './sqlite-snapshot.ts';

export interface SqliteCatalogOptions {
  /** The database file; it and its folder are made when they are not there. */
  readonly path: string;
  /** Milliseconds to wait, with everything else waiting too, for another process that has the file locked. */
  readonly busyTimeout?: number;
}

/**
 * Opens the embedded catalog. Its file belongs to this process alone (`lock.ts`): what another process
 * writes into it is not seen until this one writes.
 *
 * @throws CatalogError `newer-schema`
 */
export async function openSqliteCatalog({
  path,
  busyTimeout = 5_000,
}: SqliteCatalogOptions): Promise<Catalog> {
  await mkdir(dirname(path), { recursive: true });
  const opened: Database.Database[] = [];
  const connect = (options: Database.Options) => {
    const database = new Database(path, { timeout: busyTimeout, ...options });
    opened.push(database);
    return database;
  };
  try {
    const writer = connect({});
    configure(writer);
    await migrate(new Kysely({ dialect: new SqliteDialect({ database: writer }) }), 'sqlite', path);
    return catalog(writer, connect({ readonly: true }));
  } catch (error) {
    for (const database of opened) database.close();
    throw error;
  }
}

function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  // NORMAL would lose the last commits with the power; the catalog has answered them by then.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // The pages that a savepoint may have to restore: on disk, they would be written twice per change.
  database.pragma('temp_store = MEMORY');
  // 16 MB, a few hundred small changes between checkpoints at least: each costs two more flushes.
  database.pragma('wal_autocheckpoint = 4000');
}

function catalog(writer: Database.Database, reader: Database.Database): Catalog {
  const snapshot = new SqliteSnapshot(reader);
  const queue = new GroupCommit<CatalogTransaction>(
    steps(writer, snapshot),
    transactionMethods(new SqliteConnection(writer)),
  );
  const ping = reader.prepare('select max(version) from schema_version');
  let closed: Promise<void> | undefined;
  return {
    ...catalogReads(new SqliteConnection(reader, () => snapshot.enter())),
    transaction: (work) =>
      closed ? Promise.reject(new CatalogError('closed', 'the catalog is closed')) : queue.transaction(work),
    ping: async () => {
      snapshot.leave();
      ping.get();
    },
    close: () => {
      closed ??= queue.idle().then(() => {
        reader.close();
        // The last connection to go writes the log back into the database and removes it.
        writer.close();
      });
      return closed;
    },
  };
}

function steps(writer: Database.Database, snapshot: SqliteSnapshot): Steps {
  const begin = writer.prepare('begin immediate');
  const commit = writer.prepare('commit');
  const rollback = writer.prepare('rollback');
  const savepoint = writer.prepare('savepoint work');
  const release = writer.prepare('release work');
  const rollbackToSavepoint = writer.prepare('rollback to work');
  return {
    begin: () => begin.run(),
    commit: () => {
      snapshot.leave();
      commit.run();
    },
    rollback: () => rollback.run(),
    savepoint: () => savepoint.run(),
    release: () => release.run(),
    rollbackToSavepoint: () => rollbackToSavepoint.run(),
    inTransaction: () => writer.inTransaction,
  };
}
