// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import type Router from '@koa/router';
import type { Bind } from './contract.ts';
import {
  type CinderV1ActionsHandlers,
  cinderV1ActionsRouter,
  cinderV1ActionsStubs,
} from './cinder-v1-actions.ts';
import {
  type CinderV1LimitsHandlers,
  cinderV1LimitsRouter,
  cinderV1LimitsStubs,
} from './cinder-v1-limits.ts';
import {
  type CinderV1QuotasHandlers,
  cinderV1QuotasRouter,
  cinderV1QuotasStubs,
} from './cinder-v1-quotas.ts';
import {
  type CinderV1ServiceHandlers,
  cinderV1ServiceRouter,
  cinderV1ServiceStubs,
} from './cinder-v1-service.ts';
import {
  type CinderV1SnapshotMetadataHandlers,
  cinderV1SnapshotMetadataRouter,
  cinderV1SnapshotMetadataStubs,
} from './cinder-v1-snapshot-metadata.ts';
import {
  type CinderV1SnapshotsHandlers,
  cinderV1SnapshotsRouter,
  cinderV1SnapshotsStubs,
} from './cinder-v1-snapshots.ts';
import {
  type CinderV1TypesHandlers,
  cinderV1TypesRouter,
  cinderV1TypesStubs,
} from './cinder-v1-types.ts';
import {
  type CinderV1VolumeMetadataHandlers,
  cinderV1VolumeMetadataRouter,
  cinderV1VolumeMetadataStubs,
} from './cinder-v1-volume-metadata.ts';
import {
  type CinderV1VolumesHandlers,
  cinderV1VolumesRouter,
  cinderV1VolumesStubs,
} from './cinder-v1-volumes.ts';
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
import {
  type IdentityV20TenantsHandlers,
  identityV20TenantsRouter,
  identityV20TenantsStubs,
} from './identity-v2-0-tenants.ts';
import {
  type IdentityV20TokensHandlers,
  identityV20TokensRouter,
  identityV20TokensStubs,
} from './identity-v2-0-tokens.ts';
import {
  type IdentityV20VersionsHandlers,
  identityV20VersionsRouter,
  identityV20VersionsStubs,
} from './identity-v2-0-versions.ts';
import {
  type IdentityV3ProjectsHandlers,
  identityV3ProjectsRouter,
  identityV3ProjectsStubs,
} from './identity-v3-projects.ts';
import {
  type IdentityV3TokensHandlers,
  identityV3TokensRouter,
  identityV3TokensStubs,
} from './identity-v3-tokens.ts';
import {
  type IdentityV3VersionsHandlers,
  identityV3VersionsRouter,
  identityV3VersionsStubs,
} from './identity-v3-versions.ts';
import {
  type NovaBootableVolumesHandlers,
  novaBootableVolumesRouter,
  novaBootableVolumesStubs,
} from './nova-bootable-volumes.ts';
import {
  type NovaExtensionsHandlers,
  novaExtensionsRouter,
  novaExtensionsStubs,
} from './nova-extensions.ts';
import {
  type NovaSnapshotsHandlers,
  novaSnapshotsRouter,
  novaSnapshotsStubs,
} from './nova-snapshots.ts';
import {
  type NovaVersionsHandlers,
  novaVersionsRouter,
  novaVersionsStubs,
} from './nova-versions.ts';
import {
  type NovaVolumesHandlers,
  novaVolumesRouter,
  novaVolumesStubs,
} from './nova-volumes.ts';
import {
  type OsBs2011BackupMetadataHandlers,
  osBs2011BackupMetadataRouter,
  osBs2011BackupMetadataStubs,
} from './os-bs-2011-backup-metadata.ts';
import {
  type OsBs2011BackupsHandlers,
  osBs2011BackupsRouter,
  osBs2011BackupsStubs,
} from './os-bs-2011-backups.ts';
import {
  type OsBs2011ExtensionsHandlers,
  osBs2011ExtensionsRouter,
  osBs2011ExtensionsStubs,
} from './os-bs-2011-extensions.ts';
import {
  type OsBs2011LimitsHandlers,
  osBs2011LimitsRouter,
  osBs2011LimitsStubs,
} from './os-bs-2011-limits.ts';
import {
  type OsBs2011TypesHandlers,
  osBs2011TypesRouter,
  osBs2011TypesStubs,
} from './os-bs-2011-types.ts';
import {
  type OsBs2011VolumeMetadataHandlers,
  osBs2011VolumeMetadataRouter,
  osBs2011VolumeMetadataStubs,
} from './os-bs-2011-volume-metadata.ts';
import {
  type OsBs2011VolumesHandlers,
  osBs2011VolumesRouter,
  osBs2011VolumesStubs,
} from './os-bs-2011-volumes.ts';

