import { writeFileSync } from 'node:fs';
import { UsageError } from './options.ts';
import { progressOn } from './progress.ts';

/** What a run has found, as far as the command needs to know. */
interface Measured {
  readonly sections: readonly { readonly claims: readonly { readonly holds: boolean }[] }[];
}

/** The parts of a command that measures. */
export interface BenchCommand<Options, Lab, Report> {
  readonly help: string;
  /** Undefined when help was asked for. Throws `UsageError`. */
  readOptions(args: readonly string[]): Options | undefined;
  openLab(options: Options, progress: (text: string) => void): Lab;
  runExperiments(lab: Lab): Promise<Report>;
  printReport(report: Report, output: NodeJS.WriteStream): void;
}

async function measure<
  Options extends { readonly json: string | undefined },
  Lab extends { close(): void },
  Report extends Measured,
>(command: BenchCommand<Options, Lab, Report>, options: Options): Promise<boolean> {
  const progress = progressOn(process.stderr);
  const lab = command.openLab(options, progress.show);
  const interrupted = (code: number) => () => {
    progress.clear();
    lab.close();
    process.exit(code);
  };
  process.once('SIGINT', interrupted(130));
  process.once('SIGTERM', interrupted(143));
  try {
    const report = await command.runExperiments(lab);
    progress.clear();
    command.printReport(report, process.stdout);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.sections.every(({ claims }) => claims.every(({ holds }) => holds));
  } finally {
    progress.clear();
    lab.close();
  }
}

/** Runs a command that measures. The process ends with 1 when a promise does not hold, 2 on a wrong command line. */
export async function runBench<
  Options extends { readonly json: string | undefined },
  Lab extends { close(): void },
  Report extends Measured,
>(command: BenchCommand<Options, Lab, Report>): Promise<void> {
  try {
    const options = command.readOptions(process.argv.slice(2));
    if (options === undefined) process.stdout.write(command.help);
    else if (!(await measure(command, options))) process.exitCode = 1;
  } catch (error) {
    const known = error instanceof UsageError;
    const text = known
      ? `${error.message}; --help lists the options`
      : error instanceof Error
        ? error.stack
        : error;
    process.stderr.write(`error: ${text}\n`);
    process.exitCode = known ? 2 : 1;
  }
}
