import { randomUUID } from 'node:crypto';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, snapshotLifecycle, snapshotUses, volumeUses } from './lifecycle.ts';
import { pageBehind } from './pages.ts';
import { takeQuota } from './quota-usage.ts';
import { reachOf } from './reach.ts';
import { forceOf, givenOf, textOf, textsOf } from './request-fields.ts';
import { snapshotTransitions } from './transitions.ts';

export function createSnapshots({ catalog, change, quotas }: EngineParts): Engine['snapshots'] {
  return {
    async list({ tenantId }, filter = {}, page) {
      const find = (id: string) => catalog.findSnapshotKey(tenantId, id);
      return catalog.listSnapshots(tenantId, filter, await pageBehind(page, find));
    },

    async get(caller, id) {
      const snapshot =
        typeof id === 'number'
          ? await catalog.findSnapshotBySerial(reachOf(caller), id)
          : await catalog.findSnapshot(reachOf(caller), id);
      if (snapshot === undefined) throw new EngineFault('snapshotNotFound', { id });
      return snapshot;
    },

    async create(caller, request) {
      const { tenantId, userName } = caller;
      const { volumeId } = request;
      const name = textOf('name', request.name);
      const description = textOf('description', request.description);
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
      const refuse = (status: string) => new EngineFault('snapshotNotUpdatable', { status });
      const { value } = await change(({ tx, at }) =>
        snapshotTransitions.update(tx, reachOf(caller), id, snapshotUses.update, at, refuse, () =>
          givenOf(fields),
        ),
      );
      return value;
    },

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
