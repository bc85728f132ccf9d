import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCinder } from './cinder/run.ts';
import type { ClientName } from './promises.ts';
import type { Profile } from './row.ts';
import { runScript, type Tell } from './script.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `make clients` has installed them, each in a folder of its own. */
const installed = (folder: string) => join(here('../../.cache/clients'), folder);

export interface Client {
  readonly name: ClientName;
  readonly version: string;
  /** Runs its whole script against the server at `url`. */
  run(url: string, profile: Profile, tell: Tell): Promise<void>;
}

const PYTHON_VERSIONS = ['1.11.0', '4.3.0'] as const;
const pythonOf = (version: string) => installed(`python-cinderclient-${version}/bin/python`);

const library = (version: string): Client => ({
  name: 'python-cinderclient',
  version,
  run(url, profile, tell) {
    const script = here('python/library.py');
    return runScript([pythonOf(version), '-B', '-W', 'ignore', script, url, profile], {}, tell);
  },
});

const commandLine = (version: string): Client => ({
  name: 'cinder',
  version,
  run: (url, profile, tell) => runCinder(pythonOf(version), url, profile, tell),
});

const pkgcloud: Client = {
  name: 'pkgcloud',
  version: '1.6.0',
  run(url, profile, tell) {
    const script = here('pkgcloud/script.ts');
    const env = { NODE_NO_WARNINGS: '1' };
    return runScript([process.execPath, script, installed('pkgcloud'), url, profile], env, tell);
  },
};

/** The folder in which `make clients` has installed what a page is about; the newest, where there are several. */
export const installedFor = (page: 'python-cinderclient' | 'pkgcloud'): string =>
  installed(page === 'pkgcloud' ? page : `${page}-${PYTHON_VERSIONS.at(-1)}`);

/** The command line first: it takes longest, and two clients run at a time. */
export const clients: readonly Client[] = [
  ...PYTHON_VERSIONS.map(commandLine),
  ...PYTHON_VERSIONS.map(library),
  pkgcloud,
];

/** @throws when a client is not installed */
export function requireInstalled(chosen: readonly Client[]): void {
  for (const { name, version } of chosen) {
    const found = name === 'pkgcloud' ? installed('pkgcloud/node_modules/pkgcloud') : pythonOf(version);
    if (!existsSync(found))
      throw new Error(`${name} ${version} is not installed; \`make clients\` does that`);
  }
}
