import type { InferResult, Kysely } from 'kysely';
import type { Catalog, CatalogReads, CatalogTransaction, New } from './catalog.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import { decodeMap, encodeMap } from './json.ts';
import type { Volume, VolumeStatus } from './records.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';

const status = oneOf<VolumeStatus>();

/** A volume comes with its attachment in one statement: a second one could see another state. */
function selectVolumes(db: Kysely<Tables>) {
  return db
    .selectFrom('volumes as v')
    .leftJoin('attachments as a', 'a.volume_id', 'v.id')
    .selectAll('v')
    .select(['a.tenant_id as attachment_tenant_id', 'a.server_id', 'a.device', 'a.attached_at']);
}

type VolumeRow = InferResult<ReturnType<typeof selectVolumes>>[number];

function toVolume(row: VolumeRow): Volume {
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
    snapshotId: row.snapshot_id,
    snapshotSerial: null,
    typeId: '',
    backupId: null,
    progress: 0,
    userName: '',
    modifiedAt: null,
    sourceVolumeId: row.source_volume_id,
    imageId: row.image_id,
    bootable: row.bootable !== 0,
    metadata: decodeMap(row.metadata),
    imageMetadata: row.image_metadata === null ? null : decodeMap(row.image_metadata),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
    attachment: toAttachment(row),
  };
}

/** The columns of an attachment are null together, where the join has found none. */
function toAttachment(row: VolumeRow): Volume['attachment'] {
  const { attachment_tenant_id: tenantId, server_id: serverId, device, attached_at: attachedAt } = row;
  if (tenantId === null || serverId === null || device === null || attachedAt === null) return null;
  return { volumeId: row.id, tenantId, serverId, device, attachedAt, volumeSerial: row.serial };
}

export function volumeReads(connection: Connection): Pick<CatalogReads, 'findVolume' | 'listVolumes'> {
  const find = connection.one(
    { tenantId: text, id: text },
    (db, p) =>
      selectVolumes(db)
        .where('v.id', '=', p.id)
        .where('v.tenant_id', '=', p.tenantId)
        .where('v.deleted_at', 'is', null),
    toVolume,
  );
  const select = perShape(['name', 'status'], (has) =>
    connection.many(
      { tenantId: text, name: optional(text), status: optional(text), limit: bigint, offset: bigint },
      (db, p) =>
        selectVolumes(db)
          .where('v.tenant_id', '=', p.tenantId)
          .where('v.deleted_at', 'is', null)
          .$if(has('name'), (query) => query.where('v.name', '=', p.name))
          .$if(has('status'), (query) =>
            query.where((eb) => eb(eb.ref('v.status').$castTo<string>(), '=', p.status)),
          )
          .orderBy('v.created_at', 'desc')
          .orderBy('v.serial', 'desc')
          .limit(p.limit)
          .offset(p.offset),
      toVolume,
    ),
  );
  return {
    findVolume: (tenantId, id) => find({ tenantId, id }),
    listVolumes: (tenantId, filter, { limit, offset }) =>
      select(filter)({ tenantId, name: filter.name, status: filter.status, limit, offset }),
  };
}

export function volumeForJob(connection: Connection): Catalog['volumeForJob'] {
  const find = connection.one({ id: text }, (db, p) => selectVolumes(db).where('v.id', '=', p.id), toVolume);
  return (id) => find({ id });
}

export function volumeChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertVolume' | 'setVolumeStatus'> {
  const findAny = volumeForJob(connection);
  const insert = insertVolume(connection);
  const update = perShape(['bootable', 'imageMetadata', 'size', 'deletedAt'], (has, width) =>
    connection.change(
      {
        id: text,
        from: list(status, width),
        to: status,
        at: bigint,
        bootable: optional(integer),
        imageMetadata: optional(nullable(text)),
        size: optional(integer),
        deletedAt: optional(nullable(bigint)),
      },
      (db, p) =>
        db
          .updateTable('volumes')
          .set({ status: p.to, updated_at: p.at })
          .$if(has('bootable'), (query) => query.set({ bootable: p.bootable }))
          .$if(has('imageMetadata'), (query) => query.set({ image_metadata: p.imageMetadata }))
          .$if(has('size'), (query) => query.set({ size: p.size }))
          .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from),
    ),
  );
  return {
    insertVolume: async (volume) => ({
      ...volume,
      serial: await insert(volume),
      snapshotSerial: null,
      attachment: null,
    }),
    setVolumeStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      const { bootable, imageMetadata, size, deletedAt } = set;
      const changed = await update(
        set,
        listWidth(from.length),
      )({
        id,
        from,
        to,
        at,
        bootable: bootable === undefined ? undefined : Number(bootable),
        imageMetadata: imageMetadata ? encodeMap(imageMetadata) : imageMetadata,
        size,
        deletedAt,
      });
      return changed === 0 ? undefined : findAny(id);
    },
  };
}

function insertVolume(connection: Connection): (volume: New<Volume>) => Promise<number> {
  const insert = perShape(['serial'], (has) =>
    connection.one(
      {
        serial: optional(bigint),
        id: text,
        tenantId: text,
        status,
        name: nullable(text),
        description: nullable(text),
        size: integer,
        availabilityZone: text,
        volumeType: nullable(text),
        snapshotId: nullable(text),
        sourceVolumeId: nullable(text),
        imageId: nullable(text),
        bootable: integer,
        metadata: text,
        imageMetadata: nullable(text),
        createdAt: bigint,
        updatedAt: nullable(bigint),
        deletedAt: nullable(bigint),
      },
      (db, p) =>
        db
          .insertInto('volumes')
          .values({
            ...(has('serial') && { serial: p.serial }),
            id: p.id,
            tenant_id: p.tenantId,
            status: p.status,
            name: p.name,
            description: p.description,
            size: p.size,
            availability_zone: p.availabilityZone,
            volume_type: p.volumeType,
            snapshot_id: p.snapshotId,
            source_volume_id: p.sourceVolumeId,
            image_id: p.imageId,
            bootable: p.bootable,
            metadata: p.metadata,
            image_metadata: p.imageMetadata,
            created_at: p.createdAt,
            updated_at: p.updatedAt,
            deleted_at: p.deletedAt,
          })
          .returning('serial'),
      (row) => row.serial,
    ),
  );
  return (volume) =>
    always(
      insert(volume)({
        ...volume,
        serial: volume.serial,
        bootable: Number(volume.bootable),
        metadata: encodeMap(volume.metadata),
        imageMetadata: volume.imageMetadata && encodeMap(volume.imageMetadata),
      }),
    );
}
