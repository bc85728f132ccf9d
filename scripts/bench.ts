/**
 * `make bench`: how fast the server is, next to what it could be at best on the same machine in the same run.
 * Ends with 1 when a promise of docs/BENCHMARKS.md does not hold, 2 on a wrong command line.
 */

import { runBench } from './bench/command.ts';
import { openLab } from './bench/lab.ts';
import { help, readOptions } from './bench/options.ts';
import { printReport } from './bench/print.ts';
import { runExperiments } from './bench/run.ts';

await runBench({ help, readOptions, openLab, runExperiments, printReport });
