import type { FaultDialect } from './fault-names.ts';

const name = 'error';

/**
 * Keystone calls every fault the same, in either version, and puts the name of the status into a title. keystoneauth,
 * and with it python-cinderclient, takes the message of nothing else.
 */
export const faults: FaultDialect = {
  names: {
    invalid: { status: 400, name },
    unauthorized: { status: 401, name },
    forbidden: { status: 403, name },
    notFound: { status: 404, name },
    wrongMethod: { status: 405, name },
    conflict: { status: 409, name },
    inProgress: { status: 409, name },
    overLimit: { status: 413, name },
    unsupportedMediaType: { status: 415, name },
    unprocessable: { status: 422, name },
    internal: { status: 500, name },
    notImplemented: { status: 501, name },
    unavailable: { status: 503, name },
  },
  titled: true,
};
