import type { InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads, CatalogTransaction, New } from './catalog.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import type { Snapshot, SnapshotStatus } from './records.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';

const status = oneOf<SnapshotStatus>();

function selectSnapshots(db: Kysely<Tables>) {
  return db.selectFrom('snapshots').selectAll();
}

type SnapshotRow = InferResult<ReturnType<typeof selectSnapshots>>[number];

function toSnapshot(row: SnapshotRow): Snapshot {
  return {
    serial: row.serial,
    id: row.id,
    tenantId: row.tenant_id,
    volumeId: row.volume_id,
    volumeSerial: 0,
    userName: '',
    modifiedAt: null,
    status: row.status,
    name: row.name,
    description: row.description,
    size: row.size,
    availabilityZone: row.availability_zone,
    progress: row.progress,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

export function snapshotReads(connection: Connection): Pick<CatalogReads, 'findSnapshot' | 'listSnapshots'> {
  const find = connection.one(
    { tenantId: text, id: text },
    (db, p) =>
      selectSnapshots(db)
        .where('id', '=', p.id)
        .where('tenant_id', '=', p.tenantId)
        .where('deleted_at', 'is', null),
    toSnapshot,
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
        selectSnapshots(db)
          .where('tenant_id', '=', p.tenantId)
          .where('deleted_at', 'is', null)
          .$if(has('name'), (query) => query.where('name', '=', p.name))
          .$if(has('status'), (query) =>
            query.where((eb) => eb(eb.ref('status').$castTo<string>(), '=', p.status)),
          )
          .$if(has('volumeId'), (query) => query.where('volume_id', '=', p.volumeId))
          .orderBy('created_at', 'desc')
          .orderBy('serial', 'desc')
          .limit(p.limit)
          .offset(p.offset),
      toSnapshot,
    ),
  );
  return {
    findSnapshot: (tenantId, id) => find({ tenantId, id }),
    listSnapshots: (tenantId, filter, { limit, offset }) => {
      const { name, status, volumeId } = filter;
      return select(filter)({ tenantId, name, status, volumeId, limit, offset });
    },
  };
}

export function snapshotForJob(connection: Connection): Catalog['snapshotForJob'] {
  const find = connection.one(
    { id: text },
    (db, p) => selectSnapshots(db).where('id', '=', p.id),
    toSnapshot,
  );
  return (id) => find({ id });
}

export function snapshotChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertSnapshot' | 'setSnapshotStatus'> {
  const insert = insertSnapshot(connection);
  const update = perShape(['progress', 'deletedAt'], (has, width) =>
    connection.one(
      {
        id: text,
        from: list(status, width),
        to: status,
        at: bigint,
        progress: optional(integer),
        deletedAt: optional(nullable(bigint)),
      },
      (db, p) =>
        db
          .updateTable('snapshots')
          .set({ status: p.to, updated_at: p.at })
          .$if(has('progress'), (query) => query.set({ progress: p.progress }))
          .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toSnapshot,
    ),
  );
  return {
    insertSnapshot: async (snapshot) => ({ ...snapshot, serial: await insert(snapshot), volumeSerial: 0 }),
    setSnapshotStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      const { progress, deletedAt } = set;
      return update(set, listWidth(from.length))({ id, from, to, at, progress, deletedAt });
    },
  };
}

function insertSnapshot(connection: Connection): (snapshot: New<Snapshot>) => Promise<number> {
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
        availabilityZone: text,
        progress: integer,
        createdAt: bigint,
        updatedAt: nullable(bigint),
        deletedAt: nullable(bigint),
      },
      (db, p) =>
        db
          .insertInto('snapshots')
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
            progress: p.progress,
            created_at: p.createdAt,
            updated_at: p.updatedAt,
            deleted_at: p.deletedAt,
          })
          .returning('serial'),
      (row) => row.serial,
    ),
  );
  return (snapshot) => always(insert(snapshot)({ ...snapshot, serial: snapshot.serial }));
}
