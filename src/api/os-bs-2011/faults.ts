import type { FaultDialect } from '../fault-names.ts';
import { names } from '../hp-block-storage-v1/faults.ts';

/**
 * The faults that each operation lists; the document adds none to those of the Compute API (2.2). They are
 * called what Cinder calls them, with one more: what is not ready yet is `buildInProgress`.
 */
export const faults: FaultDialect = {
  names: { ...names, inProgress: { status: 409, name: 'buildInProgress' } },
};
