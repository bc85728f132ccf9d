import { MEDIA } from '../conform/case.ts';
import { DreddMissing } from '../conform/dredd.ts';
import { LoginFailed } from '../conform/login.ts';
import { NothingSelected, type Plan, planFor } from '../conform/plan.ts';
import { showProgress } from '../conform/report/progress.ts';
import { prepareReports, ReportFailed, writeReports } from '../conform/report/reports.ts';
import { terminalReport } from '../conform/report/terminal.ts';
import { runPlan, Unreachable } from '../conform/run.ts';
import { styleFor } from '../terminal/style.ts';
import type { ConformSettings } from './conform-options.ts';
import { CannotRun, targetOf } from './conform-target.ts';

/** The verdict, for scripts. What could not run is no verdict on the implementation. */
export const EXIT = { conforms: 0, doesNot: 1, couldNotRun: 2 } as const;

/** `cinderblock conform`: sets the exit code. */
export async function conform(url: string | undefined, settings: ConformSettings): Promise<void> {
  try {
    process.exitCode = await run(url, settings);
  } catch (error) {
    const known =
      [CannotRun, LoginFailed, NothingSelected, ReportFailed, Unreachable, DreddMissing].some(
        (kind) => error instanceof kind,
      ) ||
      // A report that cannot be written.
      (error instanceof Error && 'syscall' in error);
    const text = error instanceof Error ? (known ? error.message : error.stack) : error;
    process.stderr.write(`error: ${text}\n`);
    process.exitCode = EXIT.couldNotRun;
  }
}

async function run(url: string | undefined, settings: ConformSettings): Promise<number> {
  const { document: documents, media, only, profile, keep = false, bail = false, report } = settings;
  const plan = planFor({ documents, media: media === undefined ? MEDIA : [media], only, profile });
  if (settings.dryRun) return list(plan);
  const target = await targetOf(url, settings);
  prepareReports(report);
  const progress = showProgress(
    process.stderr,
    plan.cases.length,
    styleFor(process.stderr.isTTY, process.env),
  );
  const done = await runPlan(plan, target, {
    keep,
    bail,
    onResult: (result) => progress.ended(result),
  }).finally(() => progress.done());
  if (report.length === 0 || report.some(({ kind }) => kind === 'terminal'))
    process.stdout.write(terminalReport(done, styleFor(process.stdout.isTTY, process.env)));
  writeReports(report, done, target.url);
  return done.results.some(({ outcome }) => outcome.verdict === 'failed') ? EXIT.doesNot : EXIT.conforms;
}

function list({ cases }: Plan): number {
  const lines = cases.map(({ id, operation, status, media }) => `${id}\t${operation}\t${status}\t${media}`);
  process.stdout.write(`${lines.join('\n')}\n${cases.length} cases\n`);
  return EXIT.conforms;
}
