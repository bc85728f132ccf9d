/**
 * Does the work on each item, on at most `limit` of them at a time, begun in their order. When one fails the
 * others are told to break off and no more are begun. Settles when nothing is under way any more, so that
 * whoever tries again has the field to himself.
 */
export async function inFlight<T>(
  items: Iterable<T>,
  limit: number,
  outer: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  outer.throwIfAborted();
  const failed = new AbortController();
  const signal = AbortSignal.any([outer, failed.signal]);
  const iterator = items[Symbol.iterator]();

  async function lane(): Promise<void> {
    while (!signal.aborted) {
      const { done, value } = iterator.next();
      if (done === true) return;
      try {
        await work(value, signal);
      } catch (error) {
        // Only the first counts: what breaks off because of it has nothing to say.
        if (!signal.aborted) failed.abort(error);
        return;
      }
    }
  }

  await Promise.all(Array.from({ length: limit }, lane));
  signal.throwIfAborted();
}

/** Lets at most `limit` pieces of work be under way at a time, in the order in which they come. */
export function roomFor(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
