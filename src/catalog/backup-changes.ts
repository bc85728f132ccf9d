import { toBackup } from './backups.ts';
import type { BackupPatch, CatalogTransaction, New } from './catalog.ts';
import { changedAt } from './changed-at.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import { encodeMap } from './json.ts';
import type { Backup, BackupStatus } from './records.ts';
import { volumeSerialOf } from './serials.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';

const status = oneOf<BackupStatus>();

export function backupChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertBackup' | 'setBackupStatus' | 'updateBackup'> {
  const insert = insertBackup(connection);
  const setStatus = setBackupStatus(connection);
  const update = updateBackup(connection);
  return {
    insertBackup: async (backup) => ({ ...backup, ...(await insert(backup)) }),
    setBackupStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      return setStatus(
        set,
        listWidth(from.length),
      )({
        id,
        from,
        to,
        at,
        availabilityZone: set.availabilityZone,
        container: set.container,
        objectPrefix: set.objectPrefix,
        objectCount: set.objectCount,
        failReason: set.failReason,
        progress: set.progress,
        deletedAt: set.deletedAt,
      });
    },
    updateBackup: async (id, from, at, set) => {
      if (from.length === 0) return undefined;
      const { name, description } = set;
      const metadata = set.metadata && encodeMap(set.metadata);
      return update(set, listWidth(from.length))({ id, from, at, name, description, metadata });
    },
  };
}

const PATCHES = [
  'availabilityZone',
  'container',
  'objectPrefix',
  'objectCount',
  'failReason',
  'progress',
  'deletedAt',
] as const satisfies (keyof BackupPatch)[];

function setBackupStatus(connection: Connection) {
  return perShape(PATCHES, (has, width) =>
    connection.one(
      {
        id: text,
        from: list(status, width),
        to: status,
        at: bigint,
        availabilityZone: optional(nullable(text)),
        container: optional(nullable(text)),
        objectPrefix: optional(nullable(text)),
        objectCount: optional(nullable(integer)),
        failReason: optional(nullable(text)),
        progress: optional(integer),
        deletedAt: optional(nullable(bigint)),
      },
      (db, p) =>
        db
          .updateTable('backups')
          .set({ status: p.to, updated_at: p.at, changed_at: p.at })
          .$if(has('availabilityZone'), (query) => query.set({ availability_zone: p.availabilityZone }))
          .$if(has('container'), (query) => query.set({ container: p.container }))
          .$if(has('objectPrefix'), (query) => query.set({ object_prefix: p.objectPrefix }))
          .$if(has('objectCount'), (query) => query.set({ object_count: p.objectCount }))
          .$if(has('failReason'), (query) => query.set({ fail_reason: p.failReason }))
          .$if(has('progress'), (query) => query.set({ progress: p.progress }))
          .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toBackup,
    ),
  );
}

function updateBackup(connection: Connection) {
  return perShape(['name', 'description', 'metadata'], (has, width) =>
    connection.one(
      {
        id: text,
        from: list(status, width),
        at: bigint,
        name: optional(nullable(text)),
        description: optional(nullable(text)),
        metadata: optional(text),
      },
      (db, p) =>
        db
          .updateTable('backups')
          .set({ modified_at: p.at, changed_at: p.at })
          .$if(has('name'), (query) => query.set({ name: p.name }))
          .$if(has('description'), (query) => query.set({ description: p.description }))
          .$if(has('metadata'), (query) => query.set({ metadata: p.metadata }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toBackup,
    ),
  );
}

function insertBackup(
  connection: Connection,
): (backup: New<Backup>) => Promise<Pick<Backup, 'serial' | 'volumeSerial'>> {
  const insert = perShape(['serial'], (has) =>
    connection.one(
      {
        serial: optional(bigint),
        id: text,
        tenantId: text,
        volumeId: text,
        status,
        name: nullable(text),
        description: nullable(text),
        size: integer,
        availabilityZone: nullable(text),
        container: nullable(text),
        objectPrefix: nullable(text),
        objectCount: nullable(integer),
        failReason: nullable(text),
        requestedContainer: nullable(text),
        metadata: text,
        progress: integer,
        userName: text,
        createdAt: bigint,
        updatedAt: nullable(bigint),
        modifiedAt: nullable(bigint),
        changedAt: bigint,
        deletedAt: nullable(bigint),
      },
      (db, p) =>
        db
          .insertInto('backups')
          .values({
            ...(has('serial') && { serial: p.serial }),
            id: p.id,
            tenant_id: p.tenantId,
            volume_id: p.volumeId,
            volume_serial: volumeSerialOf(p.volumeId),
            status: p.status,
            name: p.name,
            description: p.description,
            size: p.size,
            availability_zone: p.availabilityZone,
            container: p.container,
            object_prefix: p.objectPrefix,
            object_count: p.objectCount,
            fail_reason: p.failReason,
            requested_container: p.requestedContainer,
            metadata: p.metadata,
            progress: p.progress,
            user_name: p.userName,
            created_at: p.createdAt,
            updated_at: p.updatedAt,
            modified_at: p.modifiedAt,
            changed_at: p.changedAt,
            deleted_at: p.deletedAt,
          })
          .returning(['serial', 'volume_serial as volumeSerial']),
      (row) => row,
    ),
  );
  return (backup) =>
    always(
      insert(backup)({
        ...backup,
        serial: backup.serial,
        metadata: encodeMap(backup.metadata),
        changedAt: changedAt(backup),
      }),
    );
}
