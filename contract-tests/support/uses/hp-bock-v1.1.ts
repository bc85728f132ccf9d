import { type Lists, SERVER_PATH, type Uses } from '../resources.ts';

export const ofHpBockV11: Uses = {
  'hp-bock-v1.1/get-volume-details': ({ other: { volume } }) => [{ path: `os-volumes/${volume}` }],
  'hp-bock-v1.1/create-volume': ({ other: { snapshot } }) => [
    { path: 'os-volumes', body: { volume: { size: 1, snapshot_id: Number(snapshot) } } },
  ],
  'hp-bock-v1.1/delete-volume': ({ other: { volume } }) => [{ path: `os-volumes/${volume}` }],
  'hp-bock-v1.1/attach-volume': ({ other: { volume } }) => [
    { path: SERVER_PATH, body: { volumeAttachment: { volumeId: Number(volume), device: '/dev/vdq' } } },
  ],
  'hp-bock-v1.1/detach-volume': ({ other: { attached } }) => [{ path: `${SERVER_PATH}/${attached}` }],
  'hp-bock-v1.1/get-snapshot-details': ({ other: { snapshot } }) => [{ path: `os-snapshots/${snapshot}` }],
  'hp-bock-v1.1/create-snapshot': ({ other: { volume } }) => [
    { path: 'os-snapshots', body: { snapshot: { volume_id: Number(volume) } } },
  ],
  'hp-bock-v1.1/delete-snapshot': ({ other: { snapshot } }) => [{ path: `os-snapshots/${snapshot}` }],
};

export const listsOfHpBockV11: Lists = {
  'hp-bock-v1.1/list-volumes': { path: 'os-volumes', shows: ({ other: { volume } }) => volume },
  'hp-bock-v1.1/list-snapshots': { path: 'os-snapshots', shows: ({ other: { snapshot } }) => snapshot },
  'hp-bock-v1.1/list-attached-volumes': { path: SERVER_PATH, shows: ({ other: { attached } }) => attached },
};
