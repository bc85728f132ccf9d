import { type Kysely, sql } from 'kysely';
import { type Dialect, serialKey, serialType } from '../dialect.ts';

/** The types that section 2.3.3.1 of os-bs-2011 shows: every catalog begins with them. */
const FIRST_TYPES = [
  ['02d1ab86-e479-11e0-98ab-c7be696d5830', 'NFS'],
  ['35e1c8d2-e477-11e0-93ed-4f2505dfa32e', 'SSD'],
] as const;

/** What administrators decide while the server runs: types of volumes, and limits. */
export async function types(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await volumeTypes(db, dialect);
  await quotaLimits(db);
}

/**
 * Types are the service's, not a tenant's. Volumes keep the id of theirs without a foreign key: a tombstone may
 * outlive its type.
 */
async function volumeTypes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('volume_types')
    .addColumn('serial', serialType(dialect), serialKey(dialect))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute();
  await db.schema
    .createTable('volume_type_specs')
    .addColumn('type_id', 'text', (column) =>
      column.notNull().references('volume_types.id').onDelete('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('volume_type_specs_pair', ['type_id', 'key'])
    .execute();
  for (const [id, name] of FIRST_TYPES) {
    await sql`insert into volume_types (id, name) values (${sql.lit(id)}, ${sql.lit(name)})`.execute(db);
  }
}

/** Null: this limit is not set here. `scope` says what `name` is the name of. */
async function quotaLimits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quota_limits')
    .addColumn('scope', 'text', (column) => column.notNull().check(sql`scope in ('tenant', 'class')`))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('volumes', 'integer')
    .addColumn('snapshots', 'integer')
    .addColumn('gigabytes', 'integer')
    .addPrimaryKeyConstraint('quota_limits_of', ['scope', 'name'])
    .execute();
}
