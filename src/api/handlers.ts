import type { Handlers } from '../../generated/server/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { ApiCaller } from './caller.ts';
import { healthHandlers } from './cinderblock/health.ts';
import { attachmentsHandlers } from './hp-block-storage-v1/attachments.ts';
import { backupsHandlers } from './hp-block-storage-v1/backups.ts';
import { snapshotsHandlers } from './hp-block-storage-v1/snapshots.ts';
import { volumesHandlers } from './hp-block-storage-v1/volumes.ts';
import { backupsHandlers as volumeBackupsHandlers } from './hp-volume-backup-v1.1/backups.ts';
import { osBs2011Handlers } from './os-bs-2011/handlers.ts';

/** Every operation of the contract, served. What is deliberately not served would take its stubs here. */
export function createHandlers(engine: Engine, ready: () => Promise<void>): Handlers<ApiCaller> {
  return {
    cinderblockHealth: healthHandlers(ready),
    hpBlockStorageV1Attachments: attachmentsHandlers(engine),
    hpBlockStorageV1Backups: backupsHandlers(engine),
    hpBlockStorageV1Snapshots: snapshotsHandlers(engine),
    hpBlockStorageV1Volumes: volumesHandlers(engine),
    hpVolumeBackupV11Backups: volumeBackupsHandlers(engine),
    ...osBs2011Handlers(engine),
  };
}
