import type { Profile } from '../../profile/profile.ts';
import type { FaultDialect, FaultNames } from '../fault-names.ts';

/**
 * The fault table of section 4.4. What it leaves without a name takes that of the service it describes:
 * Cinder answers `computeFault` for anything it has no better word for.
 */
export const names: FaultNames = {
  invalid: { status: 400, name: 'badRequest' },
  unauthorized: { status: 401, name: 'unauthorized' },
  forbidden: { status: 403, name: 'forbidden' },
  notFound: { status: 404, name: 'itemNotFound' },
  wrongMethod: { status: 405, name: 'badMethod' },
  conflict: { status: 409, name: 'conflictingRequest' },
  inProgress: { status: 409, name: 'conflictingRequest' },
  overLimit: { status: 413, name: 'overLimit' },
  unsupportedMediaType: { status: 415, name: 'badMediaType' },
  unprocessable: { status: 422, name: 'computeFault' },
  internal: { status: 500, name: 'computeFault' },
  notImplemented: { status: 501, name: 'notImplemented' },
  unavailable: { status: 503, name: 'serviceUnavailable' },
};

/** The engine's own words are those of this document, or of the service where it was released in others. */
export const faultsIn = ({ gigabytesExceeded }: Profile): FaultDialect => ({
  names,
  refusals: {
    volumeSizeExceedsQuota: { message: () => gigabytesExceeded.volume },
    snapshotSizeExceedsQuota: { message: () => gigabytesExceeded.snapshot },
  },
});
