import type { Timestamp } from './records.ts';

/** When something was changed last, in any way, as far as its own times tell. For a row that is inserted. */
export function changedAt(resource: {
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp | null;
  readonly modifiedAt: Timestamp | null;
  readonly deletedAt: Timestamp | null;
}): Timestamp {
  const { createdAt, updatedAt, modifiedAt, deletedAt } = resource;
  return Math.max(createdAt, updatedAt ?? 0, modifiedAt ?? 0, deletedAt ?? 0);
}
