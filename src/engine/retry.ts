import { ObjectStoreUnavailable } from '../objects/object-store.ts';
import type { Clock } from './clock.ts';
import { rootOf } from './job-handler.ts';

/** How long to bear with a store that is away for a moment. */
export interface Patience {
  readonly clock: Pick<Clock, 'sleep'>;
  /** Waits before the attempts after the first, in milliseconds. */
  readonly delays: readonly number[];
  readonly signal: AbortSignal;
}

/** Between half of it and all, so that those who were refused together do not come back together. */
const jittered = (milliseconds: number): number => milliseconds * (0.5 + Math.random() / 2);

/**
 * Tries until the object store is there. A copy makes thousands of calls, and one that fails must not send it
 * back to its start, which is all that trying the job again can do. Any other error is the caller's at once.
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { clock, delays, signal }: Patience,
): Promise<T> {
  for (const delay of delays) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!(rootOf(error) instanceof ObjectStoreUnavailable)) throw error;
    }
    await clock.sleep(jittered(delay), signal);
  }
  signal.throwIfAborted();
  return attempt();
}
