import type { FaultDialect } from '../fault-names.ts';
import { faults as hpBlockStorageV1 } from '../hp-block-storage-v1/faults.ts';

/** Keystone's names are Cinder's, but for its own failures. */
export const faults: FaultDialect = {
  names: { ...hpBlockStorageV1.names, internal: { status: 500, name: 'identityFault' } },
};
