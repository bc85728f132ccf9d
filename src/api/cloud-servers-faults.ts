import type { FaultNames } from './fault-names.ts';

/**
 * The faults of the compute API of its first year, which the documents below `/v1.1` extend: what has no better
 * name is a `cloudServersFault`, as its ancestor was called. They name 400, 404, 413 and 500; the others are called
 * what that service called them.
 */
export const cloudServersFaultNames: FaultNames = {
  invalid: { status: 400, name: 'badRequest' },
  unauthorized: { status: 401, name: 'unauthorized' },
  forbidden: { status: 403, name: 'forbidden' },
  notFound: { status: 404, name: 'itemNotFound' },
  wrongMethod: { status: 405, name: 'badMethod' },
  conflict: { status: 409, name: 'inProgress' },
  inProgress: { status: 409, name: 'inProgress' },
  overLimit: { status: 413, name: 'overLimit' },
  unsupportedMediaType: { status: 415, name: 'badMediaType' },
  unprocessable: { status: 422, name: 'cloudServersFault' },
  internal: { status: 500, name: 'cloudServersFault' },
  notImplemented: { status: 501, name: 'notImplemented' },
  unavailable: { status: 503, name: 'serviceUnavailable' },
};

/** Their sentence for a failure that is none of the caller's business (hp-volume-backup-v1.1/4.4.1.1/error-500). */
export const SERVER_ERROR = 'Server Error, please try again later.';

/**
 * Their sentence for a quota that would be passed, be it of gigabytes or of a number
 * (hp-bock-v1.1/4.4.2/quota-exceeded-413, hp-volume-backup-v1.1/4.4.1.6/error-400-quota).
 */
export const quotaExceeded =
  (what: 'volume' | 'snapshot') =>
  ({ size }: { readonly size: number }): string =>
    `Volume quota exceeded. You cannot create a ${what} of size ${size}G`;
