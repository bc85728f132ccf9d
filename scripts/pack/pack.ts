import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/** One file to be made: its name, and the module that it begins with. */
export interface Entry {
  readonly name: string;
  readonly module: string;
}

export interface Pack {
  readonly root: string;
  readonly entries: readonly Entry[];
  /** What is left to be imported from where it is. */
  readonly external: readonly (string | RegExp)[];
}

/** The size of a file and when it was changed; its time is in milliseconds, with fractions. */
type Input = readonly [path: string, size: number, changed: number];

/** npm writes it with every installation, so it stands for all packages. */
const INSTALLED = 'node_modules/.package-lock.json';

/** A reader finds the old file or the new one, whole. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, path);
}

/**
 * Beyond ASCII, V8 keeps a script with two bytes to a character, and packages have such characters in strings and
 * regular expressions, where an escape says the same.
 */
const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Makes one file of a module and all that it imports; gives the modules of the project that went into it. */
async function packOne({ root, external }: Pack, { name, module }: Entry, folder: string): Promise<string[]> {
  const build = await rolldown({
    input: join(root, module),
    platform: 'node',
    external: [...external],
    logLevel: 'silent', // packages are as they are
    tsconfig: false,
  });
  try {
    // One file, not one for each `import()`: a server that has run for months finds it as it was when it began.
    const { output } = await build.generate({ format: 'esm', codeSplitting: false, comments: false });
    const [made] = output;
    await replace(join(folder, `${name}.mjs`), inAscii(made.code));
    // All that was read: a module of which only a constant is used is no more to be seen in the output.
    const read = (await build.watchFiles).map((path) => relative(root, path));
    return read.filter((path) => !path.startsWith('node_modules/') && !path.startsWith('..'));
  } finally {
    await build.close();
  }
}

/**
 * Writes the entries to `node_modules/.packed`, and beside them what they were made of, for `bin/packed.js`. The folder
 * goes with an installation, Node warns of nothing that packages do in it, and it lies as deep as those of the modules
 * that look for a file from where they are.
 *
 * @throws Error when a module changes meanwhile, or cannot be packed; what was packed before is then out of date or
 *   still right
 */
export async function pack(what: Pack): Promise<void> {
  const { root, entries } = what;
  const began = Date.now();
  const folder = join(root, 'node_modules/.packed');
  await mkdir(folder, { recursive: true });
  const modules = new Set([INSTALLED]);
  for (const entry of entries) for (const module of await packOne(what, entry, folder)) modules.add(module);
  const inputs: Input[] = [];
  for (const path of [...modules].sort()) {
    const { size, mtimeMs } = await stat(join(root, path));
    if (mtimeMs >= began) throw new Error(`${path} has changed meanwhile`);
    inputs.push([path, size, mtimeMs]);
  }
  await replace(join(folder, 'inputs.json'), JSON.stringify({ inputs }));
}
