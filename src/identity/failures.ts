const LONGEST_WAIT_MS = 60_000;
const FORGOTTEN_AFTER_MS = 15 * 60_000;
const MOST_REMEMBERED = 10_000;

interface Row {
  /** In a row, without a success between them. */
  readonly failures: number;
  readonly last: number;
  readonly refusedUntil: number;
}

/** Counts failures in a row by a key, such as the name of a user, and says when the next try is due. */
export interface Failures {
  /** Milliseconds until another try is taken; 0 for at once. */
  wait(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

/**
 * The first failures cost nothing: people mistype. From then on each is followed by a wait, of one second at
 * first and twice as long each time, up to a minute. What came of it is forgotten after a quarter of an hour, and
 * the longest ago of ten thousand keys goes first: memory is bounded whatever is tried.
 *
 * @param free failures in a row before the first wait
 * @param now milliseconds, of a clock that does not go backwards
 */
export function countFailures(free: number, now: () => number): Failures {
  const rows = new Map<string, Row>();

  function rowOf(key: string): Row | undefined {
    const row = rows.get(key);
    if (row === undefined || now() - row.last < FORGOTTEN_AFTER_MS) return row;
    rows.delete(key);
    return undefined;
  }

  return {
    wait: (key) => Math.max(0, (rowOf(key)?.refusedUntil ?? 0) - now()),

    failed(key) {
      const failures = (rowOf(key)?.failures ?? 0) + 1;
      const wait = failures < free ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - free));
      rows.delete(key); // to the end of the map, whose first is the one that was tried the longest ago
      rows.set(key, { failures, last: now(), refusedUntil: now() + wait });
      if (rows.size <= MOST_REMEMBERED) return;
      const [oldest] = rows.keys();
      if (oldest !== undefined) rows.delete(oldest);
    },

    succeeded: (key) => {
      rows.delete(key);
    },
  };
}
