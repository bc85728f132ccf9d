import type { OperationId } from '../../generated/server/contract.ts';
import type { FaultDialect } from '../api/fault-names.ts';
import { faults as hpBlockStorageV1 } from '../api/hp-block-storage-v1/faults.ts';
import { faults as identity } from '../api/identity-v2.0/faults.ts';

const byDocument: Readonly<Record<string, FaultDialect>> = {
  'hp-block-storage-v1': hpBlockStorageV1,
  // hp-bock-v1.1
  // hp-volume-backup-v1.1
  // os-bs-2011
  'identity-v2.0': identity,
};

/** Whose names and XML namespace a request gets that matched no operation, by the start of its path. */
const neighbours: readonly { readonly prefix: string; readonly operationId: OperationId }[] = [
  { prefix: '/v2.0', operationId: 'identity-v2.0/authenticate' },
  { prefix: '/v2/', operationId: 'hp-block-storage-v1/list-attached-volumes' },
];
const ANYWHERE_ELSE: OperationId = 'hp-block-storage-v1/list-volumes';

/** How a document speaks of faults; documents without words of their own use those of the largest. */
export const dialectOf = (document: string): FaultDialect => byDocument[document] ?? hpBlockStorageV1;

/** The operation in whose words a path without one is answered. */
export const neighbourOf = (path: string): OperationId =>
  neighbours.find(({ prefix }) => path.startsWith(prefix))?.operationId ?? ANYWHERE_ELSE;
