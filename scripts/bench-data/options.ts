import { parseArgs } from 'node:util';
import { UsageError } from '../bench/options.ts';

/** What can be measured, in the order in which it is. */
export const experimentNames = ['snapshot', 'nbd', 'backup', 'memory'] as const;
export type ExperimentName = (typeof experimentNames)[number];

export interface Options {
  readonly only: readonly ExperimentName[];
  readonly quick: boolean;
  /** Turns of what is compared. */
  readonly rounds: number;
  /** Length of a round of fio. */
  readonly seconds: number;
  /** GiB of the large volume that a snapshot is taken of. */
  readonly large: number;
  /** GiB of the backup whose memory is looked at. */
  readonly memory: number;
  readonly over: 'tcp' | 'unix';
  readonly json: string | undefined;
}

export const help = `Usage: make bench-data [ARGS="--quick"]

Measures what happens to bytes: snapshots, network block devices against qemu-nbd, backups against cp, in one
run on this machine. Ends with 1 when a promise of docs/BENCHMARKS.md does not hold. Needs qemu-utils, fio and
libnbd-bin from Debian and 30 GB of free disk under .cache; everything is removed at the end.

  --only NAME       measure this alone: ${experimentNames.join(', ')}; may be repeated
  --quick           fewer, shorter and smaller, for a first look; the promises are about the whole
  --rounds N        turns of what is compared (5)
  --seconds N       length of a round of fio (3)
  --over WHAT       the way to the exports: unix or tcp (tcp)
  --json FILE       write every round to a file
  --help            this
`;

function wholeNumber(name: string, value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (!/^[1-9]\d{0,4}$/.test(value))
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
  return {
    only: values.only?.map((name) => oneOf('only', experimentNames, name)) ?? experimentNames,
    quick,
    rounds: wholeNumber('rounds', values.rounds, quick ? 2 : 5),
    seconds: wholeNumber('seconds', values.seconds, quick ? 1 : 3),
    large: quick ? 10 : 100,
    memory: quick ? 1 : 10,
    over: oneOf('over', ['tcp', 'unix'], values.over ?? 'tcp'),
    json: values.json,
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
        over: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
