/**
 * `make torture`: kills the server again and again, and looks each time whether all that it had promised is
 * there. Some of the kills come at random moments of a server that does many things at once, on a folder that
 * goes from one server to the next; the others at chosen steps of each kind of work, one after the other.
 *
 * `make torture ARGS='--runs 5000 --each 1000 --seconds 3600'`: so many random kills, so many steps of each kind of work
 * (evenly over all that it has), for so long at the most. `--seed` decides what is done, not when it happens.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../support/crash.ts';
import { type ActionName, actionNames } from './actions.ts';
import { Lane } from './lane.ts';
import { createProgress, green, red, tableOf } from './progress.ts';

/** Kills of one folder, after which a new one is begun. */
const ROUNDS = 12;
const STEPS_OF_WRITES = 24;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '190' },
    each: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    seconds: { type: 'string', default: '3600' },
    lanes: { type: 'string', default: '2' },
  },
});

function numberOf(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  process.stderr.write(`torture: --${name} must be a whole number, 0 or more\n`);
  process.exit(2);
}
const [runs, each, seed] = [numberOf('runs'), numberOf('each'), numberOf('seed')];
const [seconds, lanes] = [numberOf('seconds'), numberOf('lanes')];

const progress = createProgress(process.stdout);
const began = performance.now();
const elapsed = () => (performance.now() - began) / 1000;
const done = new Map<string, number>();
const count = (what: string) => void done.set(what, (done.get(what) ?? 0) + 1);
let kills = 0;
let failed = 0;

type Kill = (lane: Lane) => Promise<void>;

/** A folder of its own, and one server after the other on it, until one of the kills finds something. */
async function session(number: number, killsOf: (lane: Lane) => Promise<readonly Kill[]>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-torture-'));
  const lane = new Lane(folder, seededRandom(number), count);
  let round = 0;
  try {
    for (const kill of await killsOf(lane)) {
      if (elapsed() > seconds) break;
      round += 1;
      await kill(lane);
      kills += 1;
      progress.show(`${kills} kills, ${failed} failures, ${elapsed().toFixed(0)} s`);
    }
    rmSync(folder, { recursive: true });
  } catch (error) {
    failed += 1;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    writeFileSync(`${folder}.log`, `${lane.ledger.journal.join('\n')}\n`);
    progress.say(`${red('FAILED')} seed ${number}, kill ${round}: ${text}`);
    progress.say(`  the data folder is kept: ${folder}, and what was done: ${folder}.log`);
  }
}

/** So many numbers from 1 to `last`, evenly, or all. */
function spread(many: number, last: number): number[] {
  if (many >= last) return Array.from({ length: last }, (_, index) => index + 1);
  return Array.from({ length: many }, (_, index) => 1 + Math.floor(((index + 0.5) * last) / many));
}

const atRandom = (rounds: number) => async (): Promise<readonly Kill[]> =>
  Array.from({ length: rounds }, () => (lane: Lane) => lane.killAtRandom());

const atSteps =
  (action: ActionName) =>
  async (lane: Lane): Promise<readonly Kill[]> => {
    // Those of a write are in the thread of the exports, which nobody can ask.
    const steps = action === 'write' ? STEPS_OF_WRITES : ((await lane.countSteps([action])).get(action) ?? 0);
    progress.say(`${action}: ${steps} steps`);
    return spread(each, steps).map((step) => (lane) => lane.killAtStep(action, step));
  };

const sessions: (() => Promise<void>)[] = [];
if (each > 0) {
  actionNames.forEach((action, index) => {
    sessions.push(() => session(seed + index, atSteps(action)));
  });
}
for (let left = runs, number = seed + actionNames.length; left > 0; left -= ROUNDS, number += 1) {
  const rounds = Math.min(ROUNDS, left);
  sessions.push(() => session(number, atRandom(rounds)));
}

progress.say(
  `torture: seed ${seed}, ${runs} kills at random moments, up to ${each} at steps of each kind of work`,
);
const work = async (): Promise<void> => {
  for (let next = sessions.shift(); next !== undefined; next = sessions.shift()) await next();
};
await Promise.all(Array.from({ length: lanes }, work));

progress.say(`\nDone between the kills:\n${tableOf(done)}\n`);
const verdict = `${kills} kills, ${failed} failures, ${elapsed().toFixed(0)} s, seed ${seed}`;
progress.say(failed === 0 ? green(verdict) : red(verdict));
process.exitCode = failed === 0 && kills > 0 ? 0 : 1;
