import { kinds as bock } from '../hp-bock-v1.1/kinds.ts';
import { containers } from '../hp-bock-v1.1/suite.ts';
import type { Recipe, Suite } from '../suite.ts';
import { backup } from './kinds.ts';
import { rules } from './rules.ts';

const D = 'hp-volume-backup-v1.1';
const UNKNOWN = 999_999_999;

const backupOf = (example: string, volumeId: string, fields: object = {}): Recipe => ({
  kind: 'backup',
  example,
  body: { backup: { volume_id: volumeId, ...fields } },
});

const nightly = (example: string, name: string, day: string): Recipe =>
  backupOf(example, '9', {
    display_name: name,
    display_description: `Nightly Backup ${day}`,
    container: 'nightlybackups',
  });

/** Backups are of volumes, which the document leaves to its parent API: hp-bock-v1.1 makes them. */
export const hpVolumeBackupV11: Suite = {
  document: D,
  kinds: { ...bock, backup },
  recipes: [
    { kind: 'volume', example: '9', body: { volume: { size: 10 } } },
    nightly('1', 'backup-001', '03-Sep-2012'),
    nightly('2', 'backup-002', '04-Sep-2012'),
    { kind: 'volume', example: 'volume-in-use', body: { volume: { size: 1 } } },
    {
      kind: 'attachment',
      example: 'volume-in-use',
      body: { volumeAttachment: { volumeId: 'volume-in-use', device: '/dev/vdf' } },
      params: { server_id: 'any-server' },
    },
    { kind: 'volume', example: 'small-volume', body: { volume: { size: 1 } } },
  ],
  fresh: {
    [`${D}/restore-backup`]: ['volume/9'],
    [`${D}/delete-backup`]: ['backup/1'],
  },
  scenarios: {
    [`${D}/4.4.1.3/show-backup-details-error-404.json`]: { params: { backup_id: UNKNOWN } },
    [`${D}/4.4.1.5/delete-backup-error-404.json`]: { params: { backup_id: UNKNOWN } },
    [`${D}/4.4.1.6/restore-backup-error-404.json`]: {
      params: { backup_id: UNKNOWN },
      body: '{"restore": {}}',
    },
    [`${D}/4.4.1.4/create-backup-error-404.json`]: { body: `{"backup": {"volume_id": "${UNKNOWN}"}}` },
    [`${D}/4.4.1.4/create-backup-error-400-body-format.json`]: { body: '{"volume_id": "9"}' },
    [`${D}/4.4.1.6/restore-backup-error-400-body-format.json`]: { body: '{"volume_id": "9"}' },
    [`${D}/4.4.1.4/create-backup-error-400-volume-not-available.json`]: {
      body: '{"backup": {"volume_id": "volume-in-use"}}',
      needs: ['attachment/volume-in-use'],
    },
    [`${D}/4.4.1.6/restore-backup-error-400-volume-not-available.json`]: {
      body: '{"restore": {"volume_id": "volume-in-use"}}',
      needs: ['attachment/volume-in-use'],
    },
    [`${D}/4.4.1.6/restore-backup-error-400-volume-too-small.json`]: {
      body: '{"restore": {"volume_id": "small-volume"}}',
    },
    [`${D}/4.4.1.5/delete-backup-error-400-backup-status.json`]: {
      unready: ['backup/1'],
      elusive: 'the backup was ready before it could be deleted',
    },
    [`${D}/4.4.1.6/restore-backup-error-400-backup-status.json`]: {
      body: '{"restore": {}}',
      unready: ['backup/1'],
      elusive: 'the backup was ready before it could be restored',
    },
    [`${D}/4.4.1.6/restore-backup-error-400-quota.json`]: {
      unprovokable: 'needs a tenant whose quota is used up by less than a volume',
    },
  },
  equivalent: {},
  serverIds: 'integer',
  containers,
  unknown: { backup: UNKNOWN },
  unknownBodies: { [`${D}/create-backup`]: { backup: { volume_id: String(UNKNOWN) } } },
  unprovokable: {},
  tenants: ['e56a97501ac64da4af7c7a6f4ecb7426'],
  rules,
};
