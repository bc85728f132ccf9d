import type { Backup } from '../catalog/records.ts';
import { type BackupManifest, DEFAULT_CONTAINER, objectPrefixOf } from './backup-format.ts';
import {
  type BackupJobParts,
  copyContext,
  placeOf,
  requireBackup,
  told,
  volumeIdOf,
} from './backup-job-parts.ts';
import {
  type BackupPlace,
  type CopyContext,
  deleteBackupObjects,
  patienceOf,
  readManifest,
  requireChunks,
} from './backup-objects.ts';
import { writeBackup } from './backup-write.ts';
import {
  isFinal,
  type JobContext,
  type JobHandler,
  PermanentFailure,
  rootOf,
  StepFailure,
} from './job-handler.ts';
import { backupLifecycle, volumeLifecycle } from './lifecycle.ts';
import { patiently } from './retry.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

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
