// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import type Router from '@koa/router';
import type { Bind } from './contract.ts';
import {
  type CinderblockHealthHandlers,
  cinderblockHealthRouter,
  cinderblockHealthStubs,
} from './cinderblock-health.ts';
import {
  type HpBlockStorageV1AttachmentsHandlers,
  hpBlockStorageV1AttachmentsRouter,
  hpBlockStorageV1AttachmentsStubs,
} from './hp-block-storage-v1-attachments.ts';
import {
  type HpBlockStorageV1BackupsHandlers,
  hpBlockStorageV1BackupsRouter,
  hpBlockStorageV1BackupsStubs,
} from './hp-block-storage-v1-backups.ts';
import {
  type HpBlockStorageV1SnapshotsHandlers,
  hpBlockStorageV1SnapshotsRouter,
  hpBlockStorageV1SnapshotsStubs,
} from './hp-block-storage-v1-snapshots.ts';
import {
  type HpBlockStorageV1VolumesHandlers,
  hpBlockStorageV1VolumesRouter,
  hpBlockStorageV1VolumesStubs,
} from './hp-block-storage-v1-volumes.ts';
import {
  type HpVolumeBackupV11BackupsHandlers,
  hpVolumeBackupV11BackupsRouter,
  hpVolumeBackupV11BackupsStubs,
} from './hp-volume-backup-v1-1-backups.ts';

export * from './contract.ts';
export * from './operations.ts';
export type { CinderblockHealthHandlers };
export type { HpBlockStorageV1AttachmentsHandlers };
export type { HpBlockStorageV1BackupsHandlers };
export type { HpBlockStorageV1SnapshotsHandlers };
export type { HpBlockStorageV1VolumesHandlers };
export type { HpVolumeBackupV11BackupsHandlers };

/** Everything that the contract asks of a server. */
export interface Handlers<Caller> {
  readonly cinderblockHealth: CinderblockHealthHandlers<Caller>;
  readonly hpBlockStorageV1Attachments: HpBlockStorageV1AttachmentsHandlers<Caller>;
  readonly hpBlockStorageV1Backups: HpBlockStorageV1BackupsHandlers<Caller>;
  readonly hpBlockStorageV1Snapshots: HpBlockStorageV1SnapshotsHandlers<Caller>;
  readonly hpBlockStorageV1Volumes: HpBlockStorageV1VolumesHandlers<Caller>;
  readonly hpVolumeBackupV11Backups: HpVolumeBackupV11BackupsHandlers<Caller>;
}

/** One router per tag. */
export function routers<Caller>(handlers: Handlers<Caller>, bind: Bind<Caller>): Router[] {
  return [
    cinderblockHealthRouter(handlers.cinderblockHealth, bind),
    hpBlockStorageV1AttachmentsRouter(handlers.hpBlockStorageV1Attachments, bind),
    hpBlockStorageV1BackupsRouter(handlers.hpBlockStorageV1Backups, bind),
    hpBlockStorageV1SnapshotsRouter(handlers.hpBlockStorageV1Snapshots, bind),
    hpBlockStorageV1VolumesRouter(handlers.hpBlockStorageV1Volumes, bind),
    hpVolumeBackupV11BackupsRouter(handlers.hpVolumeBackupV11Backups, bind),
  ];
}

/** A server that answers 501 to everything. */
export function stubs<Caller>(): Handlers<Caller> {
  return {
    cinderblockHealth: cinderblockHealthStubs(),
    hpBlockStorageV1Attachments: hpBlockStorageV1AttachmentsStubs(),
    hpBlockStorageV1Backups: hpBlockStorageV1BackupsStubs(),
    hpBlockStorageV1Snapshots: hpBlockStorageV1SnapshotsStubs(),
    hpBlockStorageV1Volumes: hpBlockStorageV1VolumesStubs(),
    hpVolumeBackupV11Backups: hpVolumeBackupV11BackupsStubs(),
  };
}
