import { setImmediate } from 'node:timers/promises';
import { CatalogError } from './errors.ts';

/** The steps of a transaction on the one connection that writes. All of them throw when they fail. */
export interface Steps {
  begin(): void;
  /** Makes the batch durable. */
  commit(): void;
  rollback(): void;
  savepoint(): void;
  release(): void;
  rollbackToSavepoint(): void;
  /** False when the database has given up the whole transaction by itself, as on a full disk. */
  inTransaction(): boolean;
}

export interface Limits {
  /** Works in one batch. */
  readonly works: number;
  /** Milliseconds after which a batch takes no further work. */
  readonly batch: number;
  /** Milliseconds that one work may take. */
  readonly work: number;
}

export const LIMITS: Limits = { works: 64, batch: 5, work: 5_000 };

interface Work<Tx> {
  /** Runs it; what it gives back tells the caller the result, once that is durable. */
  readonly run: (tx: Tx) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs transactions one after another, and makes those that are waiting together durable together: a flush
 * costs as much for 64 changes as for one. Each work has a savepoint of its own, so that one that throws
 * takes back its own writes alone. Nobody is answered before the commit, not even those that threw: what they
 * saw may have been the writes of others in the batch, which a failing commit takes back.
 */
export class GroupCommit<Tx extends object> {
  readonly #steps: Steps;
  readonly #methods: Tx;
  readonly #limits: Limits;
  readonly #waiting: Work<Tx>[] = [];
  #draining: Promise<void> | undefined;

  constructor(steps: Steps, methods: Tx, limits: Partial<Limits> = {}) {
    this.#steps = steps;
    this.#methods = methods;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Resolves with the result of `work` when its writes are durable; otherwise nothing of it remains. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = async (tx: Tx) => {
        const result = await work(tx);
        return () => resolve(result);
      };
      this.#waiting.push({ run, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // After the requests that have come in by now have been read: they then share the flush.
      await setImmediate();
      await this.#batch();
    }
    this.#draining = undefined;
  }

  async #batch(): Promise<void> {
    const answers: (() => void)[] = [];
    const works: Work<Tx>[] = [];
    try {
      this.#steps.begin();
      const end = performance.now() + this.#limits.batch;
      do {
        const work = this.#waiting.shift();
        if (work === undefined) break;
        works.push(work);
        answers.push(await this.#attempt(work));
      } while (works.length < this.#limits.works && performance.now() < end);
      this.#steps.commit();
    } catch (cause) {
      this.#abandon(works, cause);
      return;
    }
    for (const answer of answers) answer();
  }

  /** Runs one work within its savepoint. Throws only when the batch as a whole cannot go on. */
  async #attempt(work: Work<Tx>): Promise<() => void> {
    this.#steps.savepoint();
    try {
      const answer = await this.#run(work);
      this.#steps.release();
      return answer;
    } catch (error) {
      if (!this.#steps.inTransaction()) throw error;
      this.#steps.rollbackToSavepoint();
      this.#steps.release();
      return () => work.reject(error);
    }
  }

  /** Runs the work to its end or the end of its time, whichever comes first; the transaction is closed to it then. */
  async #run(work: Work<Tx>): Promise<() => void> {
    let ended = false;
    const tx = guarded(this.#methods, () => {
      if (ended) throw new CatalogError('transaction-ended', ENDED);
    });
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const timer = setTimeout(() => reject(new CatalogError('stalled', STALLED)), this.#limits.work);
    work.run(tx).then(resolve, reject);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      ended = true;
    }
  }

  #abandon(works: Work<Tx>[], cause: unknown): void {
    try {
      if (this.#steps.inTransaction()) this.#steps.rollback();
    } catch {
      // The connection is broken: the next batch cannot begin, and says so to those who wait for it.
    }
    // Where the transaction could not even begin, the one that asked for it hears of it.
    const failed = works.length > 0 ? works : this.#waiting.splice(0, this.#limits.works);
    const why = cause instanceof Error ? cause.message : String(cause);
    for (const { reject } of failed) {
      reject(new CatalogError('not-durable', `the change could not be stored: ${why}`, { cause }));
    }
  }
}

/** The same methods, each behind a check at the time of the call, so that one taken off earlier has it too. */
function guarded<Methods extends object>(methods: Methods, check: () => void): Methods {
  return new Proxy(methods, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...values: unknown[]) => {
        check();
        return Reflect.apply(method, target, values);
      };
    },
  });
}

const ENDED = 'this transaction has ended: await every call on it inside the work that it was given to';
const STALLED =
  'the work of this transaction waited too long: inside a transaction await the calls on it only, and no other transaction';
