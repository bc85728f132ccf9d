import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { until } from '../support/requests.ts';

const run = promisify(execFile);

/** Keystone of this machine's Debian packages, on SQLite in a folder of its own, with an administrator. */
export interface KeystoneServer {
  /** With the version. */
  readonly url: string;
  /** How many requests it has answered whose line in its log has this in it. */
  asked(text: string): number;
  /** What it has written so far. */
  log(): string;
  /** @param lifetime seconds that its tokens live for */
  start(lifetime?: number): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes all that it had. */
  remove(): Promise<void>;
}

export const ADMINISTRATOR = { name: 'admin', password: 'of-the-administrator', project: 'admin' } as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const configOf = (folder: string, lifetime: number) => `
[DEFAULT]
use_stderr = true
[database]
connection = sqlite:///${folder}/keystone.db
[token]
expiration = ${lifetime}
[fernet_tokens]
key_repository = ${folder}/fernet
[fernet_receipts]
key_repository = ${folder}/fernet
[credential]
key_repository = ${folder}/credential
`;

export async function newKeystone(): Promise<KeystoneServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-keystone-'));
  const config = join(folder, 'keystone.conf');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let log = '';

  writeFileSync(config, configOf(folder, 3600));
  // Keys such as `keystone-manage fernet_setup` makes, which takes two seconds and root.
  for (const keys of ['fernet', 'credential']) {
    mkdirSync(join(folder, keys));
    for (const name of ['0', '1']) {
      const key = randomBytes(32).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
      writeFileSync(join(folder, keys, name), key, { mode: 0o600 });
    }
  }
  const manage = (...args: string[]) =>
    run('keystone-manage', ['--config-file', config, ...args], { timeout: 90_000 });
  await manage('db_sync');
  // Keystone writes while it has not read to the end, which SQLite takes in this mode alone.
  const database = new Database(join(folder, 'keystone.db'));
  database.pragma('journal_mode = WAL');
  database.close();
  await manage('bootstrap', '--bootstrap-password', ADMINISTRATOR.password);

  const answers = async () => (await fetch(`${origin}/v3`).catch(() => undefined))?.ok === true;

  const keystone: KeystoneServer = {
    url: `${origin}/v3`,
    asked: (text) =>
      log
        .split('\n')
        .filter((line) => line.includes('" HTTP/') || line.includes(' HTTP/1.'))
        .filter((line) => line.includes(text)).length,
    log: () => log,
    async start(lifetime = 3600) {
      writeFileSync(config, configOf(folder, lifetime));
      // Debian's modules belong to Debian's Python, which the first line of the program names.
      child = spawn('keystone-wsgi-public', ['--host', '127.0.0.1', '--port', String(port)], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, OS_KEYSTONE_CONFIG_FILES: config },
      });
      child.stderr?.on('data', (part) => {
        log += part;
      });
      const ended = once(child, 'exit').then(() => {
        throw new Error(`Keystone did not start: ${log.slice(-2000)}`);
      });
      ended.catch(() => {}); // when it is stopped later
      await Promise.race([until(answers, (isThere) => isThere, 60_000), ended]);
    },
    async stop() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
    async remove() {
      await keystone.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return keystone;
}
