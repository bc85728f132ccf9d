import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog, VolumePatch } from '../catalog/catalog.ts';
import type { Volume } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import type { ImageSource } from './images.ts';
import { type JobContext, type JobHandler, PermanentFailure } from './job-handler.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { giveBackQuota } from './quota-usage.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';

export interface VolumeJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly images: ImageSource;
  readonly clock: Clock;
}

/** The resource of a job; that it is gone cannot be mended by trying again. */
export async function requireVolume(catalog: Catalog, id: string): Promise<Volume> {
  const volume = await catalog.volumeForJob(id);
  if (volume === undefined) throw new PermanentFailure(`volume ${id} is not in the catalog`);
  return volume;
}

export function createVolumeJob({ catalog, blocks, images, clock }: VolumeJobParts): JobHandler {
  // A bootable volume starts out like any other, so failing it can be left to the longer row.
  const { create, createBootable } = volumeLifecycle;

  async function makeBytes(volume: Volume): Promise<void> {
    const bytes = volume.size * BYTES_PER_GB;
    if (volume.snapshotId !== null)
      return blocks.createVolumeFromSnapshot(volume.id, volume.snapshotId, bytes);
    if (volume.sourceVolumeId !== null) return blocks.cloneVolume(volume.id, volume.sourceVolumeId, bytes);
    return blocks.createVolume(volume.id, bytes);
  }

  async function download(volume: Volume, imageId: string, { step }: JobContext): Promise<VolumePatch> {
    const image = await images.find(imageId);
    if (image === undefined) throw new PermanentFailure(`image ${imageId} is no longer there`);
    await step((tx) =>
      volumeTransitions.proceed(tx, volume.id, createBootable, createBootable.during[1], clock.now()),
    );
    return { bootable: true, imageMetadata: { image_id: image.id, image_name: image.name } };
  }

  /** A copy of a bootable volume boots as well. */
  async function inherit({ snapshotId, sourceVolumeId }: Volume): Promise<VolumePatch> {
    const snapshot = snapshotId === null ? undefined : await catalog.snapshotForJob(snapshotId);
    const originId = sourceVolumeId ?? snapshot?.volumeId;
    const origin = originId === undefined ? undefined : await catalog.volumeForJob(originId);
    return origin?.bootable === true ? { bootable: true, imageMetadata: origin.imageMetadata } : {};
  }

  return {
    async run({ resourceId }, context) {
      const volume = await requireVolume(catalog, resourceId);
      const { imageId } = volume;
      const patch = imageId === null ? await inherit(volume) : await download(volume, imageId, context);
      await makeBytes(volume);
      const row = imageId === null ? create : createBootable;
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, row, clock.now(), { ...patch, progress: 100 });
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, createBootable, clock.now()),
  };
}

export function deleteVolumeJob({ catalog, blocks, clock }: VolumeJobParts): JobHandler {
  const row = volumeLifecycle.delete;
  return {
    async run({ resourceId }) {
      const volume = await requireVolume(catalog, resourceId);
      await blocks.deleteVolume(volume.id);
      return async (tx) => {
        const isDeleted = await volumeTransitions.finish(tx, volume.id, row, clock.now());
        if (isDeleted) await giveBackQuota(tx, volume.tenantId, 'volumes', volume.size);
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
