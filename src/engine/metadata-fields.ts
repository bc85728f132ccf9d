import type { Metadata } from './engine.ts';
import { EngineFault } from './faults.ts';
import { requireWritable } from './request-fields.ts';

/** How many pairs a resource may have. */
export interface MetadataLimits {
  readonly volume: number;
  readonly snapshot: number;
  readonly backup: number;
}

export const defaultMetadataLimits: MetadataLimits = { volume: 128, snapshot: 128, backup: 128 };

/** os-bs-2011/2.3.1.2.1/metadata-255-bytes: of UTF-8, a key and a value each. */
const LONGEST_BYTES = 255;

const isTooLong = (text: string): boolean => Buffer.byteLength(text) > LONGEST_BYTES;

function checkPair(key: string, value: string): void {
  if (key.trim() === '') throw new EngineFault('metadataKeyBlank', {});
  if (isTooLong(key)) throw new EngineFault('metadataTooLong', { part: 'key', limit: LONGEST_BYTES });
  if (isTooLong(value)) throw new EngineFault('metadataTooLong', { part: 'value', limit: LONGEST_BYTES });
  requireWritable('metadata', key);
  requireWritable('metadata', value);
}

/** Checked pairs, `limit` of them at most; none given is an empty map. */
export function metadataOf(given: Metadata | null | undefined, limit: number): Metadata {
  const entries = Object.entries(given ?? {});
  for (const [key, value] of entries) checkPair(key, value);
  return withinLimit(entries, limit);
}

/** What there is with the pairs of `given`, which are checked, over it. */
export function mergedMetadata(current: Metadata, given: Metadata, limit: number): Metadata {
  return withinLimit([...Object.entries(current), ...Object.entries(given)], limit);
}

/** What there is without one pair. */
export function metadataWithout(current: Metadata, key: string): Metadata {
  itemOf(current, key);
  return Object.fromEntries(Object.entries(current).filter(([name]) => name !== key));
}

/** The value of a key; throws `metadataItemNotFound`. */
export function itemOf(metadata: Metadata, key: string): string {
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  if (value === undefined) throw new EngineFault('metadataItemNotFound', { key });
  return value;
}

function withinLimit(entries: [string, string][], limit: number): Metadata {
  // Not assigned key by key: `__proto__` is a key like any other.
  const metadata = Object.fromEntries(entries);
  if (Object.keys(metadata).length > limit) throw new EngineFault('metadataTooMany', { limit });
  return metadata;
}
