import { type DifferenceId, differences } from '../profile/differences.ts';
import type { Profile } from '../profile/profile.ts';
import type { Case } from './case.ts';

/**
 * Operations that pass over a body in a format that they cannot read, and then want for one: below `/v1`, `/v2` and
 * `/v1.1`, where volumes and snapshots are made and volumes attached.
 */
const WITH_A_BODY = [
  'hp-block-storage-v1/create-volume',
  'hp-block-storage-v1/create-snapshot',
  'hp-block-storage-v1/attach-volume',
  'hp-bock-v1.1/create-volume',
  'hp-bock-v1.1/create-snapshot',
  'hp-bock-v1.1/attach-volume',
];

/** The difference that changes a documented status: by operation and status. */
const STATUSES: Readonly<Record<string, DifferenceId>> = {
  'hp-block-storage-v1/create-backup/200': 'backupCreated',
  'hp-block-storage-v1/restore-backup/200': 'backupRestored',
  ...Object.fromEntries(WITH_A_BODY.map((operation) => [`${operation}/415`, 'unreadableBody' as const])),
};

/** The status of an operation in a profile, where a document says `status`. */
export function statusIn(profile: Profile, operation: string, status: number): number {
  const id = STATUSES[`${operation}/${status}`];
  const answered = id === undefined ? status : differences[id][profile.name];
  return typeof answered === 'number' ? answered : status;
}

/** The case as the profile has it. Its id stays that of the document, so that `--only` names the same in both. */
export const caseIn = <Some extends Case>(profile: Profile, one: Some): Some => ({
  ...one,
  status: statusIn(profile, one.operation, one.status),
});
