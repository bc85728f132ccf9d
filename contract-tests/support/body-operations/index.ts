import type { BodyOperation } from './body-operation.ts';
import { cinderV1 } from './cinder-v1.ts';
import { hpBlockStorageV1 } from './hp-block-storage-v1.ts';
import { hpBockV11 } from './hp-bock-v1.1.ts';
import { hpVolumeBackupV11 } from './hp-volume-backup-v1.1.ts';
import { osBs2011 } from './os-bs-2011.ts';

export const bodyOperations: readonly BodyOperation[] = [
  ...hpBlockStorageV1,
  ...hpBockV11,
  ...hpVolumeBackupV11,
  ...osBs2011,
  ...cinderV1,
];
