import type { OperationId } from '../../generated/server/contract.ts';
import type { FaultNames } from '../api/fault-names.ts';
import { faultNames as hpBlockStorageV1 } from '../api/hp-block-storage-v1/faults.ts';

const byDocument: Readonly<Record<string, FaultNames>> = { 'hp-block-storage-v1': hpBlockStorageV1 };

/** Whose names and XML namespace a request gets that matched no operation, by the start of its path. */
const neighbours: readonly { readonly prefix: string; readonly operationId: OperationId }[] = [
  { prefix: '/v2/', operationId: 'hp-block-storage-v1/list-attached-volumes' },
];
const ANYWHERE_ELSE: OperationId = 'hp-block-storage-v1/list-volumes';

/** How a document names its faults; documents without names of their own use those of the largest. */
export const faultNamesOf = (document: string): FaultNames => byDocument[document] ?? hpBlockStorageV1;

/** The operation in whose words a path without one is answered. */
export const neighbourOf = (path: string): OperationId =>
  neighbours.find(({ prefix }) => path.startsWith(prefix))?.operationId ?? ANYWHERE_ELSE;
