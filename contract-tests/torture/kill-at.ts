/**
 * Loaded into a server before its own code (`--import`): lets it die of SIGKILL at the n-th step that changes
 * something on the disk. A step is a call that writes, syncs, cuts, names or removes a file, or a statement
 * of SQLite that is not a query. Counted from the first SIGUSR2 on, in a worker thread from its start; every later
 * SIGUSR2 has the count written to stderr and begun again.
 *
 * `TORTURE_KILL_AT` is n; 0 only counts.
 */

import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const killAt = Number(process.env['TORTURE_KILL_AT'] ?? 0);
let isCounting = !isMainThread;
let steps = 0;

function step(): void {
  if (!isCounting) return;
  steps += 1;
  if (steps !== killAt) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal comes at the next turn of the processor: nothing more may happen until then.
  for (;;);
}

// biome-ignore lint/suspicious/noExplicitAny: functions of every shape are replaced, by name
type Functions = Record<string, any>;

/** Replaces the functions of these names by ones that count, unless they are about what is not a file. */
function count(
  of: Functions,
  names: readonly string[],
  isStep: (...args: unknown[]) => boolean = () => true,
) {
  for (const name of names) {
    const original = of[name];
    if (typeof original !== 'function') throw new Error(`there is no ${name} to count`);
    of[name] = function counted(this: unknown, ...args: unknown[]) {
      if (isStep(...args)) step();
      return original.apply(this, args);
    };
  }
}

/** What goes to stdout and stderr is the log. */
const isFile = (fd: unknown): boolean => typeof fd !== 'number' || fd > 2;
const byDescriptor = [
  'write',
  'writeSync',
  'fsync',
  'fsyncSync',
  'fdatasync',
  'fdatasyncSync',
  'ftruncate',
  'ftruncateSync',
];
const byPath = [
  'rename',
  'unlink',
  'unlinkSync',
  'rm',
  'rmdir',
  'mkdir',
  'mkdirSync',
  'renameSync',
  'rmSync',
];

count(fs, byDescriptor, isFile);
count(fs, byPath);
count(fs.promises, ['rename', 'unlink', 'rm', 'rmdir', 'mkdir']);
const probe = await fs.promises.open(process.execPath, 'r');
count(Object.getPrototypeOf(probe), ['write', 'writev', 'sync', 'datasync', 'truncate']);
await probe.close();
syncBuiltinESMExports();

if (isMainThread) {
  const Database = createRequire(import.meta.url)('better-sqlite3');
  const database = new Database(':memory:');
  count(Object.getPrototypeOf(database.prepare('begin')), ['run']);
  count(Database.prototype, ['exec']);
  database.close();

  process.on('SIGUSR2', () => {
    if (isCounting) fs.writeSync(2, `steps: ${steps}\n`);
    isCounting = true;
    steps = 0;
  });
}
