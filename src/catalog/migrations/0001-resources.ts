import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { type Dialect, serialKey, serialType } from '../dialect.ts';

/** Volumes, snapshots, backups, attachments, quotas and jobs. */
export async function resources(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await volumes(db, dialect);
  await snapshots(db, dialect);
  await backups(db, dialect);
  await attachments(db);
  await quotaUsage(db);
  await jobs(db);
}

/**
 * What volumes, snapshots and backups have in common. The check ties the two marks of a tombstone together,
 * so that a deleted row cannot stay in the lists, nor a live one fall out of them.
 */
function resourceTable(db: Kysely<unknown>, dialect: Dialect, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('serial', serialType(dialect), serialKey(dialect))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('description', 'text')
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addCheckConstraint(`${table}_tombstone`, sql`(status = 'deleted') = (deleted_at is not null)`);
}

/**
 * One index per way to narrow a list, each ending in the order of the list, so that a page is read off the
 * index without a sort. They are partial: a tombstone is in none of them, so a tenant that made and deleted
 * a million volumes lists the three that are left as fast as ever, and the indexes do not grow with the
 * past. A live flag as a first column would do the same for the reads, but would have to be kept in step
 * with the status, and would leave the tombstones in every index.
 */
async function listIndexes(db: Kysely<unknown>, table: string, narrowings: Record<string, string[]>) {
  for (const [name, columns] of Object.entries(narrowings)) {
    await db.schema
      .createIndex(`${table}_by_${name}`)
      .on(table)
      .columns(['tenant_id', ...columns, 'created_at', 'serial'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
  }
}

async function volumes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await resourceTable(db, dialect, 'volumes')
    .addColumn('availability_zone', 'text', (column) => column.notNull())
    .addColumn('volume_type', 'text')
    .addColumn('snapshot_id', 'text')
    .addColumn('source_volume_id', 'text')
    .addColumn('image_id', 'text')
    .addColumn('bootable', 'integer', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('image_metadata', 'text')
    .execute();
  await listIndexes(db, 'volumes', { creation: [], status: ['status'], name: ['name'] });
}

/**
 * Snapshots and backups outlive their volumes, and the documents show some whose volume they do not show:
 * `volume_id` is therefore no foreign key.
 */
async function snapshots(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await ofVolume(resourceTable(db, dialect, 'snapshots'))
    .addColumn('availability_zone', 'text', (column) => column.notNull())
    .addColumn('progress', 'integer', (column) => column.notNull())
    .execute();
  await listIndexes(db, 'snapshots', {
    creation: [],
    status: ['status'],
    name: ['name'],
    volume: ['volume_id'],
  });
}

async function backups(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await ofVolume(resourceTable(db, dialect, 'backups'))
    .addColumn('availability_zone', 'text')
    .addColumn('container', 'text')
    .addColumn('object_prefix', 'text')
    .addColumn('object_count', 'integer')
    .addColumn('fail_reason', 'text')
    .addColumn('requested_container', 'text')
    .execute();
  await listIndexes(db, 'backups', {
    creation: [],
    status: ['status'],
    name: ['name'],
    volume: ['volume_id'],
  });
}

function ofVolume(table: CreateTableBuilder<string, string>) {
  return table.addColumn('volume_id', 'text', (column) => column.notNull());
}

/** Keyed by the volume, so that it has one attachment at most, and a server one volume per device. */
async function attachments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attachments')
    .addColumn('volume_id', 'text', (column) => column.notNull().primaryKey().references('volumes.id'))
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('attached_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('attachments_device', ['tenant_id', 'server_id', 'device'])
    .execute();
}

async function quotaUsage(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quota_usage')
    .addColumn('tenant_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('volumes', 'integer', (column) => column.notNull())
    .addColumn('snapshots', 'integer', (column) => column.notNull())
    .addColumn('gigabytes', 'integer', (column) => column.notNull())
    .execute();
}

/** A queue: the index gives the oldest first; the few that are leased are passed over in the table. */
async function jobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('resource_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('jobs_by_creation').on('jobs').columns(['created_at', 'id']).execute();
}
