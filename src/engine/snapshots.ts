import { randomUUID } from 'node:crypto';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, snapshotLifecycle, volumeUses } from './lifecycle.ts';
import { takeQuota } from './quota-usage.ts';
import { forceOf, pageOf, textOf } from './request-fields.ts';
import { snapshotTransitions } from './transitions.ts';

export function createSnapshots({ catalog, change, quotas }: EngineParts): Engine['snapshots'] {
  return {
    list: async ({ tenantId }, filter = {}, page) => catalog.listSnapshots(tenantId, filter, pageOf(page)),

    async get({ tenantId }, id) {
      const snapshot = await catalog.findSnapshot(tenantId, String(id));
      if (snapshot === undefined) throw new EngineFault('snapshotNotFound', { id });
      return snapshot;
    },

    update: async () => {
      throw new Error('not there yet');
    },

    async create({ tenantId, userName }, request) {
      const { volumeId } = request;
      const name = textOf('name', request.name);
      const description = textOf('description', request.description);
      const use = forceOf(request.force) ? volumeUses.forcedSnapshot : volumeUses.snapshot;

      const { value } = await change(async ({ tx, at, schedule }) => {
        const volume = await tx.findVolume(tenantId, volumeId);
        if (volume === undefined) throw new EngineFault('volumeNotFound', { id: volumeId });
        const { status, size, availabilityZone } = volume;
        if (!mayStart(use, status)) throw new EngineFault('volumeNotForSnapshot', { status });
        await takeQuota(tx, tenantId, 'snapshots', size, quotas.limitsFor(tenantId));
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

    async delete({ tenantId }, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('snapshotNotDeletable', { status });
        await snapshotTransitions.start(tx, tenantId, id, snapshotLifecycle.delete, at, refuse);
        await schedule({ kind: 'delete-snapshot', tenantId, resourceId: id });
      });
    },
  };
}
