import type { DirectDevice } from '../blocks/direct-device.ts';
import type { Status } from './replies.ts';

/** The store is asked for so much at a time, so that an answer that is cut short costs little. */
const STEP_BYTES = 64 * 1024 * 1024;
const MOST_RUNS = 1024;

/**
 * What is allocated from `offset` on, in runs that differ from one to the next: all of `length`, or less of it
 * when there are many runs, or only the first.
 */
export function statusOf(device: DirectDevice, offset: number, length: number, isOne: boolean): Status[] {
  const runs: Status[] = [];
  const most = isOne ? 1 : MOST_RUNS;
  const end = offset + length;
  for (let at = offset; at < end; ) {
    const step = Math.min(STEP_BYTES - (at % STEP_BYTES), end - at);
    for (const { length, zero } of device.extents(at, step)) {
      const last = runs.at(-1);
      if (last?.zero === zero) last.length += length;
      else if (runs.length === most) return runs;
      else runs.push({ length, zero });
    }
    at += step;
  }
  return runs;
}
