import { cloudServersFaultNames, quotaExceeded, SERVER_ERROR } from '../cloud-servers-faults.ts';
import type { FaultDialect } from '../fault-names.ts';

/**
 * The errors that sections 4.4.1 to 4.4.4 show. What the engine says by the UUID of a volume is said without it
 * here: nobody has seen one in this document.
 */
export const faults: FaultDialect = {
  names: cloudServersFaultNames,
  refusals: {
    volumeSizeExceedsQuota: { message: quotaExceeded('volume') },
    volumeLimitExceeded: { message: quotaExceeded('volume') },
    snapshotSizeExceedsQuota: { message: quotaExceeded('snapshot') },
    snapshotLimitExceeded: { message: quotaExceeded('snapshot') },
    notAttached: { message: () => 'The volume is not attached to this server.' },
    attachFailed: { message: () => 'The volume could not be attached; its status is error_attaching.' },
    detachFailed: { message: () => 'The volume could not be detached; its status is error_detaching.' },
  },
  sentences: { internal: SERVER_ERROR },
};
