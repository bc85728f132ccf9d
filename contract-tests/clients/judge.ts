import { isPromised, type Promises } from './promises.ts';
import type { Row, Where } from './row.ts';

export interface Judgement {
  /** `works` and `refused` are as promised; the others are why the run fails. */
  readonly verdict: 'works' | 'refused' | 'broken' | 'unexpected' | 'unknown' | 'missing';
  readonly row: Row;
  /** What is to be done, or, of a refusal, why it is one. */
  readonly because?: string;
}

const EXPECTED: readonly string[] = ['works', 'refused'];

export const isAsPromised = ({ verdict }: Judgement): boolean => EXPECTED.includes(verdict);

/**
 * Holds what one run of a client told against what is promised of it, both ways: a promised call has to work, one
 * that is said not to work must not, and neither side has calls that the other has not.
 */
export function judge(where: Where, rows: readonly Row[], promises: Promises): Judgement[] {
  const promised = new Map(promises.groups.flatMap(({ calls }) => calls.map((call) => [call.call, call])));
  const told = new Set(rows.map(({ call }) => call));
  const judged = rows.map((row): Judgement => {
    const promise = promised.get(row.call);
    if (promise === undefined)
      return { verdict: 'unknown', row, because: 'say in the promises whether it works' };
    if (isPromised(promise, where)) {
      return row.ok ? { verdict: 'works', row } : { verdict: 'broken', row, because: row.detail ?? '' };
    }
    return row.ok
      ? { verdict: 'unexpected', row, because: `it works, and the page says: ${promise.why}` }
      : { verdict: 'refused', row, because: promise.why ?? '' };
  });
  const missing = [...promised.keys()]
    .filter((call) => !told.has(call))
    .map(
      (call): Judgement => ({
        verdict: 'missing',
        row: { ...where, call, ok: false, ms: 0 },
        because: 'the script did not come to it',
      }),
    );
  return [...judged, ...missing];
}
