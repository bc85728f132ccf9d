import { median, spread } from '../bench/median.ts';
import type { Claim, Figure } from '../bench/report.ts';
import type { Options } from './options.ts';

/** Rounds of two contenders in the same turns. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** What one unit of work costs us in processor time, as a share of what it costs them. */
  readonly cpu?: number;
}

export interface Section {
  readonly title: string;
  /** Who `theirs` is. */
  readonly against?: string;
  readonly comparisons: readonly Comparison[];
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

/** Within each turn first, so that a disturbance that lasts longer than a turn cancels out. */
export const ratioOf = ({ ours, theirs }: Pick<Comparison, 'ours' | 'theirs'>): number =>
  median(ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN)));

export const atLeast = (comparison: Comparison, least: number, text: string): Claim => {
  const ratio = ratioOf(comparison);
  return { text: `${text}: ${least} or better`, measured: ratio.toFixed(2), holds: ratio >= least };
};

const NOISY = 0.25;

/** Rounds that lie so far apart that their median says little. */
export const warningsOf = ({ title, comparisons }: Section): string[] =>
  comparisons
    .filter(({ ours, theirs }) => Math.max(spread(ours), spread(theirs)) > NOISY)
    .map(({ name }) => `${title}, ${name}: the rounds lie far apart; the machine was busy`);
