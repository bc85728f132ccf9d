import type { Lists, Uses } from '../resources.ts';

const volumeOf = (id: string) => `OS-BS/volumes/${id}`;
const backupOf = (id: string) => `OS-BS/backups/${id}`;

/** The six calls on the metadata of one kind of resource. */
const metadataOf = (kind: 'volume' | 'backup'): Uses => {
  const under: (path: string, body?: object) => Uses[string] = (path, body) => (of) => {
    const resource = kind === 'volume' ? volumeOf(of.volume) : backupOf(of.other.backup);
    return [{ path: `${resource}/metadata${path}`, ...(body === undefined ? {} : { body }) }];
  };
  return {
    [`os-bs-2011/list-${kind}-metadata`]: under(''),
    [`os-bs-2011/replace-${kind}-metadata`]: under('', { metadata: {} }),
    [`os-bs-2011/update-${kind}-metadata`]: under('', { metadata: { key: 'value' } }),
    [`os-bs-2011/get-${kind}-metadata-item`]: under('/key'),
    [`os-bs-2011/set-${kind}-metadata-item`]: under('/key', { meta: { key: 'value' } }),
    [`os-bs-2011/delete-${kind}-metadata-item`]: under('/key'),
  };
};

export const ofOsBs2011: Uses = {
  'os-bs-2011/get-volume-details': ({ volume }) => [{ path: volumeOf(volume) }],
  'os-bs-2011/create-volume': ({ other: { backup } }) => [
    { path: 'OS-BS/volumes', body: { 'OS-BS:volume': { backupId: backup } } },
  ],
  'os-bs-2011/update-volume-name': ({ volume }) => [
    { path: volumeOf(volume), body: { 'OS-BS:volume': { name: 'of another' } } },
    { path: volumeOf(volume), body: { 'OS-BS:volume': {} } },
  ],
  'os-bs-2011/delete-volume': ({ volume }) => [{ path: volumeOf(volume) }],
  ...metadataOf('volume'),
  'os-bs-2011/get-backup-details': ({ other: { backup } }) => [{ path: backupOf(backup) }],
  'os-bs-2011/create-backup': ({ volume }) => [
    { path: 'OS-BS/backups', body: { 'OS-BS:backup': { volumeId: volume } } },
  ],
  'os-bs-2011/update-backup-name': ({ other: { backup } }) => [
    { path: backupOf(backup), body: { 'OS-BS:backup': { name: 'of another' } } },
    { path: backupOf(backup), body: { 'OS-BS:backup': {} } },
  ],
  'os-bs-2011/delete-backup': ({ other: { backup } }) => [{ path: backupOf(backup) }],
  ...metadataOf('backup'),
};

export const listsOfOsBs2011: Lists = {
  'os-bs-2011/list-volumes': { path: 'OS-BS/volumes', shows: ({ volume }) => volume },
  'os-bs-2011/list-volumes-details': { path: 'OS-BS/volumes/detail', shows: ({ volume }) => volume },
  'os-bs-2011/list-backups': { path: 'OS-BS/backups', shows: ({ other: { backup } }) => backup },
  'os-bs-2011/list-backups-details': {
    path: 'OS-BS/backups/detail',
    shows: ({ other: { backup } }) => backup,
  },
  // The same for every tenant.
  'os-bs-2011/list-types': { path: 'OS-BS/types', shows: null },
  'os-bs-2011/get-type-details': {
    path: 'OS-BS/types/35e1c8d2-e477-11e0-93ed-4f2505dfa32e',
    shows: null,
  },
  'os-bs-2011/query-extensions': { path: 'extensions', shows: null },
};
