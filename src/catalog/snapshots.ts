import type { Expression, InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads, ListKey } from './catalog.ts';
import type { Connection } from './connection.ts';
import { listPages } from './lists.ts';
import type { Snapshot } from './records.ts';
import type { Tables } from './schema.ts';
import { isSerial } from './serials.ts';
import { bigint, text } from './statement.ts';

function selectSnapshots(db: Kysely<Tables>) {
  return db.selectFrom('snapshots as r').selectAll('r');
}

function ofTenant(db: Kysely<Tables>, tenantId: Expression<string>) {
  return selectSnapshots(db).where('r.tenant_id', '=', tenantId).where('r.deleted_at', 'is', null);
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
): Pick<CatalogReads, 'findSnapshot' | 'findSnapshotBySerial' | 'findSnapshotKey' | 'listSnapshots'> {
  const find = connection.one(
    { tenantId: text, id: text },
    (db, p) => ofTenant(db, p.tenantId).where('r.id', '=', p.id),
    toSnapshot,
  );
  const findBySerial = connection.one(
    { tenantId: text, serial: bigint },
    (db, p) => ofTenant(db, p.tenantId).where('r.serial', '=', p.serial),
    toSnapshot,
  );
  const findKey = connection.one(
    { tenantId: text, id: text },
    (db, p) =>
      db
        .selectFrom('snapshots')
        .select(['created_at as createdAt', 'serial'])
        .where('id', '=', p.id)
        .where('tenant_id', '=', p.tenantId),
    (key): ListKey => key,
  );
  return {
    findSnapshot: (tenantId, id) => find({ tenantId, id }),
    findSnapshotBySerial: async (tenantId, serial) =>
      isSerial(serial) ? findBySerial({ tenantId, serial }) : undefined,
    findSnapshotKey: (tenantId, id) => findKey({ tenantId, id }),
    listSnapshots: listPages(connection, {
      order: 'desc',
      columns: { volumeId: 'r.volume_id' },
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