export * from './contract.ts';
export * from './operations.ts';
export type { CinderV1ActionsHandlers };
export type { CinderV1LimitsHandlers };
export type { CinderV1QuotasHandlers };
export type { CinderV1ServiceHandlers };
export type { CinderV1SnapshotMetadataHandlers };
export type { CinderV1SnapshotsHandlers };
export type { CinderV1TypesHandlers };
export type { CinderV1VolumeMetadataHandlers };
export type { CinderV1VolumesHandlers };
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
export type { IdentityV20TenantsHandlers };
export type { IdentityV20TokensHandlers };
export type { IdentityV20VersionsHandlers };
export type { IdentityV3ProjectsHandlers };
export type { IdentityV3TokensHandlers };
export type { IdentityV3VersionsHandlers };
export type { NovaBootableVolumesHandlers };
export type { NovaExtensionsHandlers };
export type { NovaSnapshotsHandlers };
export type { NovaVersionsHandlers };
export type { NovaVolumesHandlers };
export type { OsBs2011BackupMetadataHandlers };
export type { OsBs2011BackupsHandlers };
export type { OsBs2011ExtensionsHandlers };
export type { OsBs2011LimitsHandlers };
export type { OsBs2011TypesHandlers };
export type { OsBs2011VolumeMetadataHandlers };
export type { OsBs2011VolumesHandlers };

/** Everything that the contract asks of a server. */
export interface Handlers<Caller> {
  readonly cinderV1Actions: CinderV1ActionsHandlers<Caller>;
  readonly cinderV1Limits: CinderV1LimitsHandlers<Caller>;
  readonly cinderV1Quotas: CinderV1QuotasHandlers<Caller>;
  readonly cinderV1Service: CinderV1ServiceHandlers<Caller>;
  readonly cinderV1SnapshotMetadata: CinderV1SnapshotMetadataHandlers<Caller>;
  readonly cinderV1Snapshots: CinderV1SnapshotsHandlers<Caller>;
  readonly cinderV1Types: CinderV1TypesHandlers<Caller>;
  readonly cinderV1VolumeMetadata: CinderV1VolumeMetadataHandlers<Caller>;
  readonly cinderV1Volumes: CinderV1VolumesHandlers<Caller>;
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
  readonly identityV20Tenants: IdentityV20TenantsHandlers<Caller>;
  readonly identityV20Tokens: IdentityV20TokensHandlers<Caller>;
  readonly identityV20Versions: IdentityV20VersionsHandlers<Caller>;
  readonly identityV3Projects: IdentityV3ProjectsHandlers<Caller>;
  readonly identityV3Tokens: IdentityV3TokensHandlers<Caller>;
  readonly identityV3Versions: IdentityV3VersionsHandlers<Caller>;
  readonly novaBootableVolumes: NovaBootableVolumesHandlers<Caller>;
  readonly novaExtensions: NovaExtensionsHandlers<Caller>;
  readonly novaSnapshots: NovaSnapshotsHandlers<Caller>;
  readonly novaVersions: NovaVersionsHandlers<Caller>;
  readonly novaVolumes: NovaVolumesHandlers<Caller>;
  readonly osBs2011BackupMetadata: OsBs2011BackupMetadataHandlers<Caller>;
  readonly osBs2011Backups: OsBs2011BackupsHandlers<Caller>;
  readonly osBs2011Extensions: OsBs2011ExtensionsHandlers<Caller>;
  readonly osBs2011Limits: OsBs2011LimitsHandlers<Caller>;
  readonly osBs2011Types: OsBs2011TypesHandlers<Caller>;
  readonly osBs2011VolumeMetadata: OsBs2011VolumeMetadataHandlers<Caller>;
  readonly osBs2011Volumes: OsBs2011VolumesHandlers<Caller>;
}

