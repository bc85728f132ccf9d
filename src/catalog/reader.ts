import { existsSync } from 'node:fs';
import type { Compilable, Kysely } from 'kysely';
import { openReadOnly, type ReadOnlyDatabase } from '../files/read-only-database.ts';
import { sqlWriter } from './dialect.ts';
import { CatalogError } from './errors.ts';
import { newerSchema } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/**
 * The catalog as operators see it: all tenants, and only to be read. It may be in use by a server; nothing is made,
 * migrated or locked.
 */
export interface CatalogReader {
  /** The rows of a query, which is written with its values in it. */
  rows<Row>(build: (db: Kysely<Tables>) => Compilable<Row>): Row[];
  /** What all reads in `work` see is one state. Not to be held for long: the log of a server grows meanwhile. */
  atOnce<T>(work: () => T): T;
  /** What SQLite finds wrong with the file, at most `most` sentences; empty when all is well. Reads all of it. */
  integrityProblems(most: number): string[];
  /** A server has started since this was opened: what was read may be of two states. */
  isOutdated(): boolean;
  close(): void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws CatalogError `unreadable`, `newer-schema`, `older-schema` */
export function openCatalogReader(path: string): CatalogReader {
  if (!existsSync(path)) throw new CatalogError('unreadable', `there is no catalog ${path}`);
  let database: ReadOnlyDatabase | undefined;
  try {
    database = openReadOnly(path);
    requireSchema(database, path);
    return reader(database, path);
  } catch (error) {
    database?.close();
    if (error instanceof CatalogError) throw error;
    throw unreadable(path, error, 'restore it from a copy of the data folder');
  }
}

const unreadable = (path: string, cause: unknown, advice: string): CatalogError =>
  new CatalogError('unreadable', `the catalog ${path} cannot be read: ${reasonOf(cause)}; ${advice}`, {
    cause,
  });

function requireSchema(database: ReadOnlyDatabase, path: string): void {
  const [newest] = database.rows<{ version: number }>('select max(version) as version from schema_version');
  const version = newest?.version ?? 0;
  if (version > migrations.length) throw newerSchema(path, version, migrations.length);
  if (version < migrations.length) {
    throw new CatalogError(
      'older-schema',
      `the catalog ${path} was written by an older version of Cinderblock (schema ${version}, this version reads ` +
        `${migrations.length}): start the server of this version on it once, or use the version that wrote it`,
    );
  }
}

function reader(database: ReadOnlyDatabase, path: string): CatalogReader {
  const writer = sqlWriter<Tables>('sqlite');
  return {
    rows<Row>(build: (db: Kysely<Tables>) => Compilable<Row>) {
      const { sql, parameters } = build(writer).compile();
      try {
        return database.rows<Row>(sql, parameters);
      } catch (error) {
        throw unreadable(path, error, '`cinderblock check` says more');
      }
    },
    atOnce: (work) => database.atOnce(work),
    integrityProblems(most) {
      try {
        const found = database.rows<{ integrity_check: string }>(
          `pragma integrity_check(${Math.trunc(most)})`,
        );
        return found.map(({ integrity_check }) => integrity_check).filter((text) => text !== 'ok');
      } catch (error) {
        // Some damage keeps even the check from going on.
        return [reasonOf(error)];
      }
    },
    isOutdated: () => database.isOutdated(),
    close: () => database.close(),
  };
}
