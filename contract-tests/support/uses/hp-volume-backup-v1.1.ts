import type { Lists, Uses } from '../resources.ts';

const BACKUPS = 'hp-volume-backups';

export const ofHpVolumeBackupV11: Uses = {
  'hp-volume-backup-v1.1/show-backup-details': ({ backup }) => [{ path: `${BACKUPS}/${backup}` }],
  'hp-volume-backup-v1.1/create-backup': ({ other: { volume } }) => [
    { path: BACKUPS, body: { backup: { volume_id: volume } } },
  ],
  'hp-volume-backup-v1.1/delete-backup': ({ backup }) => [{ path: `${BACKUPS}/${backup}` }],
  'hp-volume-backup-v1.1/restore-backup': ({ backup, other: { volume } }, own) => [
    { path: `${BACKUPS}/${backup}/restore`, body: { restore: {} } },
    { path: `${BACKUPS}/${backup}/restore`, body: { restore: { volume_id: own.other.volume } } },
    { path: `${BACKUPS}/${own.backup}/restore`, body: { restore: { volume_id: volume } } },
  ],
};

export const listsOfHpVolumeBackupV11: Lists = {
  'hp-volume-backup-v1.1/list-backups': { path: BACKUPS, shows: ({ backup }) => backup },
  'hp-volume-backup-v1.1/list-backups-details': {
    path: `${BACKUPS}/detail`,
    shows: ({ backup }) => backup,
  },
};
