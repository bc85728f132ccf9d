import { hpBlockStorageV1 } from './hp-block-storage-v1/suite.ts';
import { hpBockV11 } from './hp-bock-v1.1/suite.ts';
import { hpVolumeBackupV11 } from './hp-volume-backup-v1.1/suite.ts';
import { osBs2011 } from './os-bs-2011/suite.ts';
import type { Suite } from './suite.ts';

/** The documents that an implementation can be held against. */
export const suites: readonly Suite[] = [hpBlockStorageV1, hpBockV11, hpVolumeBackupV11, osBs2011];
