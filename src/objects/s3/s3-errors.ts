import { ObjectStoreUnavailable } from '../object-store.ts';
import { connectionError, statusError } from '../store-errors.ts';

/** What the SDK says of an answer; absent when there was none. */
interface Described {
  readonly name?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** 400 by status, yet over when the same is sent once more. */
const PASSING = new Set(['RequestTimeout', 'IncompleteBody', 'BadDigest', 'XAmzContentSHA256Mismatch']);

const described = (error: unknown): Described => (typeof error === 'object' && error !== null ? error : {});

export function isMissingKey(error: unknown): boolean {
  const { name, $metadata } = described(error);
  return name === 'NoSuchKey' || (name === 'NotFound' && $metadata?.httpStatusCode === 404);
}

export const isMissingBucket = (error: unknown): boolean => described(error).name === 'NoSuchBucket';

export const isBehindEnd = (error: unknown): boolean => described(error).$metadata?.httpStatusCode === 416;

/** What S3 holds, or gives, is not what was sent. */
export class ArrivedChanged extends ObjectStoreUnavailable {
  constructor() {
    super('an object of S3 arrived changed');
  }
}

export interface Tagged {
  readonly ETag?: string | undefined;
  readonly ServerSideEncryption?: string | undefined;
}

/**
 * The entity tag is the MD5 of an object, unless it was sent in parts or is encrypted with a key of somebody
 * else's: undefined then.
 */
export function md5In({ ETag = '', ServerSideEncryption = 'AES256' }: Tagged): string | undefined {
  const [, md5] = /^"?([0-9a-f]{32})"?$/.exec(ETag) ?? [];
  return ServerSideEncryption === 'AES256' ? md5 : undefined;
}

/** The SDK's errors in the two kinds of the interface. */
export function s3Error(call: string, error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof ObjectStoreUnavailable) return error;
  const { name, $metadata: { httpStatusCode: status, requestId } = {} } = described(error);
  if (status === undefined || status < 300) {
    // The SDK gives its own timeouts a name, and not the code of the system.
    const isSilence = name === 'TimeoutError';
    return connectionError('S3', isSilence ? { code: 'ETIMEDOUT', cause: error } : error);
  }
  const detail = requestId === undefined ? {} : { detail: `request ${requestId}` };
  const reason = typeof name === 'string' ? name : '';
  return statusError('S3', call, { status: PASSING.has(reason) ? 503 : status, reason, ...detail });
}
