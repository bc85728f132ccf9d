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

export * from './contract.ts';
export * from './operations.ts';
export type { CinderblockHealthHandlers };
export type { HpBlockStorageV1AttachmentsHandlers };
export type { HpBlockStorageV1BackupsHandlers };
export type { HpBlockStorageV1SnapshotsHandlers };
export type { HpBlockStorageV1VolumesHandlers };
export type { IdentityV20TenantsHandlers };
export type { IdentityV20TokensHandlers };
export type { IdentityV20VersionsHandlers };

/** Everything that the contract asks of a server. */
export interface Handlers<Caller> {
  readonly cinderblockHealth: CinderblockHealthHandlers<Caller>;
  readonly hpBlockStorageV1Attachments: HpBlockStorageV1AttachmentsHandlers<Caller>;
  readonly hpBlockStorageV1Backups: HpBlockStorageV1BackupsHandlers<Caller>;
  readonly hpBlockStorageV1Snapshots: HpBlockStorageV1SnapshotsHandlers<Caller>;
  readonly hpBlockStorageV1Volumes: HpBlockStorageV1VolumesHandlers<Caller>;
  readonly identityV20Tenants: IdentityV20TenantsHandlers<Caller>;
  readonly identityV20Tokens: IdentityV20TokensHandlers<Caller>;
  readonly identityV20Versions: IdentityV20VersionsHandlers<Caller>;
}

/** One router per tag. */
export function routers<Caller>(handlers: Handlers<Caller>, bind: Bind<Caller>): Router[] {
  return [
    cinderblockHealthRouter(handlers.cinderblockHealth, bind),
    hpBlockStorageV1AttachmentsRouter(handlers.hpBlockStorageV1Attachments, bind),
    hpBlockStorageV1BackupsRouter(handlers.hpBlockStorageV1Backups, bind),
    hpBlockStorageV1SnapshotsRouter(handlers.hpBlockStorageV1Snapshots, bind),
    hpBlockStorageV1VolumesRouter(handlers.hpBlockStorageV1Volumes, bind),
    identityV20TenantsRouter(handlers.identityV20Tenants, bind),
    identityV20TokensRouter(handlers.identityV20Tokens, bind),
    identityV20VersionsRouter(handlers.identityV20Versions, bind),
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
    identityV20Tenants: identityV20TenantsStubs(),
    identityV20Tokens: identityV20TokensStubs(),
    identityV20Versions: identityV20VersionsStubs(),
  };
}
