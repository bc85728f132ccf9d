/** Work that is done one after the other, in the order in which it was asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** Turns by name, kept only while somebody waits or works. */
export class NamedTurns {
  readonly #turns = new Map<string, { readonly turns: Turns; waiting: number }>();

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const entry = this.#turns.get(name) ?? { turns: new Turns(), waiting: 0 };
    this.#turns.set(name, entry);
    entry.waiting += 1;
    try {
      return await entry.turns.take(work);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0) this.#turns.delete(name);
    }
  }
}

/** Does the work on all, one after the other, also on those that come after a failure; then fails with the first. */
export async function eachInTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Waits for all, also when one fails: nothing of it is under way any more when this settles. */
export async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
