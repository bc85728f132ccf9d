import type { InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads } from './catalog.ts';
import type { Connection } from './connection.ts';
import { finds } from './finds.ts';
import { decodeMap } from './json.ts';
import { listPages } from './lists.ts';
import type { Backup } from './records.ts';
import type { Tables } from './schema.ts';
import { text } from './statement.ts';

function selectBackups(db: Kysely<Tables>) {
  return db.selectFrom('backups as r').selectAll('r');
}

export type BackupRow = InferResult<ReturnType<typeof selectBackups>>[number];

export function toBackup(row: BackupRow): Backup {
  return {
    serial: row.serial,
    id: row.id,
    tenantId: row.tenant_id,
    volumeId: row.volume_id,
    volumeSerial: row.volume_serial,
    status: row.status,
    name: row.name,
    description: row.description,
    size: row.size,
    availabilityZone: row.availability_zone,
    container: row.container,
    objectPrefix: row.object_prefix,
    objectCount: row.object_count,
    failReason: row.fail_reason,
    requestedContainer: row.requested_container,
    metadata: decodeMap(row.metadata),
    progress: row.progress,
    userName: row.user_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
  };
}

export function backupReads(
  connection: Connection,
): Pick<CatalogReads, 'findBackup' | 'findBackupBySerial' | 'findBackupKey' | 'listBackups'> {
  const found = finds(connection, { table: 'backups', select: selectBackups, decode: toBackup });
  return {
    findBackup: found.byId,
    findBackupBySerial: found.bySerial,
    findBackupKey: found.keyOf,
    listBackups: listPages(connection, {
      order: 'asc',
      columns: { volumeId: 'r.volume_id' },
      select: selectBackups,
      decode: toBackup,
    }),
  };
}

export function backupForJob(connection: Connection): Catalog['backupForJob'] {
  const find = connection.one({ id: text }, (db, p) => selectBackups(db).where('r.id', '=', p.id), toBackup);
  return (id) => find({ id });
}
