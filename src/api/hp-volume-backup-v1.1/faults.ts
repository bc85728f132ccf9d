import { cloudServersFaultNames, quotaExceeded, SERVER_ERROR } from '../cloud-servers-faults.ts';
import type { FaultDialect } from '../fault-names.ts';

/** The document's sentence, whatever it is that is wrong with the body. */
const BODY_FORMAT = 'Incorrect request body format.';

/**
 * The errors of sections 4.4.1.1 to 4.4.1.6, word for word: the document shows each of them whole. A restore
 * makes the only volume that can be too much here, and that is a bad request and not over a limit.
 */
export const faults: FaultDialect = {
  names: cloudServersFaultNames,
  refusals: {
    backupNotDeletable: { message: () => 'Invalid backup: Backup status must be available or error' },
    backupNotRestorable: { message: () => 'Invalid backup: Backup status must be available' },
    volumeNotForBackup: { message: () => 'Invalid volume: Volume to be backed up must be available' },
    volumeNotForRestore: { message: () => 'Invalid volume: Volume to be restored to must be available' },
    volumeTooSmallForRestore: {
      message: () => 'Invalid volume: Volume to be restored to is smaller than the backup to be restored',
    },
    volumeSizeExceedsQuota: { category: 'invalid', message: quotaExceeded('volume') },
    volumeLimitExceeded: { category: 'invalid', message: quotaExceeded('volume') },
  },
  sentences: { malformedBody: BODY_FORMAT, invalidBody: BODY_FORMAT, internal: SERVER_ERROR },
};
