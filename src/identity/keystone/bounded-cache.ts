/** What is remembered for a while, and of that only what was used last. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** @param lifetime milliseconds; what has none is not kept */
  set(key: string, value: Value, lifetime: number): void;
}

/**
 * @param most entries at the same time; the one that has not been used for the longest goes first
 * @param now milliseconds, of a clock that does not go backwards
 */
export function boundedCache<Value>(most: number, now: () => number): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      if (entry.until <= now()) return undefined;
      entries.set(key, entry); // to the end of the map, whose first is the one that goes
      return entry.value;
    },

    set(key, value, lifetime) {
      entries.delete(key);
      if (lifetime <= 0) return;
      entries.set(key, { value, until: now() + lifetime });
      if (entries.size <= most) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
