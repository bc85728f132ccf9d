import type { Mutant } from '../mutant.ts';
import { catalog, engine, lists, requests, resources } from '../planting.ts';

const document = 'hp-volume-backup-v1.1';

export const volumeBackupMutants: readonly Mutant[] = [
  {
    id: 'backup-id-is-number',
    document,
    what: 'the id of a backup is a number',
    at: ['show-backup-details'],
    plant: (met) =>
      resources(['show-backup-details'], met, (one) => {
        one.id = Number(one.id);
      }),
  },
  {
    id: 'created-with-size',
    document,
    what: 'the answer to a creation has the size, which is not known yet',
    at: ['create-backup'],
    plant: (met) =>
      resources(['create-backup'], met, (one) => {
        one.size = 1;
      }),
  },
  {
    id: 'backup-missing-from-list',
    document,
    what: 'the last backup is not in the list',
    at: ['list-backups-details'],
    plant: (met) => lists(['list-backups-details'], met, (list) => list.slice(0, -1)),
  },
  {
    id: 'backup-description-is-lost',
    document,
    what: 'the description of a backup is forgotten',
    at: ['create-backup', 'show-backup-details'],
    plant: (met) =>
      requests(['create-backup'], met, ({ body }) => {
        for (const backup of Object.values<Record<string, unknown>>(body))
          delete backup['display_description'];
      }),
  },
  {
    id: 'restored-elsewhere',
    document,
    what: 'a restore makes a new volume though one was given',
    at: ['restore-backup'],
    plant: (met) =>
      engine('backups', (backups) => ({
        restore: (caller, { backupId, volumeId }) => {
          if (volumeId != null) met();
          return backups.restore(caller, { backupId });
        },
      })),
  },
  {
    id: 'backup-of-anybody',
    document,
    what: 'a backup can be looked at by another tenant',
    at: ['show-backup-details'],
    plant: (met) =>
      catalog((reads) => ({
        async findBackupBySerial(tenantId, serial) {
          const own = await reads.findBackupBySerial(tenantId, serial);
          if (own !== undefined) return own;
          const other = tenantId === 'first' ? 'second' : 'first';
          const found = await reads.findBackupBySerial(other, serial);
          if (found !== undefined) met();
          return found;
        },
      })),
  },
  {
    id: 'backup-is-not-deleted',
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
    id: 'container-is-ignored',
    document,
    what: 'backups go to the usual container whatever was asked for',
    at: ['create-backup', 'show-backup-details'],
    plant: (met) =>
      engine('backups', (backups) => ({
        create: (caller, { container, ...request }) => {
          if (container != null) met();
          return backups.create(caller, request);
        },
      })),
  },
  {
    id: 'timestamp-without-z',
    document,
    what: 'timestamps do not end in Z',
    at: ['show-backup-details'],
    plant: (met) =>
      resources(['show-backup-details'], met, (one) => {
        one.created_at = one.created_at.replace('Z', '');
      }),
  },
];
