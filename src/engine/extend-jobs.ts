import { EVERY_TENANT } from '../catalog/tenant-scope.ts';
import type { JobHandler } from './job-handler.ts';
import { isUnderWay, volumeLifecycle } from './lifecycle.ts';
import { giveBackGigabytes } from './quota-usage.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { requireVolume, type VolumeJobParts } from './volume-jobs.ts';

/** Gives a volume the size that the catalog says it is to have, which the quota counts already. */
export function extendVolumeJob({ catalog, blocks, clock }: VolumeJobParts): JobHandler {
  const row = volumeLifecycle.extend;
  return {
    async run({ resourceId }) {
      const { id, newSize } = await requireVolume(catalog, resourceId);
      if (newSize === null) return async () => undefined;
      await blocks.growVolume(id, newSize * BYTES_PER_GB);
      return async (tx) => {
        await volumeTransitions.finish(tx, id, row, clock.now(), { size: newSize, newSize: null });
      };
    },
    giveUp:
      ({ resourceId }) =>
      async (tx) => {
        const volume = await tx.findVolume(EVERY_TENANT, resourceId);
        // Of a volume that is being deleted meanwhile, what the quota counts is given back with the rest.
        if (volume === undefined || volume.newSize === null || !isUnderWay(row, volume.status)) return;
        await volumeTransitions.fail(tx, resourceId, row, clock.now(), { newSize: null });
        await giveBackGigabytes(tx, volume.tenantId, volume.newSize - volume.size);
      },
  };
}
