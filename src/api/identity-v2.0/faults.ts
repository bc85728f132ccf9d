import type { FaultDialect } from '../fault-names.ts';
import { names } from '../hp-block-storage-v1/faults.ts';

/** Keystone's names are Cinder's, but for its own failures. */
export const faults: FaultDialect = {
  names: { ...names, internal: { status: 500, name: 'identityFault' } },
};
