import type { CatalogTransaction, New } from './catalog.ts';
import { changedAt } from './changed-at.ts';
import { always, type Connection, listWidth, perShape } from './connection.ts';
import { encodeMap } from './json.ts';
import type { Volume, VolumeStatus } from './records.ts';
import { snapshotSerialOf } from './serials.ts';
import { bigint, integer, list, nullable, oneOf, optional, text } from './statement.ts';
import { tombstoned } from './tombstone.ts';
import { volumeForJob } from './volumes.ts';

const status = oneOf<VolumeStatus>();

/** What no action has touched, as the columns have it by themselves. */
const UNTOUCHED = { exported: false, readOnly: null, newSize: null } as const;

export function volumeChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertVolume' | 'setVolumeStatus' | 'updateVolume'> {
  const findAny = volumeForJob(connection);
  const insert = insertVolume(connection);
  const update = updateVolume(connection);
  const setStatus = perShape(
    ['bootable', 'imageMetadata', 'size', 'newSize', 'exported', 'progress', 'deletedAt'],
    (has, width) =>
      connection.change(
        {
          id: text,
          from: list(status, width),
          to: status,
          at: bigint,
          bootable: optional(integer),
          imageMetadata: optional(nullable(text)),
          size: optional(integer),
          newSize: optional(nullable(integer)),
          exported: optional(integer),
          progress: optional(integer),
          deletedAt: optional(nullable(bigint)),
        },
        (db, p) =>
          db
            .updateTable('volumes')
            .set({ status: p.to, updated_at: p.at, changed_at: p.at })
            .$if(has('bootable'), (query) => query.set({ bootable: p.bootable }))
            .$if(has('imageMetadata'), (query) => query.set({ image_metadata: p.imageMetadata }))
            .$if(has('size'), (query) => query.set({ size: p.size }))
            .$if(has('newSize'), (query) => query.set({ new_size: p.newSize }))
            .$if(has('exported'), (query) => query.set({ exported: p.exported }))
            .$if(has('progress'), (query) => query.set({ progress: p.progress }))
            .$if(has('deletedAt'), (query) => query.set({ deleted_at: p.deletedAt }))
            .where('id', '=', p.id)
            .where('status', 'in', p.from),
      ),
  );
  return {
    insertVolume: async (volume) => ({
      ...volume,
      ...(await insert(volume)),
      attachment: null,
      ...UNTOUCHED,
    }),
    setVolumeStatus: async (id, from, to, at, patch = {}) => {
      if (from.length === 0) return undefined;
      const set = tombstoned(to, at, patch);
      const { bootable, imageMetadata, size, newSize, exported, progress, deletedAt } = set;
      const changed = await setStatus(
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
        newSize,
        exported: exported === undefined ? undefined : Number(exported),
        progress,
        deletedAt,
      });
      return changed === 0 ? undefined : findAny(id);
    },
    updateVolume: async (id, from, at, set) => {
      if (from.length === 0) return undefined;
      const metadata = set.metadata && encodeMap(set.metadata);
      const { name, description } = set;
      const readOnly = typeof set.readOnly === 'boolean' ? Number(set.readOnly) : set.readOnly;
      const changed = await update(
        set,
        listWidth(from.length),
      )({ id, from, at, name, description, metadata, readOnly });
      return changed === 0 ? undefined : findAny(id);
    },
  };
}

function updateVolume(connection: Connection) {
  return perShape(['name', 'description', 'metadata', 'readOnly'], (has, width) =>
    connection.change(
      {
        id: text,
        from: list(status, width),
        at: bigint,
        name: optional(nullable(text)),
        description: optional(nullable(text)),
        metadata: optional(text),
        readOnly: optional(nullable(integer)),
      },
      (db, p) =>
        db
          .updateTable('volumes')
          .set({ modified_at: p.at, changed_at: p.at })
          .$if(has('name'), (query) => query.set({ name: p.name }))
          .$if(has('description'), (query) => query.set({ description: p.description }))
          .$if(has('metadata'), (query) => query.set({ metadata: p.metadata }))
          .$if(has('readOnly'), (query) => query.set({ read_only: p.readOnly }))
          .where('id', '=', p.id)
          .where('status', 'in', p.from),
    ),
  );
}

function insertVolume(
  connection: Connection,
): (volume: New<Volume>) => Promise<Pick<Volume, 'serial' | 'snapshotSerial'>> {
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
        typeId: text,
        snapshotId: nullable(text),
        sourceVolumeId: nullable(text),
        imageId: nullable(text),
        backupId: nullable(text),
        bootable: integer,
        metadata: text,
        imageMetadata: nullable(text),
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
            type_id: p.typeId,
            snapshot_id: p.snapshotId,
            snapshot_serial: snapshotSerialOf(p.snapshotId),
            source_volume_id: p.sourceVolumeId,
            image_id: p.imageId,
            backup_id: p.backupId,
            bootable: p.bootable,
            metadata: p.metadata,
            image_metadata: p.imageMetadata,
            progress: p.progress,
            user_name: p.userName,
            created_at: p.createdAt,
            updated_at: p.updatedAt,
            modified_at: p.modifiedAt,
            changed_at: p.changedAt,
            deleted_at: p.deletedAt,
          })
          .returning(['serial', 'snapshot_serial as snapshotSerial']),
      (row) => row,
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
        changedAt: changedAt(volume),
      }),
    );
}
