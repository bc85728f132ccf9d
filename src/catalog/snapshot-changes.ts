import type { CatalogTransaction, New } from './catalog.ts';
import { changedAt } from './changed-at.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import { encodeMap } from './json.ts';
import type { Snapshot, SnapshotStatus } from './records.ts';
import { volumeSerialOf } from './serials.ts';
import { toSnapshot } from './snapshots.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';

const status = oneOf<SnapshotStatus>();

export function snapshotChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertSnapshot' | 'setSnapshotStatus' | 'updateSnapshot'> {
  const insert = insertSnapshot(connection);
  const update = updateSnapshot(connection);
  const setStatus = perShape(['progress', 'deletedAt'], (has, width) =>
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
          .set({ status: p.to, updated_at: p.at, changed_at: p.at })
          .$if(has('progress'), (query) => query.set({ progress: p.progress }))
          .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toSnapshot,
    ),
  );
  return {
    insertSnapshot: async (snapshot) => ({ ...snapshot, ...(await insert(snapshot)) }),
    setSnapshotStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      const { progress, deletedAt } = set;
      return setStatus(set, listWidth(from.length))({ id, from, to, at, progress, deletedAt });
    },
    updateSnapshot: async (id, from, at, set) => {
      if (from.length === 0) return undefined;
      const { name, description } = set;
      const metadata = set.metadata && encodeMap(set.metadata);
      return update(set, listWidth(from.length))({ id, from, at, name, description, metadata });
    },
  };
}

function updateSnapshot(connection: Connection) {
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
          .updateTable('snapshots')
          .set({ modified_at: p.at, changed_at: p.at })
          .$if(has('name'), (query) => query.set({ name: p.name }))
          .$if(has('description'), (query) => query.set({ description: p.description }))
          .$if(has('metadata'), (query) => query.set({ metadata: p.metadata }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from)
          .returningAll(),
      toSnapshot,
    ),
  );
}

function insertSnapshot(
  connection: Connection,
): (snapshot: New<Snapshot>) => Promise<Pick<Snapshot, 'serial' | 'volumeSerial'>> {
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
          .insertInto('snapshots')
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
  return (snapshot) =>
    always(
      insert(snapshot)({
        ...snapshot,
        serial: snapshot.serial,
        metadata: encodeMap(snapshot.metadata),
        changedAt: changedAt(snapshot),
      }),
    );
}
