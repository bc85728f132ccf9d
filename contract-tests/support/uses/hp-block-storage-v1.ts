import { type Lists, SERVER_PATH, type Uses } from '../resources.ts';

export const ofHpBlockStorageV1: Uses = {
  'hp-block-storage-v1/get-volume-details': ({ volume }) => [{ path: `volumes/${volume}` }],
  'hp-block-storage-v1/create-volume': ({ volume, snapshot }) => [
    { path: 'volumes', body: { volume: { size: 1, source_volid: volume } } },
    { path: 'volumes', body: { volume: { size: 1, snapshot_id: snapshot } } },
  ],
  'hp-block-storage-v1/delete-volume': ({ volume }) => [{ path: `volumes/${volume}` }],
  'hp-block-storage-v1/get-snapshot-details': ({ snapshot }) => [{ path: `snapshots/${snapshot}` }],
  'hp-block-storage-v1/create-snapshot': ({ volume }) => [
    { path: 'snapshots', body: { snapshot: { volume_id: volume } } },
    { path: 'snapshots', body: { snapshot: { volume_id: volume, force: true } } },
  ],
  'hp-block-storage-v1/delete-snapshot': ({ snapshot }) => [{ path: `snapshots/${snapshot}` }],
  'hp-block-storage-v1/get-backup-details': ({ backup }) => [{ path: `backups/${backup}` }],
  'hp-block-storage-v1/create-backup': ({ volume }) => [
    { path: 'backups', body: { backup: { volume_id: volume } } },
  ],
  'hp-block-storage-v1/delete-backup': ({ backup }) => [{ path: `backups/${backup}` }],
  'hp-block-storage-v1/restore-backup': ({ volume, backup }, own) => [
    { path: `backups/${backup}/restore`, body: { restore: {} } },
    { path: `backups/${backup}/restore`, body: { restore: { volume_id: own.volume } } },
    { path: `backups/${own.backup}/restore`, body: { restore: { volume_id: volume } } },
  ],
  'hp-block-storage-v1/attach-volume': ({ volume }) => [
    { path: SERVER_PATH, body: { volumeAttachment: { volumeId: volume, device: '/dev/vdq' } } },
  ],
  'hp-block-storage-v1/detach-volume': ({ attached }) => [{ path: `${SERVER_PATH}/${attached}` }],
  'hp-block-storage-v1/get-attached-volume-details': ({ attached }) => [
    { path: `${SERVER_PATH}/${attached}` },
  ],
};

export const listsOfHpBlockStorageV1: Lists = {
  'hp-block-storage-v1/list-volumes': { path: 'volumes', shows: ({ volume }) => volume },
  'hp-block-storage-v1/list-volumes-details': { path: 'volumes/detail', shows: ({ volume }) => volume },
  'hp-block-storage-v1/list-snapshots': { path: 'snapshots', shows: ({ snapshot }) => snapshot },
  'hp-block-storage-v1/list-snapshots-details': {
    path: 'snapshots/detail',
    shows: ({ snapshot }) => snapshot,
  },
  'hp-block-storage-v1/list-backups': { path: 'backups', shows: ({ backup }) => backup },
  'hp-block-storage-v1/list-backups-details': { path: 'backups/detail', shows: ({ backup }) => backup },
  'hp-block-storage-v1/list-attached-volumes': { path: SERVER_PATH, shows: ({ attached }) => attached },
};
