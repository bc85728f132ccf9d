import { EngineFault } from '../../../src/engine/faults.ts';
import type { Anything, Mutant } from '../mutant.ts';
import { catalog } from '../planting.ts';

const document = 'hp-block-storage-v1';

/** Whether an error is this refusal of the engine. */
const isFault = (error: unknown, kind: string): boolean =>
  error instanceof EngineFault && error.kind === kind;

/** The wrong thing happens behind answers that look right: transitions, filters, pages, deletions. */
export const stateMutants: readonly Mutant[] = [
  {
    id: 'never-available',
    document,
    what: 'a volume ends up in-use when it should be available',
    at: ['create-volume'],
    plant: (met) =>
      catalog(
        () => ({}),
        (tx) => ({
          setVolumeStatus: (id, from, to, at, patch) => {
            if (from.includes('creating') && to === 'available') met();
            const wrong = from.includes('creating') && to === 'available' ? 'in-use' : to;
            return tx.setVolumeStatus(id, from, wrong, at, patch);
          },
        }),
      ),
  },
  {
    id: 'created-at-once',
    document,
    what: 'the answer to a creation says available',
    at: ['create-volume'],
    plant: (met) => ({
      handler: (operationId, handler) => {
        if (!operationId.endsWith('v1/create-volume')) return handler;
        return async (request, caller) => {
          const response: Anything = await handler(request, caller);
          met();
          return { ...response, body: { volume: { ...response.body.volume, status: 'available' } } };
        };
      },
    }),
  },
  {
    id: 'snapshot-fails',
    document,
    what: 'a snapshot ends up in error',
    at: ['create-snapshot'],
    plant: (met) =>
      catalog(
        () => ({}),
        (tx) => ({
          setSnapshotStatus: (id, from, to, at, patch) => {
            if (to === 'available') met();
            return tx.setSnapshotStatus(id, from, to === 'available' ? 'error' : to, at, patch);
          },
        }),
      ),
  },
  {
    id: 'delete-does-nothing',
    document,
    what: 'the deletion of a volume is accepted and nothing is deleted',
    at: ['delete-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        volumes: {
          ...engine.volumes,
          async delete(caller, id) {
            await engine.volumes.get(caller, id);
            met();
          },
        },
      }),
    }),
  },
  {
    id: 'snapshot-is-not-deleted',
    document,
    what: 'a snapshot is available again after its deletion',
    at: ['delete-snapshot'],
    plant: (met) =>
      catalog(
        () => ({}),
        (tx) => ({
          setSnapshotStatus: (id, from, to, at, patch) => {
            if (to !== 'deleted') return tx.setSnapshotStatus(id, from, to, at, patch);
            met();
            return tx.setSnapshotStatus(id, from, 'available', at, { progress: 100 });
          },
        }),
      ),
  },
  {
    id: 'backup-comes-back',
    document,
    what: 'the deletion of a backup is accepted and nothing is deleted',
    at: ['delete-backup'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        backups: {
          ...engine.backups,
          async delete(caller, id) {
            await engine.backups.get(caller, id);
            met();
          },
        },
      }),
    }),
  },
  {
    id: 'in-use-is-deleted',
    document,
    what: 'the deletion of a volume that is attached is accepted',
    at: ['delete-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        volumes: {
          ...engine.volumes,
          delete: (caller, id) =>
            engine.volumes.delete(caller, id).catch((error: unknown) => {
              if (!isFault(error, 'volumeNotDeletable')) throw error;
              met();
            }),
        },
      }),
    }),
  },
  {
    id: 'filter-is-ignored',
    document,
    what: 'the list of volumes is not narrowed by status',
    at: ['list-volumes-details'],
    plant: (met) =>
      catalog((reads) => ({
        listVolumes: (tenantId, { status, ...filter }, page) => {
          if (status !== undefined) met();
          return reads.listVolumes(tenantId, filter, page);
        },
      })),
  },
  {
    id: 'name-filter-finds-parts',
    document,
    what: 'the filter by name finds other names too',
    at: ['list-snapshots'],
    plant: (met) =>
      catalog((reads) => ({
        listSnapshots: (tenantId, { name, ...filter }, page) => {
          if (name !== undefined) met();
          return reads.listSnapshots(tenantId, filter, page);
        },
      })),
  },
  {
    id: 'limit-is-ignored',
    document,
    what: 'the list of volumes does not end at the limit',
    at: ['list-volumes'],
    plant: (met) =>
      catalog((reads) => ({
        listVolumes: (tenantId, filter, page) => {
          if (page.limit < 1000) met();
          return reads.listVolumes(tenantId, filter, { ...page, limit: 1000 });
        },
      })),
  },
  {
    id: 'offset-is-off-by-one',
    document,
    what: 'a page of backups leaves out one more than was asked for',
    at: ['list-backups'],
    plant: (met) =>
      catalog((reads) => ({
        listBackups: (tenantId, filter, page) => {
          if (page.offset > 0) met();
          return reads.listBackups(
            tenantId,
            filter,
            page.offset > 0 ? { ...page, offset: page.offset + 1 } : page,
          );
        },
      })),
  },
  {
    id: 'snapshot-without-force',
    document,
    what: 'a snapshot of an attached volume needs no force',
    at: ['create-snapshot'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        snapshots: {
          ...engine.snapshots,
          create: (caller, request) => {
            met();
            return engine.snapshots.create(caller, { ...request, force: true });
          },
        },
      }),
    }),
  },
  {
    id: 'force-is-ignored',
    document,
    what: 'a snapshot of an attached volume is refused in spite of force',
    at: ['create-snapshot'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        snapshots: {
          ...engine.snapshots,
          create: (caller, { force: _, ...request }) => {
            met();
            return engine.snapshots.create(caller, request);
          },
        },
      }),
    }),
  },
  {
    id: 'attached-twice',
    document,
    what: 'a volume that is attached can be attached to another server',
    at: ['attach-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        attachments: {
          ...engine.attachments,
          attach: async (caller, request) => {
            try {
              return await engine.attachments.attach(caller, request);
            } catch (error) {
              if (!isFault(error, 'volumeNotAttachable')) throw error;
              met();
              const { volumeId, serverId, device } = request;
              const { serial: volumeSerial } = await engine.volumes.get(caller, volumeId);
              const { tenantId } = caller;
              const attached = { volumeId, volumeSerial, serverId, tenantId, device: device ?? '/dev/vdb' };
              return { ...attached, attachedAt: '2013-01-30T13:38:50.411386' } as Anything;
            }
          },
        },
      }),
    }),
  },
  {
    id: 'detach-does-nothing',
    document,
    what: 'detaching is accepted and the volume stays attached',
    at: ['detach-volume', 'attach-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        attachments: {
          ...engine.attachments,
          async detach(caller, serverId, volumeId) {
            await engine.attachments.get(caller, serverId, volumeId);
            met();
          },
        },
      }),
    }),
  },
  {
    id: 'attached-anywhere',
    document,
    what: 'an attachment is found below a server that does not have it',
    at: ['get-attached-volume-details', 'detach-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        attachments: {
          ...engine.attachments,
          async get(caller, serverId, volumeId) {
            const { attachment } = await engine.volumes.get(caller, volumeId);
            if (attachment === null) return engine.attachments.get(caller, serverId, volumeId);
            if (attachment.serverId !== serverId) met();
            return engine.attachments.get(caller, attachment.serverId, volumeId);
          },
        },
      }),
    }),
  },
  {
    id: 'restore-over-attached',
    document,
    what: 'a backup can be restored over a volume that is attached',
    at: ['restore-backup'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        backups: {
          ...engine.backups,
          restore: (caller, request) =>
            engine.backups.restore(caller, request).catch((error: unknown) => {
              if (!isFault(error, 'volumeNotForRestore')) throw error;
              met();
              return engine.backups.restore(caller, { backupId: request.backupId });
            }),
        },
      }),
    }),
  },
  {
    id: 'restore-to-the-same-volume',
    document,
    what: 'a restore makes a new volume though one was given',
    at: ['restore-backup'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        backups: {
          ...engine.backups,
          restore: (caller, { backupId, volumeId }) => {
            if (volumeId != null) met();
            return engine.backups.restore(caller, { backupId });
          },
        },
      }),
    }),
  },
  {
    id: 'source-is-forgotten',
    document,
    what: 'a volume of a snapshot is an empty one',
    at: ['create-volume'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        volumes: {
          ...engine.volumes,
          create: (caller, { snapshotId, ...request }) => {
            if (snapshotId == null || request.imageRef != null || request.sourceVolumeId != null)
              return engine.volumes.create(caller, { ...request, snapshotId });
            met();
            return engine.volumes.create(caller, { ...request, size: request.size ?? 1 });
          },
        },
      }),
    }),
  },
];
