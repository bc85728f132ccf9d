/**
 * `make bench-data`: how fast bytes move, next to what others do with them on the same machine in the same run.
 * Ends with 1 when a promise of docs/BENCHMARKS.md does not hold, 2 on a wrong command line.
 */

import { writeFileSync } from 'node:fs';
import { UsageError } from './bench/options.ts';
import { progressOn } from './bench/progress.ts';
import { openLab } from './bench-data/lab.ts';
import { help, type Options, readOptions } from './bench-data/options.ts';
import { printReport } from './bench-data/print.ts';
import { runExperiments } from './bench-data/run.ts';
import { requireTools } from './bench-data/tools.ts';

async function benchData(options: Options): Promise<boolean> {
  requireTools();
  const progress = progressOn(process.stderr);
  const lab = openLab(options, progress.show);
  const interrupted = (code: number) => () => {
    progress.clear();
    lab.close();
    process.exit(code);
  };
  process.once('SIGINT', interrupted(130));
  process.once('SIGTERM', interrupted(143));
  try {
    const report = await runExperiments(lab);
    progress.clear();
    printReport(report, process.stdout);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.sections.every(({ claims }) => claims.every(({ holds }) => holds));
  } finally {
    progress.clear();
    lab.close();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(help);
  else if (!(await benchData(options))) process.exitCode = 1;
} catch (error) {
  const known = error instanceof UsageError;
  process.stderr.write(`error: ${known ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = known ? 2 : 1;
}
