import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

/** An SQLite file that another process may be writing to. */
export interface ReadOnlyDatabase {
  /** All rows of the statement. A parameter may be an object of named ones. */
  rows<Row>(sql: string, parameters?: readonly unknown[]): Row[];
  /** What all reads in `work` see is one state, whatever is written meanwhile. Not to be held for long. */
  atOnce<T>(work: () => T): T;
  /** Somebody has begun to write since this was opened, where nobody did: what was read may be mixed. */
  isOutdated(): boolean;
  close(): void;
}

/**
 * Opens an SQLite file in WAL mode without leaving anything behind. Even a read-only connection of SQLite makes the
 * log and its index beside a file that has none, keeps them there, and whoever runs it owns them: a server of another
 * user could then not start. So a file without a log, which its last writer has closed, is read as one that nobody
 * changes; and only one with a log takes part in SQLite's locks, which let writers go on.
 *
 * better-sqlite3 is built without the addresses that can say so (`immutable=1`); Node's own SQLite has them, and is
 * only used on files that nobody has open: closing a file in one of two libraries would drop the locks of the other.
 *
 * @throws Error where there is no such file, or it is none of SQLite's
 */
export function openReadOnly(path: string): ReadOnlyDatabase {
  const log = `${path}-wal`;
  return existsSync(log) ? openShared(path) : openUnused(path, log);
}

function openShared(path: string): ReadOnlyDatabase {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  return {
    // The caller's statement says what its rows are.
    rows: <Row>(sql: string, parameters: readonly unknown[] = []) =>
      database.prepare(sql).all(...parameters) as Row[],
    atOnce: (work) => database.transaction(work)(),
    isOutdated: () => false,
    close: () => void database.close(),
  };
}

function openUnused(path: string, log: string): ReadOnlyDatabase {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  return {
    // As above; SQLite takes any value of a parameter.
    rows: <Row>(sql: string, parameters: readonly unknown[] = []) =>
      database.prepare(sql).all(...(parameters as SQLInputValue[])) as Row[],
    atOnce: (work) => work(),
    isOutdated: () => existsSync(log),
    close: () => database.close(),
  };
}
