import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import { CatalogError } from './errors.ts';
import { type Migration, migrations } from './migrations/index.ts';

type VersionTable = {
  schema_version: { version: number; name: string };
};

/** @param place names the catalog in the message, such as a path */
export function newerSchema(place: string, version: number, known: number): CatalogError {
  return new CatalogError(
    'newer-schema',
    `the catalog ${place} was written by a newer version of Cinderblock (schema ${version}, this version ` +
      `knows ${known}): start that version, or use another data folder`,
  );
}

/**
 * Brings the schema up to what this version knows, in one transaction: all pending steps or none.
 *
 * @param place names the catalog in the message, such as a path
 * @throws CatalogError `newer-schema`, with nothing written
 */
export async function migrate(
  db: Kysely<unknown>,
  dialect: Dialect,
  place: string,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const versions = trx.withTables<VersionTable>();
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull().primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    const newest = await versions
      .selectFrom('schema_version')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirst();
    const current = newest?.version ?? 0;
    if (current > steps.length) {
      throw newerSchema(place, current, steps.length);
    }
    for (const [index, step] of steps.entries()) {
      if (index < current) continue;
      await step.up(trx, dialect);
      await versions
        .insertInto('schema_version')
        .values({ version: index + 1, name: step.name })
        .execute();
    }
  });
}
