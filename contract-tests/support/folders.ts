import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** A new folder, removed when the tests of the file are over. Call `removeFolders` once in the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-test-'));
  made.push(folder);
  return folder;
}

export const removeFolders = (): void =>
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
