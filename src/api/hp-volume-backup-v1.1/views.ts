import type { components } from '../../../generated/types.ts';
import type { Backup, Timestamp, Volume } from '../../catalog/records.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

/** `2012-09-03T22:00:00Z` (hp-volume-backup-v1.1/4.4.1.2/timestamps). */
const inSeconds = (timestamp: Timestamp): string =>
  `${formatTimestamp(timestamp).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;

/** What the engine gives out is never a tombstone, so the document's enum does not have the word. */
const shown = (status: Backup['status']) => status as Exclude<Backup['status'], 'deleted'>;

/** The container that was asked for is known before the backup has been started. */
const containerOf = ({ container, requestedContainer }: Backup) => container ?? requestedContainer;

/** Section 4.4.1.1. */
export const backupSummaryView = ({ serial, status }: Backup): Schemas['HpBackupSummary'] => ({
  id: String(serial),
  status: shown(status),
});

/** Section 4.4.1.4: without what is not known yet (hp-volume-backup-v1.1/4.4.1.4/create-response-fields). */
export const createdBackupView = (backup: Backup): Schemas['HpBackupCreated'] => ({
  id: String(backup.serial),
  display_name: backup.name,
  display_description: backup.description,
  volume_id: String(backup.volumeSerial),
  container: containerOf(backup),
  status: shown(backup.status),
  created_at: inSeconds(backup.createdAt),
});

/** Section 4.4.1.2. */
export const backupView = (backup: Backup): Schemas['HpBackup'] => ({
  ...createdBackupView(backup),
  fail_reason: backup.failReason,
  size: backup.size,
  object_count: backup.objectCount,
});

/** Section 4.4.1.6. */
export const restoreView = ({
  backup,
  volume,
}: {
  readonly backup: Backup;
  readonly volume: Volume;
}): Schemas['HpBackupRestore'] => ({
  backup_id: String(backup.serial),
  volume_id: String(volume.serial),
});
