import { randomUUID } from 'node:crypto';
import type { Snapshot, SnapshotStatus } from '../catalog/records.ts';
import type { Caller, Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, snapshotLifecycle, snapshotUses, volumeUses } from './lifecycle.ts';
import { createMetadata } from './metadata.ts';
import { metadataOf } from './metadata-fields.ts';
import { pageBehind } from './pages.ts';
import { takeQuota } from './quota-usage.ts';
import { listedScope, reachOf } from './reach.ts';
import { forceOf, givenOf, textOf, textsOf } from './request-fields.ts';
import { createSnapshotAdministration } from './snapshot-administration.ts';
import { snapshotTransitions } from './transitions.ts';

const refuseUpdate = (status: SnapshotStatus): EngineFault =>
  new EngineFault('snapshotNotUpdatable', { status });

export function createSnapshots(parts: EngineParts): Engine['snapshots'] {
  const { catalog, change, quotas, metadataLimits } = parts;

  async function get(caller: Caller, id: string | number): Promise<Snapshot> {
    const snapshot =
      typeof id === 'number'
        ? await catalog.findSnapshotBySerial(reachOf(caller), id)
        : await catalog.findSnapshot(reachOf(caller), id);
    if (snapshot === undefined) throw new EngineFault('snapshotNotFound', { id });
    return snapshot;
  }

  return {
    // Actions.
    ...createSnapshotAdministration(parts),

    async list(caller, filter = {}, page) {
      const scope = listedScope(caller, filter);
      if (scope === undefined) return [];
      const find = (id: string) => catalog.findSnapshotKey(scope, id);
      return catalog.listSnapshots(scope, filter, await pageBehind(page, find));
    },

    get,

    async create(caller, request) {
      const { tenantId, userName } = caller;
      const { volumeId } = request;
      const name = textOf('name', request.name);
      const description = textOf('description', request.description);
      const metadata = metadataOf(request.metadata, metadataLimits.snapshot);
      const use = forceOf(request.force) ? volumeUses.forcedSnapshot : volumeUses.snapshot;

      const { value } = await change(async ({ tx, at, schedule }) => {
        const volume = await tx.findVolume(reachOf(caller), volumeId);
        if (volume === undefined) throw new EngineFault('volumeNotFound', { id: volumeId });
        const { status, size, availabilityZone } = volume;
        if (!mayStart(use, status)) throw new EngineFault('volumeNotForSnapshot', { status });
        await takeQuota(tx, tenantId, 'snapshots', size, quotas);
        const snapshot = await tx.insertSnapshot({
          id: randomUUID(),
          tenantId,
          volumeId,
          status: snapshotLifecycle.create.during[0],
          name,
          description,
          size,
          // hp-block-storage-v1/4.5.2.4/snapshot-in-volume-zone
          availabilityZone,
          metadata,
          progress: 0,
          userName,
          createdAt: at,
          updatedAt: null,
          modifiedAt: null,
          deletedAt: null,
        });
        await schedule({
          kind: 'create-snapshot',
          tenantId,
          resourceId: snapshot.id,
          payload: { volume: volumeId },
        });
        return snapshot;
      });
      return value;
    },

    async update(caller, id, request) {
      const fields = textsOf(request);
      const { value } = await change(({ tx, at }) =>
        snapshotTransitions.update(tx, reachOf(caller), id, snapshotUses.update, at, refuseUpdate, () =>
          givenOf(fields),
        ),
      );
      return value;
    },

    metadata: createMetadata(parts, {
      get,
      limit: metadataLimits.snapshot,
      update: (tx, scope, id, at, make) =>
        snapshotTransitions.update(tx, scope, id, snapshotUses.update, at, refuseUpdate, (snapshot) => ({
          metadata: make(snapshot.metadata),
        })),
    }),

    async delete(caller, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('snapshotNotDeletable', { status });
        const { tenantId } = await snapshotTransitions.start(
          tx,
          reachOf(caller),
          id,
          snapshotLifecycle.delete,
          at,
          refuse,
        );
        await schedule({ kind: 'delete-snapshot', tenantId, resourceId: id });
      });
    },
  };
}
