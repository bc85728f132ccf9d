/**
 * `make bench-data`: how fast bytes move, next to what others do with them on the same machine in the same run.
 * Ends with 1 when a promise of docs/BENCHMARKS.md does not hold, 2 on a wrong command line.
 */

import { runBench } from './bench/command.ts';
import { openLab } from './bench-data/lab.ts';
import { help, type Options, readOptions } from './bench-data/options.ts';
import { printReport } from './bench-data/print.ts';
import { runExperiments } from './bench-data/run.ts';
import { requireTools } from './bench-data/tools.ts';

await runBench({
  help,
  readOptions,
  openLab: (options: Options, progress) => {
    requireTools();
    return openLab(options, progress);
  },
  runExperiments,
  printReport,
});
