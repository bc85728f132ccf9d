import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const main = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

/**
 * Fixed tokens of the development identity: of the users of its two tenants, whose ids are `dev` and `demo`, and of
 * its administrator, whose token is for `dev`.
 */
export const tokens = {
  dev: 'token-of-dev-0001',
  demo: 'token-of-demo-001',
  admin: 'token-of-admin-01',
} as const;
export type TokenHolder = keyof typeof tokens;
export type TenantName = Exclude<TokenHolder, 'admin'>;

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** What it has written to stderr so far: its log, as JSON lines. */
  log(): string;
  /** SIGTERM; resolves with the exit code. Keeps the data folder unless `start` made it. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a crash; the data folder stays. */
  kill(): Promise<void>;
  exited: Promise<number | null>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Data folder to go on with; a new one is made, and removed by `stop`, when it is left out. */
  readonly folder?: string;
}

// Settings of whoever runs the tests must not reach the server under test.
const cleanEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CINDERBLOCK_')));

/** Who ends a test early, such as by its time, does not come to stop its server. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the real command on a free port and resolves once it says where it answers. */
export async function startServer({
  args = [],
  env = {},
  folder,
}: StartOptions = {}): Promise<ServerProcess> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'cinderblock-test-'));
  const child = spawn(process.execPath, [main, 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...cleanEnv(),
      CINDERBLOCK_PORT: '0',
      CINDERBLOCK_NBD_PORT: '0',
      CINDERBLOCK_DATA: data,
      CINDERBLOCK_DEV_TOKEN: tokens.dev,
      CINDERBLOCK_DEMO_TOKEN: tokens.demo,
      CINDERBLOCK_ADMIN_TOKEN: tokens.admin,
      CINDERBLOCK_LOG_FORMAT: 'json',
      ...env,
    },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  running.add(child);
  const exited = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const url = await announcedUrl(child, exited, () => errors);

  return {
    url,
    pid: child.pid ?? 0,
    folder: data,
    log: () => errors,
    exited,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function announcedUrl(
  child: ChildProcess,
  exited: Promise<number | null>,
  errors: () => string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const announced = /answers at (http:\/\/\S+)\s/.exec(stripVTControlCharacters(output));
      if (announced?.[1] !== undefined) resolve(announced[1]);
    });
    void exited.then((code) => reject(new Error(`the server ended with ${code}: ${errors()}`)));
  });
}
