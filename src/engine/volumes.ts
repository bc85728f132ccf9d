import { randomUUID } from 'node:crypto';
import type { New } from '../catalog/catalog.ts';
import type { Volume, VolumeStatus } from '../catalog/records.ts';
import type { Caller, Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import type { Image } from './images.ts';
import { isUnderWay, volumeLifecycle, volumeUses } from './lifecycle.ts';
import { createMetadata } from './metadata.ts';
import { metadataOf } from './metadata-fields.ts';
import { pageBehind } from './pages.ts';
import { requireUnpinned } from './pinned-volumes.ts';
import { takeQuota } from './quota-usage.ts';
import { listedScope, reachOf } from './reach.ts';
import { givenOf, imageIdOf, sizeOf, textOf, textsOf } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { createAdministration } from './volume-administration.ts';
import { createChanges } from './volume-changes.ts';
import { createConnections } from './volume-connections.ts';
import { createHolding } from './volume-holding.ts';
import { fillingJob, type Source, sizeFromSource, sourceOf } from './volume-sources.ts';
import { typeOf } from './volume-types.ts';
import { createUploadImage } from './volume-upload.ts';

function requireSize(given: number | undefined): number {
  if (given === undefined) throw new EngineFault('sizeInvalid', { size: undefined });
  return given;
}

/** The row of the lifecycle table for a volume made from `source`. */
function rowOf(source: Source | undefined) {
  if (source?.kind === 'image') return volumeLifecycle.createBootable;
  return source?.kind === 'backup' ? volumeLifecycle.createFromBackup : volumeLifecycle.create;
}

const refuseUpdate = (status: VolumeStatus): EngineFault => new EngineFault('volumeNotUpdatable', { status });

/** os-bs-2011/2.3.1.3.1/build-in-progress; a bootable volume goes through every state of one that is made. */
const refuseMetadata = (status: VolumeStatus): EngineFault =>
  isUnderWay(volumeLifecycle.createBootable, status)
    ? new EngineFault('buildInProgress', { status })
    : refuseUpdate(status);

/** A volume as it is at first. */
export function newVolume(
  fields: Pick<
    New<Volume>,
    'tenantId' | 'userName' | 'status' | 'size' | 'availabilityZone' | 'typeId' | 'createdAt'
  > &
    Partial<New<Volume>>,
): New<Volume> {
  return {
    id: randomUUID(),
    name: null,
    description: null,
    volumeType: null,
    snapshotId: null,
    sourceVolumeId: null,
    imageId: null,
    backupId: null,
    bootable: false,
    metadata: {},
    imageMetadata: null,
    progress: 0,
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...fields,
  };
}

export function createVolumes(parts: EngineParts): Engine['volumes'] {
  const { catalog, change, quotas, metadataLimits, profile } = parts;

  async function findImage(ref: string, size: number): Promise<Image> {
    const id = imageIdOf(ref);
    const image = await parts.images.find(id);
    if (image === undefined) throw new EngineFault('imageNotFound', { id });
    if (size < image.minimumSize) throw new EngineFault('imageTooLarge', { minimum: image.minimumSize });
    return image;
  }

  async function get(caller: Caller, id: string | number): Promise<Volume> {
    const volume =
      typeof id === 'number'
        ? await catalog.findVolumeBySerial(reachOf(caller), id)
        : await catalog.findVolume(reachOf(caller), id);
    if (volume === undefined) throw new EngineFault('volumeNotFound', { id });
    return volume;
  }

  return {
    async list(caller, filter = {}, page) {
      const scope = listedScope(caller, filter);
      if (scope === undefined) return [];
      const find = (id: string) => catalog.findVolumeKey(scope, id);
      return catalog.listVolumes(scope, filter, await pageBehind(page, find));
    },

    get,

    async create(caller: Caller, request) {
      const { tenantId, userName } = caller;
      const source = sourceOf(request);
      const given = sizeOf(request.size);
      const asked = {
        name: textOf('name', request.name),
        description: textOf('description', request.description),
        availabilityZone: textOf('availability zone', request.availabilityZone) ?? parts.availabilityZone,
        volumeType: textOf('volume type', request.volumeType),
        metadata: metadataOf(request.metadata, metadataLimits.volume),
      };
      const image = source?.kind === 'image' ? await findImage(source.ref, requireSize(given)) : undefined;
      const copied = source?.kind === 'image' ? undefined : source;
      const row = rowOf(source);

      const { value } = await change(async ({ tx, at, schedule }) => {
        const type = await typeOf(tx, request);
        const size =
          copied === undefined
            ? requireSize(given)
            : await sizeFromSource(tx, reachOf(caller), copied, given);
        await takeQuota(tx, tenantId, 'volumes', size, quotas);
        const volume = await tx.insertVolume(
          newVolume({
            ...asked,
            ...type,
            tenantId,
            userName,
            size,
            status: row.during[0],
            snapshotId: copied?.kind === 'snapshot' ? copied.id : null,
            sourceVolumeId: copied?.kind === 'volume' ? copied.id : null,
            imageId: image?.id ?? null,
            backupId: copied?.kind === 'backup' ? copied.id : null,
            createdAt: at,
          }),
        );
        await schedule({ ...fillingJob(copied, image?.id), tenantId, resourceId: volume.id });
        return volume;
      });
      return value;
    },

    async update(caller, id, request) {
      const fields = {
        ...textsOf(request),
        metadata:
          request.metadata === undefined ? undefined : metadataOf(request.metadata, metadataLimits.volume),
      };
      const { value } = await change(({ tx, at }) =>
        volumeTransitions.update(tx, reachOf(caller), id, volumeUses.update, at, refuseUpdate, () =>
          givenOf(fields),
        ),
      );
      return value;
    },

    metadata: createMetadata(parts, {
      get,
      limit: metadataLimits.volume,
      update: (tx, scope, id, at, make) =>
        volumeTransitions.update(tx, scope, id, volumeUses.metadata, at, refuseMetadata, (volume) => ({
          metadata: make(volume.metadata),
        })),
    }),

    earlyMetadata: createMetadata(parts, {
      get,
      limit: metadataLimits.volume,
      update: (tx, scope, id, at, make) =>
        volumeTransitions.update(tx, scope, id, volumeUses.update, at, refuseUpdate, (volume) => ({
          metadata: make(volume.metadata),
        })),
    }),
    // Actions.
    ...createHolding(parts),
    ...createConnections(parts),
    ...createChanges(parts),
    ...createAdministration(parts),

    async delete(caller, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('volumeNotDeletable', { status });
        const { tenantId } = await volumeTransitions.start(
          tx,
          reachOf(caller),
          id,
          volumeLifecycle.delete,
          at,
          refuse,
          { exported: false },
        );
        await requireUnpinned(tx, profile, id);
        await schedule({ kind: 'delete-volume', tenantId, resourceId: id });
      });
    },

    uploadImage: createUploadImage(parts),
  };
}
