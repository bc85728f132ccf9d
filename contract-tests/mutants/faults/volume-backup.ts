import type { Mutant } from '../mutant.ts';
import { lists, requests, resources } from '../planting.ts';

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
];
