import { hpBlockStorageV1 } from './hp-block-storage-v1/suite.ts';
import type { Suite } from './suite.ts';

/** The documents that an implementation can be held against. */
export const suites: readonly Suite[] = [hpBlockStorageV1];
