/**
 * `make torture`: kills the server again and again, and looks each time whether all that it had promised is
 * there. Half of the kills come at random moments of a real server under work, on a folder that goes from one
 * to the next; the others at each step of each job in turn.
 *
 * `node contract-tests/torture/run.ts [--runs N] [--seed N] [--seconds N] [--lanes N]`: so many random kills, or for
 * so long; the seed decides what is done, not when it happens.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../support/crash.ts';
import { Lane } from './lane.ts';
import { createProgress, green, red, tableOf } from './progress.ts';

/** Kills of one folder, after which a new one is begun. */
const ROUNDS = 12;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    seconds: { type: 'string', default: '3600' },
    lanes: { type: 'string', default: '2' },
  },
});
const [runs, seed, seconds, lanes] = [values.runs, values.seed, values.seconds, values.lanes].map(Number);
if ([runs, seed, seconds, lanes].some((value) => value === undefined || !(value >= 0))) {
  process.stderr.write('torture: --runs, --seed, --seconds and --lanes take a number\n');
  process.exit(2);
}

const progress = createProgress(process.stdout);
const began = performance.now();
const elapsed = () => (performance.now() - began) / 1000;
const done = new Map<string, number>();
const count = (what: string) => void done.set(what, (done.get(what) ?? 0) + 1);
const failures: string[] = [];
let kills = 0;

/** One folder, with a server on it that is killed so many times. */
async function session(number: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-torture-'));
  const lane = new Lane(folder, seededRandom(number), count);
  for (let round = 1; round <= rounds && elapsed() < Number(seconds); round += 1) {
    try {
      await lane.round();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      failures.push(text);
      progress.say(
        `${red('FAILED')} seed ${number}, kill ${round}: ${text}\n  the data folder is kept: ${folder}`,
      );
      return;
    }
    kills += 1;
    progress.show(`${kills} kills, ${failures.length} failures, ${elapsed().toFixed(0)} s`);
  }
  rmSync(folder, { recursive: true });
}

const sessions: (() => Promise<void>)[] = [];
for (let left = Number(runs), number = Number(seed); left > 0; left -= ROUNDS, number += 1) {
  sessions.push(() => session(number, Math.min(ROUNDS, left)));
}

process.stdout.write(`torture: seed ${seed}, ${runs} kills at random moments\n`);
const work = async (): Promise<void> => {
  for (let next = sessions.shift(); next !== undefined; next = sessions.shift()) await next();
};
await Promise.all(Array.from({ length: Number(lanes) }, work));

progress.say(`\nDone between the kills:\n${tableOf(done)}\n`);
const verdict = `${kills} kills, ${failures.length} failures, ${elapsed().toFixed(0)} s, seed ${seed}`;
progress.say(failures.length === 0 ? green(verdict) : red(verdict));
process.exitCode = failures.length === 0 && kills > 0 ? 0 : 1;
