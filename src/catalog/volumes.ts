import { type InferResult, type Kysely, sql } from 'kysely';
import type { Catalog, CatalogReads, ExportedVolume } from './catalog.ts';
import type { Connection } from './connection.ts';
import { finds } from './finds.ts';
import { decodeMap } from './json.ts';
import { listPages } from './lists.ts';
import type { Volume } from './records.ts';
import type { Tables } from './schema.ts';
import { text } from './statement.ts';

/** A volume comes with its attachment in one statement: a second one could see another state. */
export function selectVolumes(db: Kysely<Tables>) {
  return db
    .selectFrom('volumes as r')
    .leftJoin('attachments as a', 'a.volume_id', 'r.id')
    .selectAll('r')
    .select(['a.tenant_id as attachment_tenant_id', 'a.server_id', 'a.device', 'a.attached_at', 'a.mode']);
}

type VolumeRow = InferResult<ReturnType<typeof selectVolumes>>[number];

export function toVolume(row: VolumeRow): Volume {
  return {
    serial: row.serial,
    id: row.id,
    tenantId: row.tenant_id,
    status: row.status,
    name: row.name,
    description: row.description,
    size: row.size,
    availabilityZone: row.availability_zone,
    volumeType: row.volume_type,
    typeId: row.type_id,
    snapshotId: row.snapshot_id,
    snapshotSerial: row.snapshot_serial,
    sourceVolumeId: row.source_volume_id,
    imageId: row.image_id,
    backupId: row.backup_id,
    bootable: row.bootable !== 0,
    metadata: decodeMap(row.metadata),
    imageMetadata: row.image_metadata === null ? null : decodeMap(row.image_metadata),
    progress: row.progress,
    userName: row.user_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
    attachment: toAttachment(row),
    exported: row.exported !== 0,
    readOnly: readOnlyOf(row.read_only),
    newSize: row.new_size,
  };
}

const readOnlyOf = (column: number | null): boolean | null => (column === null ? null : column !== 0);

/** The columns of an attachment are null together, where the join has found none. */
function toAttachment(row: VolumeRow): Volume['attachment'] {
  const { attachment_tenant_id: tenantId, server_id: serverId, device, attached_at: attachedAt } = row;
  if (tenantId === null || serverId === null || device === null || attachedAt === null) return null;
  return {
    volumeId: row.id,
    tenantId,
    serverId,
    device,
    attachedAt,
    volumeSerial: row.serial,
    mode: row.mode,
  };
}

export function volumeReads(
  connection: Connection,
): Pick<CatalogReads, 'findVolume' | 'findVolumeBySerial' | 'findVolumeKey' | 'listVolumes'> {
  const found = finds(connection, { table: 'volumes', select: selectVolumes, decode: toVolume });
  return {
    findVolume: found.byId,
    findVolumeBySerial: found.bySerial,
    findVolumeKey: found.keyOf,
    listVolumes: listPages(connection, {
      order: 'desc',
      columns: {
        typeId: 'r.type_id',
        backupId: 'r.backup_id',
        id: 'r.id',
        description: 'r.description',
        userName: 'r.user_name',
        availabilityZone: 'r.availability_zone',
        volumeType: 'r.volume_type',
        snapshotId: 'r.snapshot_id',
        sourceVolumeId: 'r.source_volume_id',
      },
      select: selectVolumes,
      decode: toVolume,
    }),
  };
}

export function volumeForJob(connection: Connection): Catalog['volumeForJob'] {
  const find = connection.one({ id: text }, (db, p) => selectVolumes(db).where('r.id', '=', p.id), toVolume);
  return (id) => find({ id });
}

export function exportedVolumes(connection: Connection): Catalog['exportedVolumes'] {
  const select = connection.many(
    {},
    (db) =>
      db
        .selectFrom('volumes')
        .select(['id', 'read_only'])
        .where('exported', '=', sql.lit(1))
        .orderBy('id', 'asc'),
    ({ id, read_only }): ExportedVolume => ({ id, readOnly: readOnlyOf(read_only) }),
  );
  return () => select({});
}
