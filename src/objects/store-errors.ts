import { ObjectStoreRefused, ObjectStoreUnavailable } from './object-store.ts';

/** What went wrong between us and a store behind a network, in the two kinds of the interface. */

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'has a name that is not known',
  EAI_AGAIN: 'has a name that cannot be looked up now',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'does not answer',
};

/** Codes of Node and OpenSSL for a certificate that is not taken; what comes next is always the same. */
const isCertificateTrouble = (code: string): boolean =>
  /^ERR_TLS_CERT|^CERT_|SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY|GET)_/.test(code);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** The error of a connection; `service` is how an operator calls it, such as `Swift`. */
export function connectionError(service: string, error: unknown): Error {
  const code = codeOf(error);
  if (isCertificateTrouble(code)) {
    return new ObjectStoreRefused(
      `${service} has a certificate that is not trusted here (${code}); NODE_EXTRA_CA_CERTS names a file with further authorities`,
      { cause: error },
    );
  }
  const words = WORDS[code] ?? `broke off${code === '' ? '' : ` (${code})`}`;
  return new ObjectStoreUnavailable(`${service} ${words}`, { cause: error });
}

/** Too many requests, too slow, or a fault of the other side: 498 and 499 are Swift's words for the first two. */
const isPassing = (status: number): boolean =>
  status >= 500 || [408, 409, 425, 429, 498, 499].includes(status);

/**
 * The error of an answer that is not what was asked for.
 * @param call what was asked, such as `PUT volumebackups/a-00001`
 * @param detail what helps to find the answer in the log of the service
 */
export function statusError(
  service: string,
  call: string,
  { status, reason, detail }: { status: number; reason: string; detail?: string },
): Error {
  const known = detail === undefined ? '' : ` (${detail})`;
  const message = `${service} answers ${`${status} ${reason}`.trim()} to ${call}${known}`;
  return isPassing(status) ? new ObjectStoreUnavailable(message) : new ObjectStoreRefused(message);
}
