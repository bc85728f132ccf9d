import { median, spread } from './median.ts';
import type { Options } from './options.ts';
import type { Round } from './rounds.ts';

/** One row of a table. */
export interface Row {
  readonly name: string;
  readonly rounds: readonly Round[];
  /** Against the row that is named; absent on that row itself. */
  readonly ratios?: Ratios & { readonly to: string };
}

/** Of one contender to another: medians of the ratios within each turn. */
export interface Ratios {
  readonly rate: number;
  readonly p99: number;
  /** Requests per second of processor time, which others on the machine disturb least; undefined without /proc. */
  readonly perCpu: number | undefined;
}

/** A figure that is no rate of requests. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** What this project says of its speed; fails the run when it is not so. */
export interface Claim {
  readonly text: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** What one experiment found out. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
}

export interface Report {
  readonly machine: readonly string[];
  readonly settings: readonly string[];
  readonly options: Options;
  readonly sections: readonly Section[];
  readonly warnings: readonly string[];
}

const GENERATOR_BUSY = 0.9;
const SERVER_FREE = 0.85;
const OTHERS_BUSY = 0.1;

/** The median of a member over the rounds; undefined where a round lacks it. */
export function middleOf(rounds: readonly Round[], member: keyof Round): number | undefined {
  const values = rounds.map((round) => round[member]);
  return values.every((value) => value !== undefined) ? median(values) : undefined;
}

export const spreadOf = (rounds: readonly Round[]): number =>
  spread(rounds.map(({ requestsPerSecond }) => requestsPerSecond));

const perCpuSecond = ({ requestsPerSecond, serverCpu }: Round): number | undefined =>
  serverCpu === undefined ? undefined : requestsPerSecond / serverCpu;

/** Within each turn first, so that a disturbance that lasts longer than a turn cancels out. */
export function ratiosOf(rounds: readonly Round[], base: readonly Round[]): Ratios {
  const medianOf = (figure: (round: Round) => number | undefined): number =>
    median(
      rounds.map((round, turn) => {
        const other = base[turn];
        return (figure(round) ?? Number.NaN) / ((other && figure(other)) ?? Number.NaN);
      }),
    );
  const perCpu = medianOf(perCpuSecond);
  return {
    rate: medianOf(({ requestsPerSecond }) => requestsPerSecond),
    p99: medianOf(({ p99Milliseconds }) => p99Milliseconds),
    perCpu: Number.isNaN(perCpu) ? undefined : perCpu,
  };
}

/** Why some figures of a section are to be taken with care. */
export function warningsOf({ title, rows }: Section): string[] {
  return rows.flatMap(({ name, rounds }) => {
    const row = `${title}, ${name}`;
    const warnings: string[] = [];
    const generator = middleOf(rounds, 'generatorCpu') ?? 0;
    const server = middleOf(rounds, 'serverCpu') ?? 1;
    const others = middleOf(rounds, 'othersCpu') ?? 0;
    const failures = rounds.reduce((sum, round) => sum + round.failures, 0);
    if (generator > GENERATOR_BUSY && server < SERVER_FREE) {
      warnings.push(`${row}: the load generator was the bottleneck; the server could do more than is shown`);
    }
    if (others > OTHERS_BUSY) {
      warnings.push(`${row}: other programs took ${Math.round(others * 100)} % of a core meanwhile`);
    }
    if (failures > 0) warnings.push(`${row}: ${failures} requests had no 2xx answer`);
    return warnings;
  });
}
