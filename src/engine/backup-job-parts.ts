import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import type { Backup, Job } from '../catalog/records.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { BackupPlace, BackupSettings, CopyContext } from './backup-objects.ts';
import type { Clock } from './clock.ts';
import { type JobContext, PermanentFailure } from './job-handler.ts';
import { createProgress } from './progress.ts';

export interface BackupJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly backups: BackupSettings;
}

export async function requireBackup(catalog: Catalog, id: string): Promise<Backup> {
  const backup = await catalog.backupForJob(id);
  if (backup === undefined) throw new PermanentFailure(`backup ${id} is not in the catalog`);
  return backup;
}

/** The volume that the job reads or writes besides its backup. */
export function volumeIdOf({ payload }: Job): string {
  return payload['volume'] ?? '';
}

/** Where the objects are; undefined for a backup that failed before that was settled. */
export function placeOf(
  { tenantId, container, objectPrefix }: Backup,
  objects: ObjectStore,
): BackupPlace | undefined {
  if (container === null || objectPrefix === null) return undefined;
  return { objects, tenantId, container, objectPrefix };
}

/** What a copy is told of the job that it is the work of. */
export function copyContext(
  { clock, backups }: BackupJobParts,
  { signal }: JobContext,
  progress?: CopyContext['progress'],
): CopyContext {
  return { settings: backups, clock, signal, ...(progress === undefined ? {} : { progress }) };
}

/** How far the copy is, written on the way. */
export function told(
  { clock }: BackupJobParts,
  { step }: JobContext,
  from: number,
  write: (tx: CatalogTransaction, progress: number) => Promise<unknown>,
): CopyContext['progress'] {
  return createProgress(clock, (percent) => step((tx) => write(tx, percent)), from);
}
