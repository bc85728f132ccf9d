import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

function base(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    return MEMORY;
  } catch {
    return tmpdir();
  }
}

/** A new folder, in memory where the system has room there: thousands of histories need no real disk. */
export const memoryFolder = (): string => mkdtempSync(join(base(), 'cinderblock-test-'));
