import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Backup, Job, Volume, VolumeStatus } from '../catalog/records.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import {
  type BackupPlace,
  deleteBackupObjects,
  readManifest,
  restoreBackup,
  writeBackup,
} from './backup-copy.ts';
import { DEFAULT_CONTAINER, objectPrefixOf } from './backup-format.ts';
import type { Clock } from './clock.ts';
import { type JobContext, type JobHandler, PermanentFailure } from './job-handler.ts';
import { backupLifecycle, type LifecycleRow, volumeLifecycle } from './lifecycle.ts';
import { createProgress } from './progress.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

export interface BackupJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
  readonly clock: Clock;
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

export function createBackupJob({ catalog, blocks, objects, clock }: BackupJobParts): JobHandler {
  const row = backupLifecycle.create;
  return {
    async run(job, { signal, step }) {
      const backup = await requireBackup(catalog, job.resourceId);
      const volume = await requireVolume(catalog, backup.volumeId);
      // hp-block-storage-v1/4.5.3.4/backup-in-volume-zone
      const { availabilityZone } = volume;
      const container = backup.requestedContainer ?? DEFAULT_CONTAINER;
      const objectPrefix = objectPrefixOf(backup, availabilityZone);
      // On record before the first object is: deleting the backup must find whatever a crash leaves behind.
      const settled = { availabilityZone, container, objectPrefix };
      await step((tx) => backupTransitions.proceed(tx, backup.id, row, row.during[0], clock.now(), settled));
      await objects.ensureContainer(backup.tenantId, container);

      const place = { objects, tenantId: backup.tenantId, container, objectPrefix };
      const device = await blocks.openVolume(volume.id);
      const progress = createProgress(clock, (percent) =>
        step((tx) =>
          backupTransitions.proceed(tx, backup.id, row, row.during[0], clock.now(), { progress: percent }),
        ),
      );
      const objectCount = await writeBackup(place, device, volume.id, { signal, progress }).finally(() =>
        device.close(),
      );
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
  { blocks, objects, clock }: BackupJobParts,
  backup: Backup,
  volume: Volume,
  row: LifecycleRow<VolumeStatus>,
  { signal, step }: JobContext,
): Promise<void> {
  const place = placeOf(backup, objects);
  if (place === undefined) throw new PermanentFailure('the backup has no objects');
  const manifest = await readManifest(place);
  const volumeBytes = volume.size * BYTES_PER_GB;
  if (manifest.bytes > volumeBytes) throw new PermanentFailure('the backup is larger than the volume');
  // A new volume is blank behind the backup too, whatever an attempt before this one has left.
  const isNew = row.from.length === 0;
  if (isNew || manifest.bytes === volumeBytes) await blocks.deleteVolume(volume.id);
  await blocks.createVolume(volume.id, volumeBytes);

  const progress = createProgress(clock, (percent) =>
    step((tx) =>
      volumeTransitions.proceed(tx, volume.id, row, row.during[0], clock.now(), { progress: percent }),
    ),
  );
  const device = await blocks.openVolume(volume.id);
  await restoreBackup(place, manifest, device, { signal, progress }).finally(() => device.close());
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

export function deleteBackupJob({ catalog, objects, clock }: BackupJobParts): JobHandler {
  const row = backupLifecycle.delete;
  return {
    async run({ resourceId }) {
      const backup = await requireBackup(catalog, resourceId);
      const place = placeOf(backup, objects);
      if (place !== undefined) await deleteBackupObjects(place);
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
