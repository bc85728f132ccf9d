/** Does one thing after the other. Resolves with undefined, and does nothing, when too many wait already. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export function inTurns(mostWaiting: number): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= mostWaiting) return undefined;
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    // The next one's turn comes whether or not this one fails.
    last = done.catch(() => {});
    return done;
  };
}
