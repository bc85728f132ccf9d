import { EngineFault } from '../../../src/engine/faults.ts';
import type { Anything, Mutant } from '../mutant.ts';
import { catalog, engine } from '../planting.ts';

const document = 'hp-block-storage-v1';

/** Whether an error is this refusal of the engine. */
export const isFault = (error: unknown, kind: string): boolean =>
  error instanceof EngineFault && error.kind === kind;

/** The wrong thing happens behind answers that look right: transitions, deletions, filters, pages. */
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
    plant: (met) =>
      engine('volumes', (volumes) => ({
        async delete(caller, id) {
          await volumes.get(caller, id);
          met();
        },
      })),
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
    plant: (met) =>
      engine('backups', (backups) => ({
        async delete(caller, id) {
          await backups.get(caller, id);
          met();
        },
      })),
  },
  {
    id: 'in-use-is-deleted',
    document,
    what: 'the deletion of a volume that is attached is accepted',
    at: ['delete-volume'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        delete: (caller, id) =>
          volumes.delete(caller, id).catch((error: unknown) => {
            if (!isFault(error, 'volumeNotDeletable')) throw error;
            met();
          }),
      })),
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
];
