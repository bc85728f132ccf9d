import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Snapshot } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import { type JobHandler, PermanentFailure } from './job-handler.ts';
import { snapshotLifecycle } from './lifecycle.ts';
import { giveBackQuota } from './quota-usage.ts';
import { snapshotTransitions } from './transitions.ts';

export interface SnapshotJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly clock: Clock;
}

async function requireSnapshot(catalog: Catalog, id: string): Promise<Snapshot> {
  const snapshot = await catalog.snapshotForJob(id);
  if (snapshot === undefined) throw new PermanentFailure(`snapshot ${id} is not in the catalog`);
  return snapshot;
}

export function createSnapshotJob({ catalog, blocks, clock }: SnapshotJobParts): JobHandler {
  const row = snapshotLifecycle.create;
  return {
    async run({ resourceId }) {
      const { id, volumeId } = await requireSnapshot(catalog, resourceId);
      await blocks.createSnapshot(id, volumeId);
      return async (tx) => {
        await snapshotTransitions.finish(tx, id, row, clock.now(), { progress: 100 });
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        snapshotTransitions.fail(tx, resourceId, row, clock.now()),
  };
}

export function deleteSnapshotJob({ catalog, blocks, clock }: SnapshotJobParts): JobHandler {
  const row = snapshotLifecycle.delete;
  return {
    async run({ resourceId }) {
      const { id, tenantId, size } = await requireSnapshot(catalog, resourceId);
      await blocks.deleteSnapshot(id);
      return async (tx) => {
        const isDeleted = await snapshotTransitions.finish(tx, id, row, clock.now());
        if (isDeleted) await giveBackQuota(tx, tenantId, 'snapshots', size);
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        snapshotTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
