import { type Media, type Result, setUpProblem } from '../case.ts';
import type { Run } from '../run.ts';

/** Behind the verdict, where it is not the documents' own word that something was held against. */
export const asOf = ({ profile }: Run): string =>
  profile === 'documented' ? '' : ` in the profile ${profile}`;

export interface Counts {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly notExercised: number;
}

export function countsOf(results: readonly Result[]): Counts {
  const count = (verdict: string) => results.filter(({ outcome }) => outcome.verdict === verdict).length;
  return {
    cases: results.length,
    passed: count('passed'),
    failed: count('failed'),
    notExercised: count('not exercised'),
  };
}

/** Results of one kind together: an operation, a status, a format. */
export interface Row extends Counts {
  readonly operation: string;
  readonly status: number;
  readonly media: Media;
  readonly results: readonly Result[];
}

/** One row per operation, status and format, in the order in which operations first appear. */
export function rowsOf(results: readonly Result[]): Row[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const { operation, status, media } = result.case;
    const key = `${operation} ${status} ${media}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const operations = [...new Set(results.map((result) => result.case.operation))];
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { operation, status, media } = first.case;
      return [{ operation, status, media, results: group, ...countsOf(group) }];
    })
    .toSorted(
      (a, b) =>
        operations.indexOf(a.operation) - operations.indexOf(b.operation) ||
        a.status - b.status ||
        a.media.localeCompare(b.media),
    );
}

/** Why cases were not exercised, with how many there are of each reason; the most frequent first. */
export function reasonsOf(results: readonly Result[]): { reason: string; results: Result[] }[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    if (result.outcome.verdict !== 'not exercised') continue;
    const { reason } = result.outcome;
    groups.set(reason, [...(groups.get(reason) ?? []), result]);
  }
  return [...groups]
    .map(([reason, group]) => ({ reason, results: group }))
    .toSorted((a, b) => b.results.length - a.results.length);
}

/** What failed: by itself, or because what it needs could not be made, by what went wrong there. */
export function failuresOf(results: readonly Result[]): {
  readonly own: readonly Result[];
  readonly unready: ReadonlyMap<string, readonly Result[]>;
} {
  const failed = results.filter(({ outcome }) => outcome.verdict === 'failed');
  const unready = failed.filter(({ outcome }) => setUpProblem(outcome) !== undefined);
  return {
    own: failed.filter(({ outcome }) => setUpProblem(outcome) === undefined),
    unready: Map.groupBy(unready, ({ outcome }) => setUpProblem(outcome) ?? ''),
  };
}

/** A value as it is shown in a report: JSON, cut where it would fill the page. */
export function shown(value: unknown, longest = 300): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
