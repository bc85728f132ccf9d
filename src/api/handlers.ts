import type { Handlers } from '../../generated/server/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { ApiCaller } from './caller.ts';
import { healthHandlers } from './cinderblock/health.ts';
import { attachmentsHandlers } from './hp-block-storage-v1/attachments.ts';
import { backupsHandlers } from './hp-block-storage-v1/backups.ts';
import { snapshotsHandlers } from './hp-block-storage-v1/snapshots.ts';
import { volumesHandlers } from './hp-block-storage-v1/volumes.ts';
import { type IdentityParts, tenantsHandlers, tokensHandlers } from './identity-v2.0/tokens.ts';
import { versionsHandlers } from './identity-v2.0/versions.ts';

/** Every operation of the contract, served. What is deliberately not served would take its stubs here. */
export function createHandlers(
  engine: Engine,
  ready: () => Promise<void>,
  identity: IdentityParts,
): Handlers<ApiCaller> {
  return {
    cinderblockHealth: healthHandlers(ready),
    hpBlockStorageV1Attachments: attachmentsHandlers(engine),
    hpBlockStorageV1Backups: backupsHandlers(engine),
    hpBlockStorageV1Snapshots: snapshotsHandlers(engine),
    hpBlockStorageV1Volumes: volumesHandlers(engine),
    identityV20Tenants: tenantsHandlers(identity),
    identityV20Tokens: tokensHandlers(identity),
    identityV20Versions: versionsHandlers(),
  };
}
