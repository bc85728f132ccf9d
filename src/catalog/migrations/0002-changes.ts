import { type Kysely, sql } from 'kysely';
import { type Dialect, serialType } from '../dialect.ts';

/** The first of the types that section 2.3.3.1 of os-bs-2011 shows: volumes from before had no other. */
const FIRST_TYPE = '02d1ab86-e479-11e0-98ab-c7be696d5830';

/** What clients may change and ask for since there are documents with updates, types and changes-since. */
export async function changes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await volumes(db, dialect);
  await snapshots(db, dialect);
  await backups(db, dialect);
  await attachments(db, dialect);
}

/**
 * `changed_at` is the time of the last change of any sort: the latest of the other times. It is never shown,
 * and there because an index needs one column. Who made what was there is not known.
 */
async function addCommon(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn('user_name', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable(table).addColumn('modified_at', 'bigint').execute();
  await db.schema
    .alterTable(table)
    .addColumn('changed_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update ${sql.table(table)} set changed_at = coalesce(updated_at, deleted_at, created_at)`.execute(
    db,
  );
}

async function addProgress(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn('progress', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update ${sql.table(table)} set progress = 100 where status not in ('creating', 'downloading', 'error')
  `.execute(db);
}

/**
 * The serial of a volume never changes, so it is kept beside its id: lists then need no join. Tombstones have
 * one as well; 0 is no serial, and stands for a volume that was never there.
 */
async function addVolumeSerial(db: Kysely<unknown>, dialect: Dialect, table: string): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn('volume_serial', serialType(dialect), (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update ${sql.table(table)}
    set volume_serial =
      coalesce((select serial from volumes where volumes.id = ${sql.table(table)}.volume_id), 0)
  `.execute(db);
}

/** As the list indexes of 0001: partial, in the order of the list. */
async function addListIndex(
  db: Kysely<unknown>,
  table: string,
  name: string,
  column: string,
  isPresent = false,
): Promise<void> {
  const index = db.schema
    .createIndex(`${table}_by_${name}`)
    .on(table)
    .columns(['tenant_id', column, 'created_at', 'serial'])
    .where(sql.ref('deleted_at'), 'is', null);
  await (isPresent ? index.where(sql.ref(column), 'is not', null) : index).execute();
}

/** With the tombstones: a list of what changed has them. */
async function addChangeIndex(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema.createIndex(`${table}_by_change`).on(table).columns(['tenant_id', 'changed_at']).execute();
}

async function volumes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addCommon(db, 'volumes');
  await addProgress(db, 'volumes');
  await db.schema
    .alterTable('volumes')
    .addColumn('type_id', 'text', (column) => column.notNull().defaultTo(FIRST_TYPE))
    .execute();
  await db.schema.alterTable('volumes').addColumn('backup_id', 'text').execute();
  await db.schema.alterTable('volumes').addColumn('snapshot_serial', serialType(dialect)).execute();
  await sql`
    update volumes
    set snapshot_serial = (select serial from snapshots where snapshots.id = volumes.snapshot_id)
    where snapshot_id is not null
  `.execute(db);
  await addListIndex(db, 'volumes', 'size', 'size');
  await addListIndex(db, 'volumes', 'type', 'type_id');
  // Few volumes are made from a backup, and the others need not pay for it.
  await addListIndex(db, 'volumes', 'backup', 'backup_id', true);
  await addChangeIndex(db, 'volumes');
}

async function snapshots(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addCommon(db, 'snapshots');
  await addVolumeSerial(db, dialect, 'snapshots');
  await addListIndex(db, 'snapshots', 'size', 'size');
  await addChangeIndex(db, 'snapshots');
}

async function backups(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addCommon(db, 'backups');
  await addProgress(db, 'backups');
  await addVolumeSerial(db, dialect, 'backups');
  await db.schema
    .alterTable('backups')
    .addColumn('metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  await addListIndex(db, 'backups', 'size', 'size');
  await addChangeIndex(db, 'backups');
}

async function attachments(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addVolumeSerial(db, dialect, 'attachments');
}
