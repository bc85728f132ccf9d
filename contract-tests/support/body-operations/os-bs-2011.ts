import { BACKUP_UUID, type BodyOperation, blankOrLong, metadata, size, VOLUME } from './body-operation.ts';

const volume = { hasXml: true, wrapper: 'OS-BS:volume', root: 'volume' } as const;
const backup = { hasXml: true, wrapper: 'OS-BS:backup', root: 'backup' } as const;

/** All but the metadata resources, which have no members of their own; see rules/os-bs-2011. */
export const osBs2011: readonly BodyOperation[] = [
  {
    ...volume,
    id: 'os-bs-2011/create-volume',
    path: '/v1.1/dev/OS-BS/volumes',
    valid: { size: 1 },
    texts: { name: 'limited', typeId: 'limited', backupId: 'limited' },
    wrong: { size, metadata: [...metadata, ...blankOrLong] },
  },
  {
    ...volume,
    id: 'os-bs-2011/update-volume-name',
    method: 'PUT',
    path: `/v1.1/dev/OS-BS/volumes/${VOLUME}`,
    valid: { name: 'new' },
    texts: { name: 'limited' },
    wrong: {},
  },
  {
    ...backup,
    id: 'os-bs-2011/create-backup',
    path: '/v1.1/dev/OS-BS/backups',
    valid: { volumeId: VOLUME },
    texts: { name: 'limited', volumeId: 'limited' },
    wrong: { volumeId: [null, ''], metadata: [...metadata, ...blankOrLong] },
  },
  {
    ...backup,
    id: 'os-bs-2011/update-backup-name',
    method: 'PUT',
    path: `/v1.1/dev/OS-BS/backups/${BACKUP_UUID}`,
    valid: { name: 'new' },
    texts: { name: 'limited' },
    wrong: {},
  },
];
