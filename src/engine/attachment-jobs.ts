import type { Clock } from './clock.ts';
import type { VolumeExports } from './exports.ts';
import type { JobHandler } from './job-handler.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { volumeTransitions } from './transitions.ts';

export interface AttachmentJobParts {
  readonly exports: VolumeExports;
  readonly clock: Clock;
}

export function attachVolumeJob({ exports, clock }: AttachmentJobParts): JobHandler {
  const row = volumeLifecycle.attach;
  return {
    async run({ resourceId }) {
      await exports.open(resourceId);
      return async (tx) => {
        await volumeTransitions.finish(tx, resourceId, row, clock.now());
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

export function detachVolumeJob({ exports, clock }: AttachmentJobParts): JobHandler {
  const row = volumeLifecycle.detach;
  return {
    async run({ resourceId }) {
      await exports.close(resourceId);
      return async (tx) => {
        await volumeTransitions.finish(tx, resourceId, row, clock.now());
        await tx.deleteAttachment(resourceId);
      };
    },
    // The server may still use the device, so the attachment stays on record.
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
