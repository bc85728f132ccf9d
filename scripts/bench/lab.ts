import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from './children.ts';
import { chooseGenerator, type Generator } from './generator.ts';
import type { Options } from './options.ts';
import { type Pinning, pinCores } from './processor.ts';

/** What every experiment works with. */
export interface Lab {
  readonly options: Options;
  readonly generator: Generator;
  readonly pinning: Pinning;
  readonly children: Children;
  /** For data folders and the like; goes with the lab. */
  readonly folder: string;
  progress(text: string): void;
  /** Ends every process that is still running and removes the folder. */
  close(): void;
}

// On the disk that the checkout is on. The system's folder for temporary files may lie in memory, where
// nothing that is called durable costs anything.
const home = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));

export function openLab(options: Options, progress: (text: string) => void): Lab {
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'run-'));
  const children = new Children();
  return {
    options,
    generator: chooseGenerator(options.generator),
    pinning: pinCores(),
    children,
    folder,
    progress,
    close() {
      children.killAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
