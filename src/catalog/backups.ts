import type { InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads, ListKey } from './catalog.ts';
import type { Connection } from './connection.ts';
import { decodeMap } from './json.ts';
import { listPages } from './lists.ts';
import type { Backup } from './records.ts';
import type { Tables } from './schema.ts';
import { isSerial } from './serials.ts';
import { bigint, optional, text } from './statement.ts';
import { perScope, tenantOf } from './tenant-scope.ts';

function selectBackups(db: Kysely<Tables>) {
  return db.selectFrom('backups as r').selectAll('r');
}

function live(db: Kysely<Tables>) {
  return selectBackups(db).where('r.deleted_at', 'is', null);
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
  const find = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), id: text },
      (db, p) =>
        live(db)
          .$if(isOneTenant, (query) => query.where('r.tenant_id', '=', p.tenantId))
          .where('r.id', '=', p.id),
      toBackup,
    ),
  );
  const findBySerial = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), serial: bigint },
      (db, p) =>
        live(db)
          .$if(isOneTenant, (query) => query.where('r.tenant_id', '=', p.tenantId))
          .where('r.serial', '=', p.serial),
      toBackup,
    ),
  );
  const findKey = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), id: text },
      (db, p) =>
        db
          .selectFrom('backups')
          .select(['created_at as createdAt', 'serial'])
          .where('id', '=', p.id)
          .$if(isOneTenant, (query) => query.where('tenant_id', '=', p.tenantId)),
      (key): ListKey => key,
    ),
  );
  return {
    findBackup: (scope, id) => find(scope)({ tenantId: tenantOf(scope), id }),
    findBackupBySerial: async (scope, serial) =>
      isSerial(serial) ? findBySerial(scope)({ tenantId: tenantOf(scope), serial }) : undefined,
    findBackupKey: (scope, id) => findKey(scope)({ tenantId: tenantOf(scope), id }),
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
