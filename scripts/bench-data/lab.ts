import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from '../bench/children.ts';
import type { Options } from './options.ts';

/** What every experiment works with. */
export interface Lab {
  readonly options: Options;
  readonly children: Children;
  /** For data and everything else; goes with the lab. */
  readonly folder: string;
  progress(text: string): void;
  /** Ends every process that is still running and removes the folder. */
  close(): void;
}

// On the disk that the checkout is on: the system's folder for temporary files may lie in memory.
const home = fileURLToPath(new URL('../../.cache/bench-data/', import.meta.url));

export function openLab(options: Options, progress: (text: string) => void): Lab {
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'run-'));
  const children = new Children();
  return {
    options,
    children,
    folder,
    progress,
    close() {
      children.killAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs a program to its end; throws with what it complained about. */
export async function must(lab: Lab, program: string, ...args: readonly string[]): Promise<string> {
  const child = lab.children.start(program, args, { core: undefined });
  let output = '';
  child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await child.closed;
  if (child.process.exitCode === 0) return output;
  throw new Error(`${program} ${args.join(' ')} ended with ${child.process.exitCode}: ${child.errors()}`);
}

/**
 * Writes what the system still holds for the disk of a folder, so that a round does not pay for what the one before
 * has left in memory.
 */
export const settle = (folder: string): void => {
  execFileSync('sync', ['--file-system', folder]);
};
