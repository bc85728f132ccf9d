import type { Handlers } from '../../generated/server/index.ts';
import type { Engine } from '../engine/engine.ts';
import { documentedProfile, type Profile } from '../profile/profile.ts';
import type { ApiCaller } from './caller.ts';
import { actionsHandlers } from './cinder-v1/actions.ts';
import { cinderV1ServiceHandlers } from './cinder-v1/handlers.ts';
import { snapshotMetadataHandlers, volumeMetadataHandlers } from './cinder-v1/metadata.ts';
import { snapshotsHandlers as cinderSnapshotsHandlers } from './cinder-v1/snapshots.ts';
import { volumesHandlers as cinderVolumesHandlers } from './cinder-v1/volumes.ts';
import { healthHandlers } from './cinderblock/health.ts';
import { versionsHandlers } from './cinderblock/versions.ts';
import { attachmentsHandlers } from './hp-block-storage-v1/attachments.ts';
import { backupsHandlers } from './hp-block-storage-v1/backups.ts';
import { snapshotsHandlers } from './hp-block-storage-v1/snapshots.ts';
import { volumesHandlers } from './hp-block-storage-v1/volumes.ts';
import { attachmentsHandlers as bockAttachmentsHandlers } from './hp-bock-v1.1/attachments.ts';
import { snapshotsHandlers as bockSnapshotsHandlers } from './hp-bock-v1.1/snapshots.ts';
import { versionsHandlers as bockVersionsHandlers } from './hp-bock-v1.1/versions.ts';
import { volumesHandlers as bockVolumesHandlers } from './hp-bock-v1.1/volumes.ts';
import { backupsHandlers as volumeBackupsHandlers } from './hp-volume-backup-v1.1/backups.ts';
import { type IdentitySetup, identityHandlers } from './identity.ts';
import { novaHandlers } from './nova/handlers.ts';
import { osBs2011Handlers } from './os-bs-2011/handlers.ts';

/** Every operation of the contract, served. What is deliberately not served would take its stubs here. */
export function createHandlers(
  engine: Engine,
  ready: () => Promise<void>,
  identity: IdentitySetup,
  profile: Profile = documentedProfile,
): Handlers<ApiCaller> {
  return {
    // cinder-v1: actions
    cinderV1Actions: actionsHandlers(engine),
    // cinder-v1: volumes, snapshots and their metadata
    cinderV1SnapshotMetadata: snapshotMetadataHandlers(engine),
    cinderV1Snapshots: cinderSnapshotsHandlers(engine, profile),
    cinderV1VolumeMetadata: volumeMetadataHandlers(engine),
    cinderV1Volumes: cinderVolumesHandlers(engine),
    cinderblockHealth: healthHandlers(ready),
    cinderblockVersions: versionsHandlers(identity),
    hpBlockStorageV1Attachments: attachmentsHandlers(engine),
    hpBlockStorageV1Backups: backupsHandlers(engine, profile),
    hpBlockStorageV1Snapshots: snapshotsHandlers(engine, profile),
    hpBlockStorageV1Volumes: volumesHandlers(engine, profile),
    hpBockV11Attachments: bockAttachmentsHandlers(engine),
    hpBockV11Snapshots: bockSnapshotsHandlers(engine),
    hpBockV11Versions: bockVersionsHandlers(),
    hpBockV11Volumes: bockVolumesHandlers(engine),
    hpVolumeBackupV11Backups: volumeBackupsHandlers(engine),
    ...osBs2011Handlers(engine),
    // types and limits
    ...cinderV1ServiceHandlers(engine),
    // nova
    ...novaHandlers(engine),
    ...identityHandlers(identity),
  };
}
