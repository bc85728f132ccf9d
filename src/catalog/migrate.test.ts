import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from './errors.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { openSqliteCatalog } from './sqlite.ts';
import { newVolume } from './testing.ts';

describe('the schema of a catalog', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalog-'));
    path = join(folder, 'catalog.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const withDatabase = async <T>(use: (database: Database.Database) => T | Promise<T>): Promise<T> => {
    const database = new Database(path);
    try {
      return await use(database);
    } finally {
      database.close();
    }
  };
  const run = (steps: readonly Migration[]) =>
    withDatabase((database) =>
      migrate(new Kysely({ dialect: new SqliteDialect({ database }) }), 'sqlite', path, steps),
    );
  const dump = () =>
    withDatabase((database) => ({
      schema: database.prepare('select name, sql from sqlite_master order by name').all(),
      versions: database.prepare('select * from schema_version order by version').all(),
    }));

  const further: Migration = {
    name: 'a-note',
    up: async (db) => {
      await db.schema.alterTable('volumes').addColumn('note', 'text').execute();
    },
  };
  const failing: Migration = {
    name: 'a-broken',
    up: async (db) => {
      await db.schema.createTable('half').addColumn('done', 'text').execute();
      throw new Error('broken step');
    },
  };

  it('is recorded by number and name when a catalog is made', async () => {
    await (await openSqliteCatalog({ path })).close();
    expect((await dump()).versions).toEqual(
      migrations.map(({ name }, index) => ({ version: index + 1, name })),
    );
  });

  it('is left alone when the catalog is opened again', async () => {
    await (await openSqliteCatalog({ path })).close();
    const before = await dump();
    await (await openSqliteCatalog({ path })).close();
    expect(await dump()).toEqual(before);
  });

  it('is brought up to date with the rows that are there', async () => {
    const old = await openSqliteCatalog({ path });
    const volume = await old.transaction((tx) => tx.insertVolume(newVolume()));
    await old.close();
    await run([...migrations, further]);
    expect((await dump()).versions).toContainEqual({ version: migrations.length + 1, name: 'a-note' });
    await withDatabase((database) => {
      expect(database.prepare('select id, note from volumes').all()).toEqual([{ id: volume.id, note: null }]);
    });
  });

  it('is not changed at all when a step fails', async () => {
    await run(migrations);
    const before = await dump();
    await expect(run([...migrations, failing])).rejects.toThrow('broken step');
    expect(await dump()).toEqual(before);
  });

  it('is refused in one sentence, untouched, when a newer version wrote it', async () => {
    await run([...migrations, further]);
    const before = await dump();
    const refused = await openSqliteCatalog({ path }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CatalogError);
    expect(refused).toMatchObject({
      kind: 'newer-schema',
      message:
        `the catalog ${path} was written by a newer version of Cinderblock (schema ${migrations.length + 1}, ` +
        `this version knows ${migrations.length}): start that version, or use another data folder`,
    });
    expect(await dump()).toEqual(before);
  });
});
