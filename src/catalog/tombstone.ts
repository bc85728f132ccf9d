import type { Timestamp } from './records.ts';

/**
 * What to set with a status. A resource that becomes `deleted` stays as a tombstone: the serial is not given
 * again, and documents with a `changes-since` filter show what has gone. The time of deletion is what takes
 * it out of every list and find, so it is set even where the caller has not said it.
 */
export function tombstoned<Patch extends { readonly deletedAt?: Timestamp | null }>(
  status: string,
  at: Timestamp,
  patch: Patch,
): Patch {
  return status === 'deleted' ? { ...patch, deletedAt: patch.deletedAt ?? at } : patch;
}
