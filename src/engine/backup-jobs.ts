import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import { CatalogError } from '../catalog/errors.ts';
import type { Backup, Job, Volume, VolumeStatus } from '../catalog/records.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { type BackupManifest, DEFAULT_CONTAINER, objectPrefixOf } from './backup-format.ts';
import {
  type BackupPlace,
  type BackupSettings,
  type CopyContext,
  deleteBackupObjects,
  patienceOf,
  readManifest,
  requireChunks,
} from './backup-objects.ts';
import { restoreBackup } from './backup-restore.ts';
import { writeBackup } from './backup-write.ts';
import type { Clock } from './clock.ts';
import {
  isFinal,
  type JobContext,
  type JobHandler,
  PermanentFailure,
  rootOf,
  StepFailure,
} from './job-handler.ts';
import { backupLifecycle, type LifecycleRow, volumeLifecycle } from './lifecycle.ts';
import { createProgress } from './progress.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { patiently } from './retry.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

export interface BackupJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly backups: BackupSettings;
}

async function requireBackup(catalog: Catalog, id: string): Promise<Backup> {
  const backup = await catalog.backupForJob(id);
  if (backup === undefined) throw new PermanentFailure(`backup ${id} is not in the catalog`);
  return backup;
}

/** The volume that the job reads or writes besides its backup. */
function volumeIdOf({ payload }: Job): string {
  return payload['volume'] ?? '';
}

/** Where the objects are; undefined for a backup that failed before that was settled. */
function placeOf(
  { tenantId, container, objectPrefix }: Backup,
  objects: ObjectStore,
): BackupPlace | undefined {
  if (container === null || objectPrefix === null) return undefined;
  return { objects, tenantId, container, objectPrefix };
}

/** What a copy is told of the job that it is the work of. */
function copyContext(
  { clock, backups }: BackupJobParts,
  { signal }: JobContext,
  progress?: CopyContext['progress'],
): CopyContext {
  return { settings: backups, clock, signal, ...(progress === undefined ? {} : { progress }) };
}

/** How far the copy is, written on the way. A catalog that cannot take it for now is no reason to stop. */
function told(
  { clock }: BackupJobParts,
  { step }: JobContext,
  from: number,
  write: (tx: CatalogTransaction, progress: number) => Promise<unknown>,
): CopyContext['progress'] {
  return createProgress(
    clock,
    (percent) =>
      step((tx) => write(tx, percent)).catch((error: unknown) => {
        if (!(error instanceof CatalogError)) throw error;
      }),
    from,
  );
}

/** What an attempt before this one has made whole: it may have ended before it could say so. */
async function wholeBackup(
  place: BackupPlace,
  volumeId: string,
  context: CopyContext,
): Promise<BackupManifest | undefined> {
  try {
    const manifest = await readManifest(place, volumeId, context);
    await requireChunks(place, manifest, context);
    return manifest;
  } catch (error) {
    if (rootOf(error) instanceof PermanentFailure) return undefined;
    throw error;
  }
}

/** The number of objects that the backup has now. */
async function copyVolume(
  parts: BackupJobParts,
  backup: Backup,
  place: BackupPlace,
  isAgain: boolean,
  job: JobContext,
): Promise<number> {
  const { blocks, objects, clock } = parts;
  const row = backupLifecycle.create;
  const progress = told(parts, job, backup.progress, (tx, percent) =>
    backupTransitions.proceed(tx, backup.id, row, row.during[0], clock.now(), { progress: percent }),
  );
  const context = copyContext(parts, job, progress);
  const whole = isAgain ? await wholeBackup(place, backup.volumeId, context) : undefined;
  if (whole !== undefined) return whole.chunks.length + 1;
  await StepFailure.in('the container could not be made', () =>
    patiently(() => objects.ensureContainer(place.tenantId, place.container), patienceOf(context)),
  );
  const device = await blocks.openVolume(backup.volumeId);
  try {
    return await writeBackup(place, device, backup.volumeId, context);
  } catch (error) {
    // A full store is given back what the copy took of it: nothing else could go on there either.
    if (isFinal(error) && !job.signal.aborted) {
      await deleteBackupObjects(place, { ...context, settings: { ...parts.backups, retryDelays: [] } }).catch(
        () => undefined,
      );
    }
    throw error;
  } finally {
    await device.close();
  }
}

