import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const experimentNames = [
  'get',
  'padding',
  'list',
  'create',
  'memory',
  'start',
  'scale',
  'conform',
] as const;
export type ExperimentName = (typeof experimentNames)[number];

export interface Options {
  readonly only: readonly ExperimentName[];
  /** Rounds of what a promise is made about; what is only shown has fewer. */
  readonly rounds: number;
  readonly shownRounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly starts: number;
  /** Volumes of other tenants in the large catalog. */
  readonly volumes: number;
  readonly json: string | undefined;
  readonly generator: 'wrk' | 'autocannon' | undefined;
}

/** Thrown for what the command line does not allow; the message is for whoever typed it. */
export class UsageError extends Error {}

export const help = `Usage: make bench [ARGS="--quick"]

Measures the server against a bare Koa + @koa/router app that answers the same bytes, and against
Prism's mock, in one run on this machine. Ends with 1 when a promise of docs/BENCHMARKS.md does not hold.

  --only NAME       measure this alone: ${experimentNames.join(', ')}; may be repeated
  --quick           fewer and shorter rounds, for a first look
  --rounds N        rounds of what is compared (5)
  --seconds N       length of a round (3)
  --scale N         volumes of other tenants in the large catalog (1000000)
  --generator NAME  wrk or autocannon (wrk where it is installed)
  --json FILE       write every round to a file
  --help            this
`;

function wholeNumber(name: string, value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (!/^[1-9]\d{0,7}$/.test(value))
    throw new UsageError(`--${name} must be a whole number from 1, not ${value}`);
  return Number(value);
}

function oneOf<const Name extends string>(flag: string, names: readonly Name[], value: string): Name {
  const known = names.find((name) => name === value);
  if (known === undefined) throw new UsageError(`--${flag} must be one of ${names.join(', ')}, not ${value}`);
  return known;
}

/** Undefined when help was asked for. Throws `UsageError`. */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const quick = values.quick ?? false;
  const rounds = wholeNumber('rounds', values.rounds, quick ? 3 : 5);
  return {
    only: values.only?.map((name) => oneOf('only', experimentNames, name)) ?? experimentNames,
    rounds,
    shownRounds: Math.min(rounds, quick ? 2 : 3),
    seconds: wholeNumber('seconds', values.seconds, quick ? 1 : 3),
    warmUpSeconds: quick ? 1 : 2,
    starts: quick ? 3 : 5,
    volumes: wholeNumber('scale', values.scale, 1_000_000),
    json: values.json,
    generator:
      values.generator === undefined
        ? undefined
        : oneOf('generator', ['wrk', 'autocannon'], values.generator),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        scale: { type: 'string' },
        generator: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
