import type { SnapshotStatus, VolumeStatus } from '../catalog/records.ts';
import { EngineFault } from './faults.ts';
import { snapshotForcedLifecycle, volumeForcedLifecycle } from './lifecycle.ts';

/** Every status but that of a tombstone: what is in no other list can at least be deleted. */
export const volumeStatuses: readonly VolumeStatus[] = volumeForcedLifecycle.forceDelete.from;
export const snapshotStatuses: readonly SnapshotStatus[] = snapshotForcedLifecycle.forceDelete.from;

/** The status that a reset asks for. */
export function statusOf<Status extends string>(
  given: string | null | undefined,
  statuses: readonly Status[],
): Status {
  if (given === null || given === undefined || given === '') throw new EngineFault('statusMissing', {});
  const status = statuses.find((status) => status === given.toLowerCase());
  if (status === undefined) throw new EngineFault('statusInvalid', { status: given });
  return status;
}

export function attachStatusOf(given: string | null | undefined): 'attached' | 'detached' | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  if (given !== 'attached' && given !== 'detached')
    throw new EngineFault('attachStatusInvalid', { status: given });
  return given;
}
