import { randomUUID } from 'node:crypto';
import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { documentedProfile, type Profile } from '../profile/profile.ts';
import { attachVolumeJob, detachVolumeJob } from './attachment-jobs.ts';
import { createAttachments } from './attachments.ts';
import { createBackupJob, deleteBackupJob } from './backup-jobs.ts';
import { type BackupSettings, defaultBackupSettings } from './backup-objects.ts';
import { createBackups } from './backups.ts';
import { createApplyChange } from './change.ts';
import type { Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import { type EngineLog, noLog } from './engine-log.ts';
import type { EngineParts } from './engine-parts.ts';
import { exportVolumeJob } from './export-jobs.ts';
import { noExports, type VolumeExports } from './exports.ts';
import { extendVolumeJob } from './extend-jobs.ts';
import { createImageBases } from './image-bases.ts';
import { createVolumeFromImageJob } from './image-jobs.ts';
import { anyImage, type ImageSource } from './images.ts';
import type { JobHandlers } from './job-handler.ts';
import { createJobRunner, type JobRunner, type JobRunnerSettings } from './jobs.ts';
import { defaultMetadataLimits, type MetadataLimits } from './metadata-fields.ts';
import { createQuotaSets } from './quota-sets.ts';
import type { Quotas } from './quotas.ts';
import { createVolumeFromBackupJob, restoreBackupJob } from './restore-jobs.ts';
import { anyServer, type Servers } from './servers.ts';
import { createSnapshotJob, deleteSnapshotJob } from './snapshot-jobs.ts';
import { createSnapshots } from './snapshots.ts';
import { uploadVolumeJob } from './upload-jobs.ts';
import { createVolumeJob, deleteVolumeJob } from './volume-jobs.ts';
import { createTypes } from './volume-types.ts';
import { createVolumes } from './volumes.ts';

export interface EngineOptions extends Partial<JobRunnerSettings> {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly quotas: Quotas;
  /** Where volumes go that ask for no zone. */
  readonly availabilityZone?: string;
  /** Further zones that clients are told of. */
  readonly otherZones?: readonly string[];
  /** Left out, what the documents say. */
  readonly profile?: Profile;
  readonly metadataLimits?: Partial<MetadataLimits>;
  readonly images?: ImageSource;
  readonly servers?: Servers;
  readonly exports?: VolumeExports;
  readonly backupSettings?: Partial<BackupSettings>;
  readonly log?: EngineLog;
}

const DEFAULT_ZONE = 'nova';

export interface RunningEngine extends Engine {
  readonly jobs: JobRunner;
  /** Removes from the block store what images have left there that are gone. To be called before jobs start. */
  sweepImages(): Promise<void>;
}

/**
 * Puts the engine together over its stores, which it does not close. Calls work before `jobs.start()` and
 * after `jobs.stop()`; their slow work then waits in the catalog.
 */
export function createEngine(options: EngineOptions): RunningEngine {
  const {
    catalog,
    clock,
    images = anyImage,
    exports = noExports,
    log = noLog,
    workerId = randomUUID(),
    takeOverAtStart = false,
  } = options;
  const backups = { ...defaultBackupSettings, ...options.backupSettings };
  const imageBases = createImageBases(options.blocks, images);
  const jobParts = { ...options, images, imageBases, exports, backups };

  const handlers: JobHandlers = {
    'create-volume': createVolumeJob(jobParts),
    'create-volume-from-backup': createVolumeFromBackupJob(jobParts),
    'create-volume-from-image': createVolumeFromImageJob(jobParts),
    'delete-volume': deleteVolumeJob(jobParts),
    'attach-volume': attachVolumeJob(jobParts),
    'detach-volume': detachVolumeJob(jobParts),
    'export-volume': exportVolumeJob(jobParts),
    'extend-volume': extendVolumeJob(jobParts),
    'create-snapshot': createSnapshotJob(jobParts),
    'delete-snapshot': deleteSnapshotJob(jobParts),
    'create-backup': createBackupJob(jobParts),
    'delete-backup': deleteBackupJob(jobParts),
    'restore-backup': restoreBackupJob(jobParts),
    'upload-volume': uploadVolumeJob(jobParts),
  };
  const jobs = createJobRunner({ ...options, handlers, log, workerId, takeOverAtStart });

  const parts: EngineParts = {
    catalog,
    change: createApplyChange(catalog, clock, jobs),
    quotas: options.quotas,
    images,
    exports,
    servers: options.servers ?? anyServer,
    availabilityZone: options.availabilityZone ?? DEFAULT_ZONE,
    profile: options.profile ?? documentedProfile,
    metadataLimits: { ...defaultMetadataLimits, ...options.metadataLimits },
  };
  return {
    volumes: createVolumes(parts),
    snapshots: createSnapshots(parts),
    backups: createBackups(parts),
    attachments: createAttachments(parts),
    types: createTypes(parts),
    quotas: createQuotaSets(parts),
    metadataLimits: parts.metadataLimits,
    availabilityZones: [
      parts.availabilityZone,
      ...(options.otherZones ?? []).filter((zone) => zone !== parts.availabilityZone),
    ],
    jobs,
    sweepImages: () => imageBases.sweep(),
  };
}
