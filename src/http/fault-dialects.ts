import type { OperationId } from '../../generated/server/contract.ts';
import { cinderV1Faults } from '../api/cinder-v1/faults.ts';
import type { FaultDialect } from '../api/fault-names.ts';
import { faultsIn as hpBlockStorageV1 } from '../api/hp-block-storage-v1/faults.ts';
import { faults as hpBockV11 } from '../api/hp-bock-v1.1/faults.ts';
import { faults as hpVolumeBackupV11 } from '../api/hp-volume-backup-v1.1/faults.ts';
import { faults as identity } from '../api/identity-faults.ts';
import { faults as osBs2011 } from '../api/os-bs-2011/faults.ts';
import type { Profile } from '../profile/profile.ts';

const byDocument = (profile: Profile): Readonly<Record<string, FaultDialect>> => ({
  'hp-block-storage-v1': hpBlockStorageV1(profile),
  'hp-bock-v1.1': hpBockV11,
  'hp-volume-backup-v1.1': hpVolumeBackupV11,
  'os-bs-2011': osBs2011,
  'identity-v2.0': identity,
  'identity-v3': identity,
  'cinder-v1': cinderV1Faults(hpBlockStorageV1(profile)),
  nova: hpBockV11,
});

/**
 * Whose names and XML namespace a request gets that matched no operation, by how its path begins. A segment in
 * braces stands for any one; of several that fit the longest counts.
 */
const neighbours: readonly { readonly prefix: string; readonly operationId: OperationId }[] = [
  { prefix: '/v2', operationId: 'hp-block-storage-v1/list-attached-volumes' },
  { prefix: '/v1.1', operationId: 'hp-bock-v1.1/list-volumes' },
  { prefix: '/v1.1/{tenant_id}/OS-BS', operationId: 'os-bs-2011/list-volumes' },
  { prefix: '/v1.1/{tenant_id}/extensions', operationId: 'os-bs-2011/query-extensions' },
  // nova
  { prefix: '/v1.1/{tenant_id}/extensions/{alias}', operationId: 'nova/get-first-extension' },
  { prefix: '/v2/{tenant_id}/extensions', operationId: 'nova/list-extensions' },
  { prefix: '/v2/{tenant_id}/os-volumes', operationId: 'nova/list-volumes' },
  { prefix: '/v2/{tenant_id}/os-snapshots', operationId: 'nova/list-snapshots' },
  { prefix: '/v1.1/{tenant_id}/limits', operationId: 'os-bs-2011/list-limits' },
  { prefix: '/v2.0', operationId: 'identity-v2.0/authenticate' },
  { prefix: '/v3', operationId: 'identity-v3/authenticate' },
  { prefix: '/identity', operationId: 'identity-v3/authenticate' },
];
const ANYWHERE_ELSE: OperationId = 'hp-block-storage-v1/list-volumes';

/** How each document speaks of faults; documents without words of their own use those of the largest. */
export function dialectsIn(profile: Profile): (document: string) => FaultDialect {
  const dialects = byDocument(profile);
  const anyOther = hpBlockStorageV1(profile);
  return (document) => dialects[document] ?? anyOther;
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const byLength = neighbours
  .map(({ prefix, operationId }) => ({ segments: segmentsOf(prefix), operationId }))
  .sort((a, b) => b.segments.length - a.segments.length);

/** The operation in whose words a path without one is answered. */
export function neighbourOf(path: string): OperationId {
  const given = segmentsOf(path);
  const found = byLength.find(({ segments }) =>
    segments.every((segment, i) => (segment.startsWith('{') ? i < given.length : segment === given[i])),
  );
  return found?.operationId ?? ANYWHERE_ELSE;
}
