import type { CatalogTransaction } from '../catalog/catalog.ts';
import type { Profile } from '../profile/profile.ts';
import { EngineFault } from './faults.ts';

/**
 * Where snapshots pin their volume, refuses to let one go that has some. To be called in the transaction that
 * deletes the volume, after its state is set: who comes first finds out that it is the wrong state, as in Cinder,
 * and no snapshot can be taken between.
 */
export async function requireUnpinned(
  tx: CatalogTransaction,
  { snapshotsPinVolumes }: Pick<Profile, 'snapshotsPinVolumes'>,
  volumeId: string,
): Promise<void> {
  if (!snapshotsPinVolumes) return;
  const snapshots = await tx.countSnapshotsOf(volumeId);
  if (snapshots > 0) throw new EngineFault('volumeHasSnapshots', { snapshots });
}
