import type { InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads } from './catalog.ts';
import type { Connection } from './connection.ts';
import { finds } from './finds.ts';
import { decodeMap } from './json.ts';
import { listPages } from './lists.ts';
import type { Snapshot } from './records.ts';
import type { Tables } from './schema.ts';
import { text } from './statement.ts';

function selectSnapshots(db: Kysely<Tables>) {
  return db.selectFrom('snapshots as r').selectAll('r');
}

function live(db: Kysely<Tables>) {
  return selectSnapshots(db).where('r.deleted_at', 'is', null);
}

export type SnapshotRow = InferResult<ReturnType<typeof selectSnapshots>>[number];

export function toSnapshot(row: SnapshotRow): Snapshot {
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
    metadata: decodeMap(row.metadata),
    progress: row.progress,
    userName: row.user_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
  };
}

export function snapshotReads(
  connection: Connection,
): Pick<
  CatalogReads,
  'findSnapshot' | 'findSnapshotBySerial' | 'findSnapshotKey' | 'listSnapshots' | 'countSnapshotsOf'
> {
  const found = finds(connection, { table: 'snapshots', select: selectSnapshots, decode: toSnapshot });
  const count = connection.one(
    { volumeId: text },
    (db, p) =>
      live(db)
        .clearSelect()
        .select((eb) => eb.fn.countAll<number>().as('snapshots'))
        .where('r.volume_id', '=', p.volumeId),
    ({ snapshots }) => snapshots,
  );
  return {
    countSnapshotsOf: async (volumeId) => (await count({ volumeId })) ?? 0,
    findSnapshot: found.byId,
    findSnapshotBySerial: found.bySerial,
    findSnapshotKey: found.keyOf,
    listSnapshots: listPages(connection, {
      order: 'desc',
      columns: {
        volumeId: 'r.volume_id',
        id: 'r.id',
        description: 'r.description',
        userName: 'r.user_name',
      },
      select: selectSnapshots,
      decode: toSnapshot,
    }),
  };
}

export function snapshotForJob(connection: Connection): Catalog['snapshotForJob'] {
  const find = connection.one(
    { id: text },
    (db, p) => selectSnapshots(db).where('r.id', '=', p.id),
    toSnapshot,
  );
  return (id) => find({ id });
}
