import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from './clock.ts';
import { exportOptionsOf } from './export-jobs.ts';
import type { VolumeExports } from './exports.ts';
import type { JobHandler } from './job-handler.ts';
import { isUnderWay, volumeLifecycle } from './lifecycle.ts';
import { volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

export interface AttachmentJobParts {
  readonly catalog: Catalog;
  readonly exports: VolumeExports;
  readonly clock: Clock;
}

export function attachVolumeJob({ catalog, exports, clock }: AttachmentJobParts): JobHandler {
  const row = volumeLifecycle.attach;
  return {
    async run({ resourceId }) {
      const volume = await requireVolume(catalog, resourceId);
      // Its action may be over, when an administrator has decided otherwise.
      if (isUnderWay(row, volume.status)) await exports.open(resourceId, exportOptionsOf(volume));
      return async (tx) => {
        await volumeTransitions.finish(tx, resourceId, row, clock.now(), { exported: true });
      };
    },
    giveUp:
      ({ resourceId }) =>
      async (tx) => {
        await volumeTransitions.fail(tx, resourceId, row, clock.now());
        // The server never got the device, so it is free for another volume.
        await tx.deleteAttachment(resourceId);
      },
  };
}

export function detachVolumeJob({ catalog, exports, clock }: AttachmentJobParts): JobHandler {
  const row = volumeLifecycle.detach;
  return {
    async run({ resourceId }) {
      const { status } = await requireVolume(catalog, resourceId);
      // Who began to detach may have taken that back.
      if (isUnderWay(row, status)) await exports.close(resourceId);
      return async (tx) => {
        const isOver = await volumeTransitions.finish(tx, resourceId, row, clock.now(), { exported: false });
        if (isOver) await tx.deleteAttachment(resourceId);
      };
    },
    // The server may still use the device, so the attachment stays on record.
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
