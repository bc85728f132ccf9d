/** Does so many things at the same time and lets the others wait; undefined when too many wait already. */
export type AtOnce = <T>(work: () => Promise<T>) => Promise<T> | undefined;

export function atOnce(most: number, mostWaiting: number): AtOnce {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes to the next one without being free in between.
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return (work) => {
    if (running < most) {
      running += 1;
      return run(work);
    }
    if (waiting.length >= mostWaiting) return undefined;
    return new Promise<void>((resolve) => waiting.push(resolve)).then(() => run(work));
  };
}
