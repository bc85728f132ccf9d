import type { OperationId } from '../../generated/server/contract.ts';

/** What the pipeline needs to know of an operation; `generated/server/operations.ts` has them all. */
export interface OperationEntry {
  readonly method: string;
  /** Koa form, such as `/v1/:tenant_id/volumes/:volume_id`. */
  readonly path: string;
  readonly document: string;
  /** True when the operation needs no token. */
  readonly public: boolean;
  /** True when it is answered to administrators alone. */
  readonly administrator: boolean;
}

export type OperationTable = Readonly<Record<OperationId, OperationEntry>>;
