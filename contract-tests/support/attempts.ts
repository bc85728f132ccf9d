import type { Format } from './faults.ts';
import type { Attempt, Lists, Resources, Uses } from './resources.ts';
import type { TenantName } from './server.ts';
import { listsOfHpBlockStorageV1, ofHpBlockStorageV1 } from './uses/hp-block-storage-v1.ts';
import { listsOfHpBockV11, ofHpBockV11 } from './uses/hp-bock-v1.1.ts';
import { listsOfHpVolumeBackupV11, ofHpVolumeBackupV11 } from './uses/hp-volume-backup-v1.1.ts';
import { listsOfOsBs2011, ofOsBs2011 } from './uses/os-bs-2011.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

export const uses: Uses = { ...ofHpBlockStorageV1, ...ofHpBockV11, ...ofHpVolumeBackupV11, ...ofOsBs2011 };

export const lists: Lists = {
  ...listsOfHpBlockStorageV1,
  ...listsOfHpBockV11,
  ...listsOfHpVolumeBackupV11,
  ...listsOfOsBs2011,
};

/** `v1`, `v1.1` or `v2`. */
export const versionOf = (path: string) => path.split('/')[1] ?? '';

/** The operation with the ids filled in, as `attempt` names them; a body for what takes one. */
export function requestOf(
  { method, path }: { method: string; path: string },
  tenant: string,
  attempt: Attempt,
  format: Format,
  as: TenantName | 'nobody',
): WireRequest {
  const type: Record<string, string> =
    attempt.body === undefined ? {} : { 'Content-Type': 'application/json' };
  return {
    method,
    path: `/${versionOf(path)}/${tenant}/${attempt.path}`,
    as,
    headers: { Accept: `application/${format}`, ...type },
    ...(attempt.body === undefined ? {} : { body: JSON.stringify(attempt.body) }),
  };
}

export const attemptsOf = (id: string, of: Resources, own: Resources): readonly Attempt[] =>
  uses[id]?.(of, own) ?? [{ path: lists[id]?.path ?? 'unknown' }];

/** Everything of an answer that tells one resource from another, ids and what is new each time aside. */
export function comparable({ status, headers, text }: WireAnswer, of: Resources) {
  const { date: _, 'x-compute-request-id': __, ...others } = headers;
  const { backup, volume, attached, snapshot, other } = of;
  const anonymous = [volume, attached, snapshot, other.backup]
    .reduce((left, id) => left.replaceAll(id, '<id>'), text)
    // A number would be found elsewhere too.
    .replace(/(Volume|Snapshot|Backup) (\d+) /, (words, kind, number) =>
      [backup, other.volume, other.attached, other.snapshot].includes(number) ? `${kind} <id> ` : words,
    );
  return { status, headers: others, text: anonymous };
}
