import type { VolumeStatus } from '../catalog/records.ts';
import type { VolumeAdministration } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, volumeForcedLifecycle, volumeUses } from './lifecycle.ts';
import { requireUnpinned } from './pinned-volumes.ts';
import { reachOf } from './reach.ts';
import { attachStatusOf, statusOf, volumeStatuses } from './status-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { scheduleExport } from './volume-connections.ts';

/**
 * The ways out of whatever a volume has got into. Nothing of it is left to chance: a status is reset only when no job
 * works on the volume, since that would go on with what it does, and what a volume in the new status has not, an
 * attachment or a connection, is gone when the call returns.
 */
export function createAdministration({ change, profile }: EngineParts): VolumeAdministration {
  return {
    async resetStatus(caller, id, request) {
      const status = statusOf(request.status, volumeStatuses);
      const attachStatus = attachStatusOf(request.attachStatus);
      const mayBeAttached = mayStart(volumeUses.keepAttachment, status);
      if (attachStatus !== undefined && mayBeAttached !== (attachStatus === 'attached'))
        throw new EngineFault('attachStatusContradicts', { status, attachStatus });

      const { outcome } = await change(async (step) => {
        const { tx, at } = step;
        const volume = await volumeTransitions.found(tx, reachOf(caller), id);
        if (await tx.hasJobFor(id)) throw new EngineFault('workUnderWay', { what: 'volume' });
        if (mayBeAttached && volume.attachment === null)
          throw new EngineFault('volumeWithoutServer', { status });
        await volumeTransitions.reset(tx, volume, status, at, { exported: mayBeAttached });
        if (!mayBeAttached) await tx.deleteAttachment(id);
        await scheduleExport(step, volume);
      });
      if ((await outcome) === 'failed') throw new EngineFault('exportFailed', { volumeId: id });
    },

    // The job has its turn behind whatever works on the volume, which finds then that its action is over.
    async forceDelete(caller, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: VolumeStatus) => new EngineFault('volumeNotDeletable', { status });
        const row = volumeForcedLifecycle.forceDelete;
        const { tenantId } = await volumeTransitions.start(tx, reachOf(caller), id, row, at, refuse, {
          exported: false,
        });
        await requireUnpinned(tx, profile, id);
        await schedule({ kind: 'delete-volume', tenantId, resourceId: id });
      });
    },

    async forceDetach(caller, id) {
      const { outcome } = await change(async ({ tx, at, schedule }) => {
        const refuse = (status: VolumeStatus) => new EngineFault('volumeNotDetachable', { status });
        const row = volumeForcedLifecycle.forceDetach;
        const { tenantId } = await volumeTransitions.start(tx, reachOf(caller), id, row, at, refuse);
        await schedule({ kind: 'detach-volume', tenantId, resourceId: id });
      });
      if ((await outcome) === 'failed') throw new EngineFault('detachFailed', { volumeId: id });
    },
  };
}
