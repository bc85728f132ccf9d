import type { SnapshotStatus } from '../catalog/records.ts';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { snapshotForcedLifecycle } from './lifecycle.ts';
import { reachOf } from './reach.ts';
import { snapshotStatuses, statusOf } from './status-fields.ts';
import { snapshotTransitions } from './transitions.ts';

/** As with volumes (`volume-administration.ts`). */
export function createSnapshotAdministration({
  change,
}: EngineParts): Pick<Engine['snapshots'], 'resetStatus' | 'forceDelete'> {
  return {
    async resetStatus(caller, id, request) {
      const status = statusOf(request.status, snapshotStatuses);
      await change(async ({ tx, at }) => {
        const snapshot = await snapshotTransitions.found(tx, reachOf(caller), id);
        if (await tx.hasJobFor(id)) throw new EngineFault('workUnderWay', { what: 'snapshot' });
        await snapshotTransitions.reset(tx, snapshot, status, at);
      });
    },

    async forceDelete(caller, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: SnapshotStatus) => new EngineFault('snapshotNotDeletable', { status });
        const row = snapshotForcedLifecycle.forceDelete;
        const { tenantId } = await snapshotTransitions.start(tx, reachOf(caller), id, row, at, refuse);
        await schedule({ kind: 'delete-snapshot', tenantId, resourceId: id });
      });
    },
  };
}
