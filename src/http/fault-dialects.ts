import type { OperationId } from '../../generated/server/contract.ts';
import type { FaultDialect } from '../api/fault-names.ts';
import { faults as hpBlockStorageV1 } from '../api/hp-block-storage-v1/faults.ts';
import { faults as hpVolumeBackupV11 } from '../api/hp-volume-backup-v1.1/faults.ts';
import { faults as osBs2011 } from '../api/os-bs-2011/faults.ts';

const byDocument: Readonly<Record<string, FaultDialect>> = {
  'hp-block-storage-v1': hpBlockStorageV1,
  // hp-bock-v1.1
  'hp-volume-backup-v1.1': hpVolumeBackupV11,
  'os-bs-2011': osBs2011,
  // identity-v2.0
};

/**
 * Whose names and XML namespace a request gets that matched no operation, by the start of its path with `{tenant}`
 * for the tenant. The longer start comes first.
 */
const neighbours: readonly { readonly prefix: string; readonly operationId: OperationId }[] = [
  { prefix: '/v1.1/{tenant}/OS-BS', operationId: 'os-bs-2011/list-volumes' },
  { prefix: '/v1.1/{tenant}/extensions', operationId: 'os-bs-2011/query-extensions' },
  { prefix: '/v1.1/{tenant}/limits', operationId: 'os-bs-2011/list-limits' },
  { prefix: '/v2/', operationId: 'hp-block-storage-v1/list-attached-volumes' },
];
const ANYWHERE_ELSE: OperationId = 'hp-block-storage-v1/list-volumes';

/** How a document speaks of faults; documents without words of their own use those of the largest. */
export const dialectOf = (document: string): FaultDialect => byDocument[document] ?? hpBlockStorageV1;

/** `/v1.1/1234/OS-BS` as `/v1.1/{tenant}/OS-BS`. */
const ofAnyTenant = (path: string): string => path.replace(/^(\/[^/]*\/)[^/]+/, '$1{tenant}');

/** The operation in whose words a path without one is answered. */
export function neighbourOf(path: string): OperationId {
  const known = ofAnyTenant(path);
  return neighbours.find(({ prefix }) => known.startsWith(prefix))?.operationId ?? ANYWHERE_ELSE;
}
