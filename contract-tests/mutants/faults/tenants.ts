import type { Mutant } from '../mutant.ts';
import { catalog } from '../planting.ts';

const document = 'hp-block-storage-v1';
const everybody = ['first', 'second'];

/** What a tenant sees and does of another's. */
export const tenantMutants: readonly Mutant[] = [
  {
    id: 'volume-of-anybody',
    document,
    what: 'a volume can be looked at by another tenant',
    at: ['get-volume-details'],
    plant: (met) =>
      catalog((reads, whole) => ({
        async findVolume(tenantId, id) {
          const own = await reads.findVolume(tenantId, id);
          if (own !== undefined) return own;
          const found = await whole.volumeForJob(id);
          if (found === undefined || found.deletedAt !== null) return undefined;
          met();
          return found;
        },
      })),
  },
  {
    id: 'backup-of-anybody',
    document,
    what: 'a backup can be looked at and restored by another tenant',
    at: ['get-backup-details', 'restore-backup'],
    plant: (met) =>
      catalog((reads) => ({
        async findBackupBySerial(_, serial) {
          const found = await Promise.all(
            everybody.map((tenant) => reads.findBackupBySerial(tenant, serial)),
          );
          met();
          return found.find((backup) => backup !== undefined);
        },
      })),
  },
  {
    id: 'list-of-everybody',
    document,
    what: 'the list of volumes has those of other tenants',
    at: ['list-volumes'],
    plant: (met) =>
      catalog((reads) => ({
        async listVolumes(_, filter, page) {
          met();
          const found = await Promise.all(everybody.map((tenant) => reads.listVolumes(tenant, filter, page)));
          return found.flat();
        },
      })),
  },
  {
    id: 'snapshot-list-of-everybody',
    document,
    what: 'the detailed list of snapshots has those of other tenants',
    at: ['list-snapshots-details'],
    plant: (met) =>
      catalog((reads) => ({
        async listSnapshots(_, filter, page) {
          met();
          const found = await Promise.all(
            everybody.map((tenant) => reads.listSnapshots(tenant, filter, page)),
          );
          return found.flat();
        },
      })),
  },
  {
    id: 'snapshot-of-anybody',
    document,
    what: 'a snapshot of another tenant can be deleted',
    at: ['delete-snapshot', 'get-snapshot-details'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        snapshots: {
          ...engine.snapshots,
          delete: (caller, id) =>
            engine.snapshots.delete(caller, id).catch(async (error: unknown) => {
              const other = everybody.find((tenant) => tenant !== caller.tenantId) ?? '';
              await engine.snapshots.delete({ ...caller, tenantId: other }, id).catch(() => {
                throw error;
              });
              met();
            }),
        },
      }),
    }),
  },
  {
    id: 'volume-of-anybody-attached',
    document,
    what: 'a volume of another tenant can be attached',
    at: ['attach-volume', 'get-attached-volume-details'],
    plant: (met) => ({
      engine: (engine) => ({
        ...engine,
        attachments: {
          ...engine.attachments,
          attach: (caller, request) =>
            engine.attachments.attach(caller, request).catch((error: unknown) => {
              const other = everybody.find((tenant) => tenant !== caller.tenantId) ?? '';
              return engine.attachments.attach({ ...caller, tenantId: other }, request).then(
                (attached) => {
                  met();
                  return attached;
                },
                () => {
                  throw error;
                },
              );
            }),
        },
      }),
    }),
  },
];
