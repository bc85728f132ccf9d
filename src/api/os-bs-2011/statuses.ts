import type { components } from '../../../generated/types.ts';
import type { BackupStatus, VolumeStatus } from '../../catalog/records.ts';

type Schemas = components['schemas'];

/** What this document calls the states of a volume (os-bs-2011/2.3.1.1/status-other-values). */
export const volumeStatuses = {
  creating: 'CREATING',
  downloading: 'CREATING',
  available: 'AVAILABLE',
  attaching: 'ATTACHING',
  'in-use': 'ATTACHED',
  detaching: 'DETACHING',
  // The document has no word for a volume that is neither in use nor free for it.
  'backing-up': 'UNKNOWN',
  'restoring-backup': 'UNKNOWN',
  extending: 'UNKNOWN',
  uploading: 'UNKNOWN',
  deleting: 'DELETING',
  deleted: 'DELETED',
  error: 'ERROR',
  error_attaching: 'ERROR',
  error_detaching: 'ERROR',
  error_restoring: 'ERROR',
  error_extending: 'ERROR',
  error_deleting: 'ERROR',
} as const satisfies Record<VolumeStatus, Schemas['OsBsVolumeStatus']>;

/** What it calls those of a backup (os-bs-2011/2.3.2.2.1, 2.3.2.2.4). */
export const backupStatuses = {
  creating: 'SAVING',
  available: 'AVAILABLE',
  restoring: 'UNKNOWN',
  deleting: 'DELETING',
  deleted: 'DELETED',
  error: 'ERROR',
} as const satisfies Record<BackupStatus, Schemas['OsBsBackupStatus']>;

/** The states that a filter means, however its word is capitalized; none for a word that is of none. */
export function statesOf<State extends string>(
  words: Readonly<Record<State, string>>,
  word: string,
): State[] {
  const wanted = word.toUpperCase();
  // The keys of a record of states are states.
  const states = Object.keys(words) as State[];
  return states.filter((state) => words[state] === wanted);
}
