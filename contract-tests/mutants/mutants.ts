import { suites } from '../../src/conform/suites.ts';
import { bockMutants } from './faults/bock.ts';
import { bodyMutants } from './faults/bodies.ts';
import { osBsMutants } from './faults/os-bs.ts';
import { refusalMutants } from './faults/refusals.ts';
import { stateMutants } from './faults/state.ts';
import { tenantMutants } from './faults/tenants.ts';
import { volumeBackupMutants } from './faults/volume-backup.ts';
import { wireMutants } from './faults/wire.ts';
import type { Mutant } from './mutant.ts';

const all: readonly Mutant[] = [
  ...bodyMutants,
  ...wireMutants,
  ...refusalMutants,
  ...stateMutants,
  ...tenantMutants,
  ...bockMutants,
  ...volumeBackupMutants,
  ...osBsMutants,
];

/** Every fault that is planted: those of documents that `conform` has cases for. */
export const mutants = all.filter((mutant) => suites.some(({ document }) => document === mutant.document));
