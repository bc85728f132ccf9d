import type { JobKind } from '../catalog/records.ts';

/**
 * Jobs wait for each other in lanes: copies that take minutes must not hold up the rest, and nothing may
 * hold up a job that an open request waits for.
 */
export type Lane = 'copies' | 'images' | 'short' | 'awaited';

export const lanes: Readonly<Record<JobKind, Lane>> = {
  'attach-volume': 'awaited',
  'detach-volume': 'awaited',
  'export-volume': 'awaited',
  'create-backup': 'copies',
  'restore-backup': 'copies',
  'upload-volume': 'copies',
  'create-volume-from-backup': 'copies',
  'delete-backup': 'copies',
  // Most of these take no time, as the image is there already: they must not wait for backups.
  'create-volume-from-image': 'images',
  'create-volume': 'short',
  'delete-volume': 'short',
  'extend-volume': 'short',
  'create-snapshot': 'short',
  'delete-snapshot': 'short',
};

/** How many jobs of a lane run at the same time in one process. */
export const laneLimits: Readonly<Record<Lane, number>> = {
  copies: 2,
  images: 2,
  short: 8,
  awaited: Number.POSITIVE_INFINITY,
};
