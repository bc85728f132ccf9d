import { BACKUP, type BodyOperation, ids, VOLUME } from './body-operation.ts';

export const hpVolumeBackupV11: readonly BodyOperation[] = [
  {
    id: 'hp-volume-backup-v1.1/create-backup',
    path: '/v1.1/dev/hp-volume-backups',
    hasXml: false,
    takesForms: true,
    wrapper: 'backup',
    valid: { volume_id: VOLUME },
    texts: { container: 'limited', display_description: 'limited', display_name: 'limited' },
    wrong: { volume_id: [null, ...ids], container: ['', '.', '..', 'a/b', '../../x'] },
  },
  {
    id: 'hp-volume-backup-v1.1/restore-backup',
    path: `/v1.1/dev/hp-volume-backups/${BACKUP}/restore`,
    hasXml: false,
    takesForms: true,
    wrapper: 'restore',
    valid: { volume_id: VOLUME },
    texts: {},
    wrong: { volume_id: ids },
  },
];
