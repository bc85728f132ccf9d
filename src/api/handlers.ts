import type { Handlers } from '../../generated/server/index.ts';
import { osBs2011BackupMetadataStubs } from '../../generated/server/os-bs-2011-backup-metadata.ts';
import { osBs2011BackupsStubs } from '../../generated/server/os-bs-2011-backups.ts';
import { osBs2011ExtensionsStubs } from '../../generated/server/os-bs-2011-extensions.ts';
import { osBs2011LimitsStubs } from '../../generated/server/os-bs-2011-limits.ts';
import { osBs2011TypesStubs } from '../../generated/server/os-bs-2011-types.ts';
import { osBs2011VolumeMetadataStubs } from '../../generated/server/os-bs-2011-volume-metadata.ts';
import { osBs2011VolumesStubs } from '../../generated/server/os-bs-2011-volumes.ts';
import type { Engine } from '../engine/engine.ts';
import type { ApiCaller } from './caller.ts';
import { healthHandlers } from './cinderblock/health.ts';
import { attachmentsHandlers } from './hp-block-storage-v1/attachments.ts';
import { backupsHandlers } from './hp-block-storage-v1/backups.ts';
import { snapshotsHandlers } from './hp-block-storage-v1/snapshots.ts';
import { volumesHandlers } from './hp-block-storage-v1/volumes.ts';

/** Every operation of the contract, served. What is deliberately not served would take its stubs here. */
export function createHandlers(engine: Engine, ready: () => Promise<void>): Handlers<ApiCaller> {
  return {
    cinderblockHealth: healthHandlers(ready),
    hpBlockStorageV1Attachments: attachmentsHandlers(engine),
    hpBlockStorageV1Backups: backupsHandlers(engine),
    hpBlockStorageV1Snapshots: snapshotsHandlers(engine),
    hpBlockStorageV1Volumes: volumesHandlers(engine),
    osBs2011BackupMetadata: osBs2011BackupMetadataStubs(),
    osBs2011Backups: osBs2011BackupsStubs(),
    osBs2011Extensions: osBs2011ExtensionsStubs(),
    osBs2011Limits: osBs2011LimitsStubs(),
    osBs2011Types: osBs2011TypesStubs(),
    osBs2011VolumeMetadata: osBs2011VolumeMetadataStubs(),
    osBs2011Volumes: osBs2011VolumesStubs(),
  };
}
