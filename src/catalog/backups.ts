import type { Expression, InferResult, Kysely } from 'kysely';
import type { BackupPatch, Catalog, CatalogReads, CatalogTransaction, New } from './catalog.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import type { Backup, BackupStatus } from './records.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';

const status = oneOf<BackupStatus>();

function selectBackups(db: Kysely<Tables>) {
  return db.selectFrom('backups').selectAll();
}

function ofTenant(db: Kysely<Tables>, tenantId: Expression<string>) {
  return selectBackups(db).where('tenant_id', '=', tenantId).where('deleted_at', 'is', null);
}

type BackupRow = InferResult<ReturnType<typeof selectBackups>>[number];

function toBackup(row: BackupRow): Backup {
  return {
    serial: row.serial,
    id: row.id,
    tenantId: row.tenant_id,
    volumeId: row.volume_id,
    volumeSerial: 0,
    metadata: {},
    progress: 0,
    userName: '',
    modifiedAt: null,
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
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

export function backupReads(
  connection: Connection,
): Pick<CatalogReads, 'findBackup' | 'findBackupBySerial' | 'listBackups'> {
  const find = connection.one(
    { tenantId: text, id: text },
    (db, p) => ofTenant(db, p.tenantId).where('id', '=', p.id),
    toBackup,
  );
  const findBySerial = connection.one(
    { tenantId: text, serial: bigint },
    (db, p) => ofTenant(db, p.tenantId).where('serial', '=', p.serial),
    toBackup,
  );
  const select = perShape(['name', 'status', 'volumeId'], (has) =>
    connection.many(
      {
        tenantId: text,
        name: optional(text),
        status: optional(text),
        volumeId: optional(text),
        limit: bigint,
        offset: bigint,
      },
      (db, p) =>
        ofTenant(db, p.tenantId)
          .$if(has('name'), (query) => query.where('name', '=', p.name))
          .$if(has('status'), (query) =>
            query.where((eb) => eb(eb.ref('status').$castTo<string>(), '=', p.status)),
          )
          .$if(has('volumeId'), (query) => query.where('volume_id', '=', p.volumeId))
          .orderBy('created_at', 'asc')
          .orderBy('serial', 'asc')
          .limit(p.limit)
          .offset(p.offset),
      toBackup,
    ),
  );
  return {
    findBackup: (tenantId, id) => find({ tenantId, id }),
    // The cast of the parameter would make 1.5 the 1 that was not asked for.
    findBackupBySerial: async (tenantId, serial) =>
      Number.isSafeInteger(serial) ? findBySerial({ tenantId, serial }) : undefined,
    listBackups: (tenantId, filter, { limit, offset }) => {
      const { name, status, volumeId } = filter;
      return select(filter)({ tenantId, name, status, volumeId, limit, offset });
    },
  };
}

export function backupForJob(connection: Connection): Catalog['backupForJob'] {
  const find = connection.one({ id: text }, (db, p) => selectBackups(db).where('id', '=', p.id), toBackup);
  return (id) => find({ id });
}

export function backupChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertBackup' | 'setBackupStatus'> {
  const insert = insertBackup(connection);
  const update = updateBackup(connection);
  return {
    insertBackup: async (backup) => ({ ...backup, serial: await insert(backup), volumeSerial: 0 }),
    setBackupStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      return update(
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
        deletedAt: set.deletedAt,
      });
    },
  };
}

const PATCHES = [
  'availabilityZone',
  'container',
  'objectPrefix',
  'objectCount',
  'failReason',
  'deletedAt',
] as const satisfies (keyof BackupPatch)[];

function updateBackup(connection: Connection) {
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
        deletedAt: optional(nullable(bigint)),
      },
      (db, p) =>
        db
          .updateTable('backups')
          .set({ status: p.to, updated_at: p.at })
          .$if(has('availabilityZone'), (query) => query.set({ availability_zone: p.availabilityZone }))
          .$if(has('container'), (query) => query.set({ container: p.container }))
          .$if(has('objectPrefix'), (query) => query.set({ object_prefix: p.objectPrefix }))
          .$if(has('objectCount'), (query) => query.set({ object_count: p.objectCount }))
          .$if(has('failReason'), (query) => query.set({ fail_reason: p.failReason }))
          .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toBackup,
    ),
  );
}

function insertBackup(connection: Connection): (backup: New<Backup>) => Promise<number> {
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
        createdAt: bigint,
        updatedAt: nullable(bigint),
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
            created_at: p.createdAt,
            updated_at: p.updatedAt,
            deleted_at: p.deletedAt,
          })
          .returning('serial'),
      (row) => row.serial,
    ),
  );
  return (backup) => always(insert(backup)({ ...backup, serial: backup.serial }));
}
