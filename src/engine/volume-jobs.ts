import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog, VolumePatch } from '../catalog/catalog.ts';
import type { Volume } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import type { VolumeExports } from './exports.ts';
import { type JobHandler, PermanentFailure } from './job-handler.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { giveBackQuota } from './quota-usage.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';

export interface VolumeJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly exports: VolumeExports;
  readonly clock: Clock;
}

/** The resource of a job; that it is gone cannot be mended by trying again. */
export async function requireVolume(catalog: Catalog, id: string): Promise<Volume> {
  const volume = await catalog.volumeForJob(id);
  if (volume === undefined) throw new PermanentFailure(`volume ${id} is not in the catalog`);
  return volume;
}

export function createVolumeJob({ catalog, blocks, clock }: VolumeJobParts): JobHandler {
  const row = volumeLifecycle.create;

  async function makeBytes(volume: Volume): Promise<void> {
    const bytes = volume.size * BYTES_PER_GB;
    if (volume.snapshotId !== null)
      return blocks.createVolumeFromSnapshot(volume.id, volume.snapshotId, bytes);
    if (volume.sourceVolumeId !== null) return blocks.cloneVolume(volume.id, volume.sourceVolumeId, bytes);
    return blocks.createVolume(volume.id, bytes);
  }

  /** A copy of a bootable volume boots as well. */
  async function inherit({ snapshotId, sourceVolumeId }: Volume): Promise<VolumePatch> {
    const snapshot = snapshotId === null ? undefined : await catalog.snapshotForJob(snapshotId);
    const originId = sourceVolumeId ?? snapshot?.volumeId;
    const origin = originId === undefined ? undefined : await catalog.volumeForJob(originId);
    return origin?.bootable === true ? { bootable: true, imageMetadata: origin.imageMetadata } : {};
  }

  return {
    async run({ resourceId }) {
      const volume = await requireVolume(catalog, resourceId);
      const patch = await inherit(volume);
      await makeBytes(volume);
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, row, clock.now(), { ...patch, progress: 100 });
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}

export function deleteVolumeJob({ catalog, blocks, exports, clock }: VolumeJobParts): JobHandler {
  const row = volumeLifecycle.delete;
  return {
    async run({ resourceId }) {
      const volume = await requireVolume(catalog, resourceId);
      // Somebody may be connected to it, or have it attached, when it is deleted by force.
      await exports.close(volume.id);
      await blocks.deleteVolume(volume.id);
      return async (tx) => {
        const isDeleted = await volumeTransitions.finish(tx, volume.id, row, clock.now());
        if (!isDeleted) return;
        await tx.deleteAttachment(volume.id);
        await giveBackQuota(tx, volume.tenantId, 'volumes', volume.newSize ?? volume.size);
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