/** One router per tag. */
export function routers<Caller>(handlers: Handlers<Caller>, bind: Bind<Caller>): Router[] {
  return [
    cinderV1ActionsRouter(handlers.cinderV1Actions, bind),
    cinderV1LimitsRouter(handlers.cinderV1Limits, bind),
    cinderV1QuotasRouter(handlers.cinderV1Quotas, bind),
    cinderV1ServiceRouter(handlers.cinderV1Service, bind),
    cinderV1SnapshotMetadataRouter(handlers.cinderV1SnapshotMetadata, bind),
    cinderV1SnapshotsRouter(handlers.cinderV1Snapshots, bind),
    cinderV1TypesRouter(handlers.cinderV1Types, bind),
    cinderV1VolumeMetadataRouter(handlers.cinderV1VolumeMetadata, bind),
    cinderV1VolumesRouter(handlers.cinderV1Volumes, bind),
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
    identityV20TenantsRouter(handlers.identityV20Tenants, bind),
    identityV20TokensRouter(handlers.identityV20Tokens, bind),
    identityV20VersionsRouter(handlers.identityV20Versions, bind),
    identityV3ProjectsRouter(handlers.identityV3Projects, bind),
    identityV3TokensRouter(handlers.identityV3Tokens, bind),
    identityV3VersionsRouter(handlers.identityV3Versions, bind),
    novaBootableVolumesRouter(handlers.novaBootableVolumes, bind),
    novaExtensionsRouter(handlers.novaExtensions, bind),
    novaSnapshotsRouter(handlers.novaSnapshots, bind),
    novaVersionsRouter(handlers.novaVersions, bind),
    novaVolumesRouter(handlers.novaVolumes, bind),
    osBs2011BackupMetadataRouter(handlers.osBs2011BackupMetadata, bind),
    osBs2011BackupsRouter(handlers.osBs2011Backups, bind),
    osBs2011ExtensionsRouter(handlers.osBs2011Extensions, bind),
    osBs2011LimitsRouter(handlers.osBs2011Limits, bind),
    osBs2011TypesRouter(handlers.osBs2011Types, bind),
    osBs2011VolumeMetadataRouter(handlers.osBs2011VolumeMetadata, bind),
    osBs2011VolumesRouter(handlers.osBs2011Volumes, bind),
  ];
}

/** A server that answers 501 to everything. */
export function stubs<Caller>(): Handlers<Caller> {
  return {
    cinderV1Actions: cinderV1ActionsStubs(),
    cinderV1Limits: cinderV1LimitsStubs(),
    cinderV1Quotas: cinderV1QuotasStubs(),
    cinderV1Service: cinderV1ServiceStubs(),
    cinderV1SnapshotMetadata: cinderV1SnapshotMetadataStubs(),
    cinderV1Snapshots: cinderV1SnapshotsStubs(),
    cinderV1Types: cinderV1TypesStubs(),
    cinderV1VolumeMetadata: cinderV1VolumeMetadataStubs(),
    cinderV1Volumes: cinderV1VolumesStubs(),
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
    identityV20Tenants: identityV20TenantsStubs(),
    identityV20Tokens: identityV20TokensStubs(),
    identityV20Versions: identityV20VersionsStubs(),
    identityV3Projects: identityV3ProjectsStubs(),
    identityV3Tokens: identityV3TokensStubs(),
    identityV3Versions: identityV3VersionsStubs(),
    novaBootableVolumes: novaBootableVolumesStubs(),
    novaExtensions: novaExtensionsStubs(),
    novaSnapshots: novaSnapshotsStubs(),
    novaVersions: novaVersionsStubs(),
    novaVolumes: novaVolumesStubs(),
    osBs2011BackupMetadata: osBs2011BackupMetadataStubs(),
    osBs2011Backups: osBs2011BackupsStubs(),
    osBs2011Extensions: osBs2011ExtensionsStubs(),
    osBs2011Limits: osBs2011LimitsStubs(),
    osBs2011Types: osBs2011TypesStubs(),
    osBs2011VolumeMetadata: osBs2011VolumeMetadataStubs(),
    osBs2011Volumes: osBs2011VolumesStubs(),
  };
}
