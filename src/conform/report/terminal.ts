import type { Style } from '../../terminal/style.ts';
import { harmless } from '../../terminal/text.ts';
import type { Problem, Result } from '../case.ts';
import type { Run } from '../run.ts';
import { asOf, type Counts, countsOf, failuresOf, reasonsOf, rowsOf, shown } from './summary.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A value of the other side as one line that does nothing to the terminal. */
const oneLine = (value: unknown): string => harmless(shown(value).replaceAll(/\s*\n\s*/g, ' '));

function problemLines({ what, path, expected, got }: Problem, style: Style): string[] {
  const lines = [`    ${oneLine(what)}${path === undefined || path === '' ? '' : ` at ${oneLine(path)}`}`];
  if (expected !== undefined) lines.push(`      ${style.green(`expected ${oneLine(expected)}`)}`);
  if (got !== undefined) lines.push(`      ${style.red(`got      ${oneLine(got)}`)}`);
  return lines;
}

/** One line for a case that failed, with what was wrong; the first problems only. */
export function failureLines({ case: one, outcome }: Result, style: Style): string[] {
  if (outcome.verdict !== 'failed') return [];
  const MOST = 5;
  const more = outcome.problems.length - MOST;
  return [
    `  ${style.red('failed')} ${style.bold(one.id)}`,
    ...outcome.problems.slice(0, MOST).flatMap((problem) => problemLines(problem, style)),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

export const sentenceOf = ({ cases, passed, failed, notExercised }: Counts): string =>
  `${cases} cases: ${passed} passed, ${failed} failed, ${notExercised} not exercised`;

function tableLines(results: readonly Result[], style: Style): string[] {
  const rows = rowsOf(results);
  const width = Math.max(9, ...rows.map(({ operation }) => operation.length));
  const cell = (count: number, paint: (text: string) => string) => {
    const text = String(count).padStart(8);
    return count === 0 ? style.dim(text) : paint(text);
  };
  let before = '';
  return [
    style.bold(`  ${'operation'.padEnd(width)}  status  media    passed  failed  not exercised`),
    ...rows.map(({ operation, status, media, passed, failed, notExercised }) => {
      const name = operation === before ? '' : operation;
      before = operation;
      const counts = `${cell(passed, style.green)}${cell(failed, style.red)}${cell(notExercised, style.yellow)}`;
      return `  ${name.padEnd(width)}  ${String(status).padEnd(6)}  ${media.padEnd(5)}${counts}`;
    }),
  ];
}

/** The report at the end of a run. */
export function terminalReport(run: Run, style: Style): string {
  const { results, left, took } = run;
  const counts = countsOf(results);
  const { own: failures, unready } = failuresOf(results);
  const reasons = reasonsOf(results);
  const verdict = counts.failed === 0 ? style.green('conforms') : style.red('does not conform');
  return [
    '',
    ...tableLines(results, style),
    '',
    ...(reasons.length === 0 ? [] : [style.bold('Not exercised')]),
    ...reasons.map(
      ({ reason, results: group }) =>
        `  ${String(group.length).padStart(4)}  ${style.yellow(oneLine(reason))}`,
    ),
    ...(reasons.length === 0 ? [] : ['']),
    ...(failures.length === 0 ? [] : [style.bold('Failed')]),
    ...failures.flatMap((result) => failureLines(result, style)),
    ...(failures.length === 0 ? [] : ['']),
    ...(unready.size === 0 ? [] : [style.bold('Failed because what they need could not be made')]),
    ...[...unready].map(
      ([what, group]) => `  ${style.red(String(group.length).padStart(4))}  ${oneLine(what)}`,
    ),
    ...(unready.size === 0 ? [] : ['']),
    ...(left.length === 0 ? [] : [`Could not be removed: ${left.map(harmless).join(', ')}`, '']),
    `${style.bold(sentenceOf(counts))}, in ${seconds(took)}: it ${verdict}${asOf(run)}`,
    '',
  ].join('\n');
}
