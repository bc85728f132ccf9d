// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import type Router from '@koa/router';
import type { Bind } from './contract.ts';
import {
  type CinderblockHealthHandlers,
  cinderblockHealthRouter,
  cinderblockHealthStubs,
} from './cinderblock-health.ts';
import {
  type CinderblockVersionsHandlers,
  cinderblockVersionsRouter,
  cinderblockVersionsStubs,
} from './cinderblock-versions.ts';
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
  type HpBockV11AttachmentsHandlers,
  hpBockV11AttachmentsRouter,
  hpBockV11AttachmentsStubs,
} from './hp-bock-v1-1-attachments.ts';
import {
  type HpBockV11SnapshotsHandlers,
  hpBockV11SnapshotsRouter,
  hpBockV11SnapshotsStubs,
} from './hp-bock-v1-1-snapshots.ts';
import {
  type HpBockV11VersionsHandlers,
  hpBockV11VersionsRouter,
  hpBockV11VersionsStubs,
} from './hp-bock-v1-1-versions.ts';
import {
  type HpBockV11VolumesHandlers,
  hpBockV11VolumesRouter,
  hpBockV11VolumesStubs,
} from './hp-bock-v1-1-volumes.ts';
import {
  type HpVolumeBackupV11BackupsHandlers,
  hpVolumeBackupV11BackupsRouter,
  hpVolumeBackupV11BackupsStubs,
} from './hp-volume-backup-v1-1-backups.ts';

export * from './contract.ts';
export * from './operations.ts';
export type { CinderblockHealthHandlers };
export type { CinderblockVersionsHandlers };
export type { HpBlockStorageV1AttachmentsHandlers };
export type { HpBlockStorageV1BackupsHandlers };
export type { HpBlockStorageV1SnapshotsHandlers };
export type { HpBlockStorageV1VolumesHandlers };
export type { HpBockV11AttachmentsHandlers };
export type { HpBockV11SnapshotsHandlers };
export type { HpBockV11VersionsHandlers };
export type { HpBockV11VolumesHandlers };
export type { HpVolumeBackupV11BackupsHandlers };

/** Everything that the contract asks of a server. */
export interface Handlers<Caller> {
  readonly cinderblockHealth: CinderblockHealthHandlers<Caller>;
  readonly cinderblockVersions: CinderblockVersionsHandlers<Caller>;
  readonly hpBlockStorageV1Attachments: HpBlockStorageV1AttachmentsHandlers<Caller>;
  readonly hpBlockStorageV1Backups: HpBlockStorageV1BackupsHandlers<Caller>;
  readonly hpBlockStorageV1Snapshots: HpBlockStorageV1SnapshotsHandlers<Caller>;
  readonly hpBlockStorageV1Volumes: HpBlockStorageV1VolumesHandlers<Caller>;
  readonly hpBockV11Attachments: HpBockV11AttachmentsHandlers<Caller>;
  readonly hpBockV11Snapshots: HpBockV11SnapshotsHandlers<Caller>;
  readonly hpBockV11Versions: HpBockV11VersionsHandlers<Caller>;
  readonly hpBockV11Volumes: HpBockV11VolumesHandlers<Caller>;
  readonly hpVolumeBackupV11Backups: HpVolumeBackupV11BackupsHandlers<Caller>;
}

/** One router per tag. */
export function routers<Caller>(handlers: Handlers<Caller>, bind: Bind<Caller>): Router[] {
  return [
    cinderblockHealthRouter(handlers.cinderblockHealth, bind),
    cinderblockVersionsRouter(handlers.cinderblockVersions, bind),
    hpBlockStorageV1AttachmentsRouter(handlers.hpBlockStorageV1Attachments, bind),
    hpBlockStorageV1BackupsRouter(handlers.hpBlockStorageV1Backups, bind),
    hpBlockStorageV1SnapshotsRouter(handlers.hpBlockStorageV1Snapshots, bind),
    hpBlockStorageV1VolumesRouter(handlers.hpBlockStorageV1Volumes, bind),
    hpBockV11AttachmentsRouter(handlers.hpBockV11Attachments, bind),
    hpBockV11SnapshotsRouter(handlers.hpBockV11Snapshots, bind),
    hpBockV11VersionsRouter(handlers.hpBockV11Versions, bind),
    hpBockV11VolumesRouter(handlers.hpBockV11Volumes, bind),
    hpVolumeBackupV11BackupsRouter(handlers.hpVolumeBackupV11Backups, bind),
  ];
}

/** A server that answers 501 to everything. */
export function stubs<Caller>(): Handlers<Caller> {
  return {
    cinderblockHealth: cinderblockHealthStubs(),
    cinderblockVersions: cinderblockVersionsStubs(),
    hpBlockStorageV1Attachments: hpBlockStorageV1AttachmentsStubs(),
    hpBlockStorageV1Backups: hpBlockStorageV1BackupsStubs(),
    hpBlockStorageV1Snapshots: hpBlockStorageV1SnapshotsStubs(),
    hpBlockStorageV1Volumes: hpBlockStorageV1VolumesStubs(),
    hpBockV11Attachments: hpBockV11AttachmentsStubs(),
    hpBockV11Snapshots: hpBockV11SnapshotsStubs(),
    hpBockV11Versions: hpBockV11VersionsStubs(),
    hpBockV11Volumes: hpBockV11VolumesStubs(),
    hpVolumeBackupV11Backups: hpVolumeBackupV11BackupsStubs(),
  };
}
