/**
 * `make mutants`: does `conform` find the faults that an implementation may have? Plants one after the other
 * into our own server and asks; the server without a fault has to pass everything.
 *
 * `node contract-tests/mutants/run.ts size-is-text none ...` is for these alone; `none` is the server without a
 * fault.
 */

import { conform, type Verdict } from './conform.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { startSpoiled } from './spoiled-server.ts';

/** Of a hundred planted faults, how many have to be caught. */
const LEAST_CAUGHT = 95;
/** At a time: more make a small machine wait, and waiting looks like a fault. */
const WORKERS = 2;
const WITHIN_MS = { mutant: 90_000, whole: 300_000 };
/** Seconds for a resource to settle: less than usual, for faults that keep one from it; enough for a busy machine. */
const SETTLE = '15';

interface Tried extends Verdict {
  readonly mutant: Mutant;
  /** How often the fault showed. */
  readonly met: number;
  readonly took: number;
}

async function tryMutant(mutant: Mutant): Promise<Tried> {
  const began = performance.now();
  let met = 0;
  const server = await startSpoiled(
    mutant.plant(() => {
      met += 1;
    }),
  );
  const { document, at, media } = mutant;
  const only = at.flatMap((operation) => ['--only', `${document}/${operation}`]);
  const format = media === undefined ? [] : ['--media', media];
  try {
    const args = ['--document', document, ...only, ...format, '--bail', '--settle', SETTLE];
    const verdict = await conform(server.url, args, WITHIN_MS.mutant);
    return { ...verdict, mutant, met, took: performance.now() - began };
  } finally {
    await server.stop();
  }
}

/** Without a fault everything passes; otherwise faults are caught for reasons that are not theirs. */
async function tryNone(): Promise<Verdict> {
  const server = await startSpoiled({});
  try {
    return await conform(server.url, [], WITHIN_MS.whole);
  } finally {
    await server.stop();
  }
}

const line = ({ mutant, conforms, because, met, took }: Tried): string => {
  const verdict = conforms ? (met === 0 ? 'NOT MET' : 'ESCAPED') : 'caught ';
  const seconds = (took / 1000).toFixed(1).padStart(5);
  return `${verdict} ${seconds} s  ${`${mutant.document}/${mutant.id}`.padEnd(52)} ${conforms ? mutant.what : because}\n`;
};

/** Runs all jobs, so many at a time. */
async function inTurns(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

const wanted = process.argv.slice(2);
/** `none` among the arguments is for the server without a fault. */
const isWhole = wanted.length === 0 || wanted.includes('none');
const chosen = mutants.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const tried: Tried[] = [];
let clean: Verdict | undefined;
const withoutFault = async () => {
  clean = await tryNone();
  const [sentence = ''] = /^.*\d+ cases: .*$/m.exec(clean.output) ?? [];
  process.stdout.write(`${clean.conforms ? 'passed' : 'FAILED'}  without a fault: ${sentence.trim()}\n`);
  // Behind the table of all operations.
  if (!clean.conforms) process.stdout.write(clean.output.slice(clean.output.indexOf('\nFailed')));
};
await inTurns([
  ...(isWhole ? [withoutFault] : []),
  ...chosen.map((mutant) => async () => {
    const result = await tryMutant(mutant);
    tried.push(result);
    process.stdout.write(line(result));
  }),
]);

const escaped = tried.filter(({ conforms }) => conforms);
const rate = tried.length === 0 ? 100 : (100 * (tried.length - escaped.length)) / tried.length;
process.stdout.write(
  `\n${tried.length - escaped.length} of ${tried.length} planted faults caught, ${rate.toFixed(1)} %\n`,
);
for (const { mutant, met } of escaped)
  process.stdout.write(
    `x ${mutant.document}/${mutant.id} ${met === 0 ? 'was not met' : 'escaped'}: ${mutant.what}\n`,
  );
process.exitCode = rate >= LEAST_CAUGHT && clean?.conforms !== false ? 0 : 1;
