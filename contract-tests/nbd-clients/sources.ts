import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRandomFile } from './random-file.ts';
import { newFolder } from './site.ts';

/** A file of random bytes, and their SHA-256. */
export interface Source {
  readonly path: string;
  readonly digest: string;
}

const GIB = 2 ** 30;

let made: { readonly first: Source; readonly second: Source } | undefined;

/** Two files of 1 GiB each, made once for all stories and removed when the program ends. */
export function sources(): { readonly first: Source; readonly second: Source } {
  if (made !== undefined) return made;
  const folder = newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const source = (name: string): Source => {
    const path = join(folder, name);
    return { path, digest: writeRandomFile(path, name, GIB) };
  };
  made = { first: source('first'), second: source('second') };
  return made;
}
