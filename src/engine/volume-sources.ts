import type { CatalogTransaction } from '../catalog/catalog.ts';
import type { TenantScope } from '../catalog/tenant-scope.ts';
import type { JobDraft } from './change.ts';
import type { VolumeRequest } from './engine.ts';
import { EngineFault } from './faults.ts';
import { backupUses, mayStart, snapshotUses, volumeUses } from './lifecycle.ts';

/** What a volume is made from, when it is not empty. */
export type Source =
  | { readonly kind: 'snapshot' | 'volume' | 'backup'; readonly id: string }
  | { readonly kind: 'image'; readonly ref: string };

/** A source that is in the catalog. */
export type CatalogSource = Exclude<Source, { readonly kind: 'image' }>;

/** hp-block-storage-v1/4.5.1.4/snapshot-and-image-invalid, and the same for any two of the four. */
export function sourceOf({
  snapshotId,
  sourceVolumeId,
  imageRef,
  backupId,
}: VolumeRequest): Source | undefined {
  const sources: Source[] = [];
  if (snapshotId !== null && snapshotId !== undefined) sources.push({ kind: 'snapshot', id: snapshotId });
  if (sourceVolumeId !== null && sourceVolumeId !== undefined)
    sources.push({ kind: 'volume', id: sourceVolumeId });
  if (imageRef !== null && imageRef !== undefined) sources.push({ kind: 'image', ref: imageRef });
  if (backupId !== null && backupId !== undefined) sources.push({ kind: 'backup', id: backupId });
  if (sources.length > 1) throw new EngineFault('tooManySources', {});
  return sources[0];
}

/**
 * Which job fills a volume. Its source is in the payload, so that it is not deleted before its turn; an image
 * too, so that it is copied once.
 */
export function fillingJob(
  source: CatalogSource | undefined,
  imageId: string | undefined,
): Pick<JobDraft, 'kind' | 'payload'> {
  if (imageId !== undefined) return { kind: 'create-volume-from-image', payload: { source: imageId } };
  if (source === undefined) return { kind: 'create-volume', payload: {} };
  const kind = source.kind === 'backup' ? 'create-volume-from-backup' : 'create-volume';
  return { kind, payload: { source: source.id } };
}

/** GB of a volume made from a source in the catalog, which must be fit to be read. */
export function sizeFromSource(
  tx: CatalogTransaction,
  scope: TenantScope,
  { kind, id }: CatalogSource,
  given: number | undefined,
): Promise<number> {
  if (kind === 'snapshot') return sizeFromSnapshot(tx, scope, id, given);
  if (kind === 'backup') return sizeFromBackup(tx, scope, id, given);
  return sizeFromVolume(tx, scope, id, given);
}

/**
 * A snapshot's size is used; a larger one that is given is recorded and a smaller one has no effect:
 * hp-block-storage-v1/4.5.1/snapshot-size-wins and .../given-size-recorded.
 */
async function sizeFromSnapshot(
  tx: CatalogTransaction,
  scope: TenantScope,
  id: string,
  given: number | undefined,
): Promise<number> {
  const snapshot = await tx.findSnapshot(scope, id);
  if (snapshot === undefined) throw new EngineFault('snapshotNotFound', { id });
  const { status, size } = snapshot;
  if (!mayStart(snapshotUses.createVolume, status)) throw new EngineFault('snapshotNotReady', { status });
  return Math.max(given ?? 0, size);
}

/** A clone may be larger than its source, not smaller. */
async function sizeFromVolume(
  tx: CatalogTransaction,
  scope: TenantScope,
  id: string,
  given: number | undefined,
): Promise<number> {
  const source = await tx.findVolume(scope, id);
  if (source === undefined) throw new EngineFault('volumeNotFound', { id });
  const { status, size } = source;
  if (!mayStart(volumeUses.clone, status)) throw new EngineFault('sourceNotReady', { status });
  if (given !== undefined && given < size) throw new EngineFault('cloneTooSmall', { source: size });
  return given ?? size;
}

/** Nor smaller than a backup: os-bs-2011/2.3.1.2.1/size-optional-with-backup. */
async function sizeFromBackup(
  tx: CatalogTransaction,
  scope: TenantScope,
  id: string,
  given: number | undefined,
): Promise<number> {
  const backup = await tx.findBackup(scope, id);
  if (backup === undefined) throw new EngineFault('backupNotFound', { id });
  const { status, size } = backup;
  if (!mayStart(backupUses.createVolume, status)) throw new EngineFault('backupNotRestorable', { status });
  if (given !== undefined && given < size) throw new EngineFault('volumeSmallerThanBackup', { needed: size });
  return given ?? size;
}
