import type { Backup, Volume, VolumeStatus } from '../catalog/records.ts';
import {
  type BackupJobParts,
  copyContext,
  placeOf,
  requireBackup,
  told,
  volumeIdOf,
} from './backup-job-parts.ts';
import { readManifest, requireChunks } from './backup-objects.ts';
import { restoreBackup } from './backup-restore.ts';
import { isFinal, type JobContext, type JobHandler, PermanentFailure } from './job-handler.ts';
import { backupLifecycle, type LifecycleRow, volumeLifecycle } from './lifecycle.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

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
