import { cloudServersFaultNames, SERVER_ERROR } from '../cloud-servers-faults.ts';
import type { FaultDialect } from '../fault-names.ts';

/** hp-bock-v1.1/4.4.2/quota-exceeded-413; the same sentence for gigabytes and for a number. */
const quotaExceeded = (what: 'volume' | 'snapshot') => ({
  message: ({ size }: { readonly size: number }) =>
    `Volume quota exceeded. You cannot create a ${what} of size ${size}G`,
});

/**
 * The errors that sections 4.4.1 to 4.4.4 show. What the engine says by the UUID of a volume is said without it
 * here: nobody has seen one in this document.
 */
export const faults: FaultDialect = {
  names: cloudServersFaultNames,
  refusals: {
    volumeSizeExceedsQuota: quotaExceeded('volume'),
    volumeLimitExceeded: quotaExceeded('volume'),
    snapshotSizeExceedsQuota: quotaExceeded('snapshot'),
    snapshotLimitExceeded: quotaExceeded('snapshot'),
    notAttached: { message: ({ serverId }) => `The volume is not attached to server ${serverId}.` },
    attachFailed: { message: () => 'The volume could not be attached; its status is error_attaching.' },
    detachFailed: { message: () => 'The volume could not be detached; its status is error_detaching.' },
  },
  sentences: { internal: SERVER_ERROR },
};
