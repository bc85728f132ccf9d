import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Backup, Job } from '../catalog/records.ts';
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
import { type JobHandler, PermanentFailure } from './job-handler.ts';
import { backupLifecycle, volumeLifecycle } from './lifecycle.ts';
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
      const objectCount = await writeBackup(place, device, volume.id, signal).finally(() => device.close());
      return async (tx) => {
        await backupTransitions.finish(tx, backup.id, row, clock.now(), { objectCount });
        await volumeTransitions.finish(tx, volume.id, volumeLifecycle.backup, clock.now());
      };
    },
    giveUp: (job, failReason) => async (tx) => {
      await backupTransitions.fail(tx, job.resourceId, row, clock.now(), { failReason });
      await volumeTransitions.fail(tx, volumeIdOf(job), volumeLifecycle.backup, clock.now());
    },
  };
}

export function restoreBackupJob({ catalog, blocks, objects, clock }: BackupJobParts): JobHandler {
  const row = backupLifecycle.restore;
  return {
    async run(job, { signal }) {
      const backup = await requireBackup(catalog, job.resourceId);
      const volume = await requireVolume(catalog, volumeIdOf(job));
      const place = placeOf(backup, objects);
      if (place === undefined) throw new PermanentFailure('the backup has no objects');
      const manifest = await readManifest(place);
      const volumeBytes = volume.size * BYTES_PER_GB;
      if (manifest.bytes > volumeBytes) throw new PermanentFailure('the backup is larger than the volume');
      // Nothing of a volume that is overwritten whole has to be kept, and an empty one need not be filled with
      // zeros. This also makes the volume when it is a new one.
      if (manifest.bytes === volumeBytes) await blocks.deleteVolume(volume.id);
      await blocks.createVolume(volume.id, volumeBytes);

      const device = await blocks.openVolume(volume.id);
      await restoreBackup(place, manifest, device, signal).finally(() => device.close());
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, volumeLifecycle.restore, clock.now());
        await backupTransitions.finish(tx, backup.id, row, clock.now());
      };
    },
    giveUp: (job) => async (tx) => {
      await volumeTransitions.fail(tx, volumeIdOf(job), volumeLifecycle.restore, clock.now());
      await backupTransitions.fail(tx, job.resourceId, row, clock.now());
    },
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
