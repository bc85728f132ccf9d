import type { PlacedOperation } from '../support/contract.ts';

/** Requests that were made, by operation and status. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An operation may have been asked in more than one run. */
export function sumOf(runs: readonly Counts[]): Counts {
  const all: Record<string, Record<string, number>> = {};
  for (const [operation, counts] of runs.flatMap((run) => Object.entries(run))) {
    all[operation] ??= {};
    for (const [status, count] of Object.entries(counts)) {
      all[operation][status] = (all[operation][status] ?? 0) + count;
    }
  }
  return all;
}

/** How many requests each operation has to get. */
export const LEAST_CASES = 200;

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Whether there is anything in a request that could be another: a path without parameters has but one. */
const varies = ({ path, method }: PlacedOperation): boolean => path.includes('{') || method !== 'GET';

/**
 * What is wrong with a run that schemathesis itself is content with: it ends an operation early, and is green,
 * when Hypothesis cannot repeat what it generated.
 */
export const shortfalls = (operations: readonly PlacedOperation[], counts: Counts): string[] =>
  operations
    .map((operation) => ({ operation, cases: sum(counts[operation.operationId] ?? {}) }))
    .filter(({ operation, cases }) => cases < (varies(operation) ? LEAST_CASES : 1))
    .map(
      ({ operation, cases }) => `${operation.operationId} got ${cases} requests, too few to tell anything`,
    );

/** A line for each operation, with how many requests it got and how they were answered. */
export function listing(operations: readonly PlacedOperation[], counts: Counts): string {
  const rows = operations.map(({ operationId }) => {
    const of = counts[operationId] ?? {};
    const statuses = Object.entries(of).map(([status, count]) => `${status}: ${count}`);
    return `${operationId.padEnd(44)}${String(sum(of)).padStart(6)}   ${statuses.sort().join(', ')}`;
  });
  return `${rows.join('\n')}\n`;
}