export function createBackupJob(parts: BackupJobParts): JobHandler {
  const { catalog, objects, clock } = parts;
  const row = backupLifecycle.create;
  return {
    async run(job, context) {
      const backup = await requireBackup(catalog, job.resourceId);
      const volume = await requireVolume(catalog, backup.volumeId);
      // hp-block-storage-v1/4.5.3.4/backup-in-volume-zone
      const { availabilityZone } = volume;
      const container = backup.requestedContainer ?? DEFAULT_CONTAINER;
      const objectPrefix = objectPrefixOf(backup, availabilityZone);
      // On record before the first object is: deleting the backup must find whatever a crash leaves behind.
      const settled = { availabilityZone, container, objectPrefix };
      await context.step((tx) =>
        backupTransitions.proceed(tx, backup.id, row, row.during[0], clock.now(), settled),
      );
      const place = { objects, tenantId: backup.tenantId, container, objectPrefix };
      const objectCount = await copyVolume(parts, backup, place, job.attempts > 1, context);
      return async (tx) => {
        await backupTransitions.finish(tx, backup.id, row, clock.now(), { objectCount, progress: 100 });
        await volumeTransitions.finish(tx, volume.id, volumeLifecycle.backup, clock.now());
      };
    },
    giveUp: (job, failReason) => async (tx) => {
      await backupTransitions.fail(tx, job.resourceId, row, clock.now(), { failReason });
      await volumeTransitions.fail(tx, volumeIdOf(job), volumeLifecycle.backup, clock.now());
    },
  };
}

/**
 * Copies the objects of a backup into a volume that an action of the table fills. Nothing of a volume that is
 * overwritten whole has to be kept, and an empty one need not be filled with zeros: it is made anew then, as
 * it is when there is none yet.
 */
async function fillVolume(
  parts: BackupJobParts,
  backup: Backup,
  volume: Volume,
  row: LifecycleRow<VolumeStatus>,
  job: JobContext,
): Promise<void> {
  const { blocks, objects, clock } = parts;
  const place = placeOf(backup, objects);
  if (place === undefined) throw new PermanentFailure('the backup has no objects');
  const progress = told(parts, job, volume.progress, (tx, percent) =>
    volumeTransitions.proceed(tx, volume.id, row, row.during[0], clock.now(), { progress: percent }),
  );
  const context = copyContext(parts, job, progress);
  const manifest = await readManifest(place, backup.volumeId, context);
  const volumeBytes = volume.size * BYTES_PER_GB;
  if (manifest.bytes > volumeBytes) throw new PermanentFailure('the backup is larger than the volume');
  await requireChunks(place, manifest, context);
  // A new volume is blank behind the backup too, whatever an attempt before this one has left.
  const isMadeAnew = row.from.length === 0 || manifest.bytes === volumeBytes;
  if (isMadeAnew) await blocks.deleteVolume(volume.id);
  await blocks.createVolume(volume.id, volumeBytes);
  const device = await blocks.openVolume(volume.id);
  try {
    await restoreBackup(place, manifest, device, context).finally(() => device.close());
  } catch (error) {
    // What is there of it will never be served, and may be what fills the disk.
    if (isMadeAnew && isFinal(error) && !job.signal.aborted) {
      await blocks.deleteVolume(volume.id).catch(() => undefined);
    }
    throw error;
  }
}

export function restoreBackupJob(parts: BackupJobParts): JobHandler {
  const { catalog, clock } = parts;
  const row = backupLifecycle.restore;
  return {
    async run(job, context) {
      const backup = await requireBackup(catalog, job.resourceId);
      const volume = await requireVolume(catalog, volumeIdOf(job));
      await fillVolume(parts, backup, volume, volumeLifecycle.restore, context);
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, volumeLifecycle.restore, clock.now(), {
          progress: 100,
        });
        await backupTransitions.finish(tx, backup.id, row, clock.now());
      };
    },
    giveUp: (job) => async (tx) => {
      await volumeTransitions.fail(tx, volumeIdOf(job), volumeLifecycle.restore, clock.now());
      await backupTransitions.fail(tx, job.resourceId, row, clock.now());
    },
  };
}

/**
 * Fills a new volume from a backup, which stays available: any number of volumes may be made from it. When the
 * backup is deleted meanwhile, that is accepted and waits: its job names the backup, as this one does, and so
 * has its turn after it. Where they do not take turns, in two processes over one catalog, the objects go while
 * they are read; each is checked against its digest, so the volume fails, and never becomes available with
 * bytes missing.
 */
export function createVolumeFromBackupJob(parts: BackupJobParts): JobHandler {
  const { catalog, clock } = parts;
  const row = volumeLifecycle.createFromBackup;
  return {
    async run(job, context) {
      const volume = await requireVolume(catalog, job.resourceId);
      const backup = await requireBackup(catalog, volume.backupId ?? '');
      await fillVolume(parts, backup, volume, row, context);
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, row, clock.now(), { progress: 100 });
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}

export function deleteBackupJob(parts: BackupJobParts): JobHandler {
  const { catalog, objects, clock } = parts;
  const row = backupLifecycle.delete;
  return {
    async run({ resourceId }, context) {
      const backup = await requireBackup(catalog, resourceId);
      const place = placeOf(backup, objects);
      if (place !== undefined) await deleteBackupObjects(place, copyContext(parts, context));
      return async (tx) => {
        await backupTransitions.finish(tx, backup.id, row, clock.now());
      };
    },
    giveUp:
      ({ resourceId }, failReason) =>
      (tx) =>
        backupTransitions.fail(tx, resourceId, row, clock.now(), { failReason }),
  };
}
