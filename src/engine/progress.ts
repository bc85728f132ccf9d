import type { Clock } from './clock.ts';

const STEP_PERCENT = 5;
// A copy that is done in a moment need not wait for twenty flushes of the catalog.
const PAUSE_MICROSECONDS = 250_000;

/**
 * Says how far a copy is, by bytes. Told often, it tells `write` at most once per 5 percent and four times a
 * second, and neither of 0 nor of 100, which the start and the end of the job write along with the state: 19
 * writes at the most. It never says less than `from`, which an attempt before this one may have written.
 */
export function createProgress(
  clock: Pick<Clock, 'now'>,
  write: (percent: number) => Promise<unknown>,
  from = 0,
): (done: number, total: number) => Promise<void> {
  let written = from;
  let quietUntil = clock.now() + PAUSE_MICROSECONDS;
  return async (done, total) => {
    const percent = Math.floor(((done / total) * 100) / STEP_PERCENT) * STEP_PERCENT;
    if (percent <= written || percent >= 100 || clock.now() < quietUntil) return;
    written = percent;
    // Nobody writes beside this one, even one that takes long.
    quietUntil = Number.POSITIVE_INFINITY;
    try {
      await write(percent);
    } finally {
      quietUntil = clock.now() + PAUSE_MICROSECONDS;
    }
  };
}
