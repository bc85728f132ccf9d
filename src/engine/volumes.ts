import { randomUUID } from 'node:crypto';
import type { CatalogTransaction, New } from '../catalog/catalog.ts';
import type { Volume } from '../catalog/records.ts';
import type { Caller, Engine, VolumeRequest } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import type { Image } from './images.ts';
import { mayStart, snapshotUses, volumeLifecycle, volumeUses } from './lifecycle.ts';
import { takeQuota } from './quota-usage.ts';
import { imageIdOf, metadataOf, pageOf, sizeOf, textOf } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';

type Source =
  | { readonly kind: 'snapshot' | 'volume'; readonly id: string }
  | { readonly kind: 'image'; readonly ref: string };

/** hp-block-storage-v1/4.5.1.4/snapshot-and-image-invalid, and the same for any two of the three. */
function sourceOf({ snapshotId, sourceVolumeId, imageRef }: VolumeRequest): Source | undefined {
  const sources: Source[] = [];
  if (snapshotId !== null && snapshotId !== undefined) sources.push({ kind: 'snapshot', id: snapshotId });
  if (sourceVolumeId !== null && sourceVolumeId !== undefined)
    sources.push({ kind: 'volume', id: sourceVolumeId });
  if (imageRef !== null && imageRef !== undefined) sources.push({ kind: 'image', ref: imageRef });
  if (sources.length > 1) throw new EngineFault('tooManySources', {});
  return sources[0];
}

/**
 * GB of a volume made from a source in the catalog, which must be fit to be read.
 * - A snapshot's size is used; a larger one that is given is recorded and a smaller one has no effect:
 *   hp-block-storage-v1/4.5.1/snapshot-size-wins and .../given-size-recorded.
 * - A clone may be larger than its source, not smaller.
 */
async function sizeFromSource(
  tx: CatalogTransaction,
  tenantId: string,
  { kind, id }: Source & { kind: 'snapshot' | 'volume' },
  given: number | undefined,
): Promise<number> {
  if (kind === 'snapshot') {
    const snapshot = await tx.findSnapshot(tenantId, id);
    if (snapshot === undefined) throw new EngineFault('snapshotNotFound', { id });
    const { status, size } = snapshot;
    if (!mayStart(snapshotUses.createVolume, status)) throw new EngineFault('snapshotNotReady', { status });
    return Math.max(given ?? 0, size);
  }
  const source = await tx.findVolume(tenantId, id);
  if (source === undefined) throw new EngineFault('volumeNotFound', { id });
  const { status, size } = source;
  if (!mayStart(volumeUses.clone, status)) throw new EngineFault('sourceNotReady', { status });
  if (given !== undefined && given < size) throw new EngineFault('cloneTooSmall', { source: size });
  return given ?? size;
}

function requireSize(given: number | undefined): number {
  if (given === undefined) throw new EngineFault('sizeInvalid', { size: undefined });
  return given;
}

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
  const { catalog, change, quotas } = parts;

  async function findImage(ref: string, size: number): Promise<Image> {
    const id = imageIdOf(ref);
    const image = await parts.images.find(id);
    if (image === undefined) throw new EngineFault('imageNotFound', { id });
    if (size < image.minimumSize) throw new EngineFault('imageTooLarge', { minimum: image.minimumSize });
    return image;
  }

  return {
    list: async ({ tenantId }, filter = {}, page) => catalog.listVolumes(tenantId, filter, pageOf(page)),

    async get({ tenantId }, id) {
      const volume = await catalog.findVolume(tenantId, String(id));
      if (volume === undefined) throw new EngineFault('volumeNotFound', { id });
      return volume;
    },

    update: async () => {
      throw new Error('not there yet');
    },
    get metadata(): never {
      throw new Error('not there yet');
    },

    async create({ tenantId, userName }: Caller, request) {
      const source = sourceOf(request);
      const given = sizeOf(request.size);
      const asked = {
        name: textOf('name', request.name),
        description: textOf('description', request.description),
        availabilityZone: textOf('availability zone', request.availabilityZone) ?? parts.availabilityZone,
        volumeType: textOf('volume type', request.volumeType),
        metadata: metadataOf(request.metadata),
      };
      const image = source?.kind === 'image' ? await findImage(source.ref, requireSize(given)) : undefined;
      const copied = source?.kind === 'image' ? undefined : source;
      const row = image === undefined ? volumeLifecycle.create : volumeLifecycle.createBootable;

      const { value } = await change(async ({ tx, at, schedule }) => {
        const size =
          copied === undefined ? requireSize(given) : await sizeFromSource(tx, tenantId, copied, given);
        await takeQuota(tx, tenantId, 'volumes', size, quotas.limitsFor(tenantId));
        const volume = await tx.insertVolume(
          newVolume({
            ...asked,
            tenantId,
            userName,
            typeId: '',
            size,
            status: row.during[0],
            snapshotId: copied?.kind === 'snapshot' ? copied.id : null,
            sourceVolumeId: copied?.kind === 'volume' ? copied.id : null,
            imageId: image?.id ?? null,
            createdAt: at,
          }),
        );
        const payload: Record<string, string> = copied === undefined ? {} : { source: copied.id };
        await schedule({ kind: 'create-volume', tenantId, resourceId: volume.id, payload });
        return volume;
      });
      return value;
    },

    async delete({ tenantId }, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('volumeNotDeletable', { status });
        await volumeTransitions.start(tx, tenantId, id, volumeLifecycle.delete, at, refuse);
        await schedule({ kind: 'delete-volume', tenantId, resourceId: id });
      });
    },
  };
}
