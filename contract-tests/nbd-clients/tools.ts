import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clients that people have, and the Debian package that brings each. */
const packages = {
  nbdcopy: 'libnbd-bin',
  nbdinfo: 'libnbd-bin',
  nbdsh: 'python3-libnbd',
  nbdkit: 'nbdkit',
  'qemu-img': 'qemu-utils',
  'qemu-io': 'qemu-utils',
  'qemu-nbd': 'qemu-utils',
  fio: 'fio',
  openssl: 'openssl',
  'qemu-system-x86_64': 'qemu-system-x86',
  busybox: 'busybox-static',
  mke2fs: 'e2fsprogs',
  e2fsck: 'e2fsprogs',
  'dpkg-deb': 'dpkg',
  'apt-get': 'apt',
} as const;
export type Tool = keyof typeof packages;

const found = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The Debian packages that this machine lacks of those that bring the tools, each once. */
export function missingPackages(tools: readonly Tool[]): string[] {
  const lacking = tools.filter((tool) => !found(tool));
  return [...new Set(lacking.map((tool) => packages[tool]))];
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const WITHIN_MS = 240_000;
const REMEMBERED = 2_000_000;

/** Runs a program to its end and gives what it said, whatever its exit code; kills it after four minutes. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', ...env },
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = (stdout + text).slice(-REMEMBERED);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-REMEMBERED);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The same for what has to succeed; gives its standard output. */
export async function must(program: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(program, args);
  if (code !== 0) {
    const said = (stderr.trim() || stdout.trim()).slice(-1500);
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`);
  }
  return stdout;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Debian's Python, which has the module `nbd` of nbdsh; another one may be first in PATH. */
export const python = (script: string, ...args: readonly string[]): readonly [string, ...string[]] => [
  '/usr/bin/python3',
  here(script),
  ...args,
];
