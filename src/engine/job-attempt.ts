import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import { CatalogError } from '../catalog/errors.ts';
import type { Job, Timestamp } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import type { EngineLog } from './engine-log.ts';
import { detailOf, isFinal, type JobHandlers, reasonOf, type Settlement } from './job-handler.ts';

/**
 * What came of one attempt. After `retry` the job has been given back and is tried again later; after `stuck`
 * it was not even begun, because the catalog takes no writing, and no other job could be begun either.
 */
export type AttemptResult = 'done' | 'failed' | 'taken' | 'retry' | 'stuck';

export interface AttemptOrder {
  readonly signal: AbortSignal;
  /** Takes the job although somebody has a lease on it. */
  readonly takeOver: boolean;
  /** Asked once the job is ours: a reason to fail it for good without trying. */
  readonly failWith: () => string | undefined;
}

/** Attempts at jobs under leases of this process. */
export interface JobAttempts {
  /** Claims the job, runs it and writes its end. Never rejects. */
  attempt(job: Job, order: AttemptOrder): Promise<AttemptResult>;
  /** Extends the leases; the ids come back of which this process no longer is the owner. */
  renew(ids: Iterable<string>): Promise<string[]>;
}

export interface JobAttemptsOptions {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly handlers: JobHandlers;
  readonly log: EngineLog;
  readonly workerId: string;
  readonly leaseMilliseconds: number;
  /** A job that has failed this often has failed for good. */
  readonly mostFailures: number;
}

/** A time at which every lease has run out: claiming at it takes a job from whoever has it. */
export const END_OF_LEASES: Timestamp = Number.MAX_SAFE_INTEGER;

// How long to leave a catalog alone that is full, or whose disk is gone.
export const CATALOG_PAUSE_MS = 2000;

/** Nothing that the job did is wrong: once the catalog can be written again the same will do. */
const isCatalogAway = (error: unknown): boolean =>
  error instanceof CatalogError && error.kind === 'not-durable';

// A job that was begun this often and never ended is taken for the cause of the crashes.
const MOST_ATTEMPTS = 10;

/** Somebody else has the job now: whatever this process still wanted to write about it is void. */
class LeaseLost extends Error {}

interface End {
  readonly settlement: Settlement;
  readonly result: 'done' | 'failed';
  /** For operators, of a job that has failed. */
  readonly detail?: string;
}

/** Those that an operator asks about when the job fails: what it works for, and the volume that it copies from or to. */
const concerned = ({ resourceId, payload }: Job): Set<string> =>
  new Set([resourceId, payload['volume'] ?? resourceId]);

export function createJobAttempts(options: JobAttemptsOptions): JobAttempts {
  const { catalog, clock, handlers, log, workerId, mostFailures } = options;
  const newLease = (): Timestamp => clock.now() + options.leaseMilliseconds * 1000;

  /**
   * A transaction of a job that runs, which comes to nothing unless the lease is still ours. While the catalog
   * takes no writing it waits: what the job has done, for hours perhaps, is not done again because of a full disk.
   */
  async function guarded<T>(
    job: Job,
    signal: AbortSignal,
    holdsLease: (tx: CatalogTransaction) => Promise<boolean>,
    work: (tx: CatalogTransaction) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      try {
        return await catalog.transaction(async (tx) => {
          if (!(await holdsLease(tx))) throw new LeaseLost();
          return work(tx);
        });
      } catch (error) {
        if (!isCatalogAway(error) || signal.aborted) throw error;
        log.error({ err: error, job: job.id, kind: job.kind }, 'the catalog takes no writing; a job waits');
        await clock.sleep(CATALOG_PAUSE_MS, signal);
      }
    }
  }

  /** Runs the handler. Rejects when the job is to be tried again. */
  async function run(job: Job, order: AttemptOrder): Promise<End> {
    const handler = handlers[job.kind];
    const giveUp = (reason: string, detail = reason): End => ({
      settlement: handler.giveUp(job, reason),
      result: 'failed',
      detail,
    });
    const injected = order.failWith();
    if (injected !== undefined) return giveUp(injected);
    if (job.attempts > MOST_ATTEMPTS) return giveUp(`it was begun ${MOST_ATTEMPTS} times and never ended`);
    try {
      const settlement = await handler.run(job, {
        signal: order.signal,
        step: (work) => guarded(job, order.signal, (tx) => tx.renewJob(job.id, workerId, newLease()), work),
      });
      return { settlement, result: 'done' };
    } catch (error) {
      if (error instanceof LeaseLost || order.signal.aborted) throw error;
      if (!isFinal(error) && job.attempts < mostFailures) throw error;
      const reason = reasonOf(error);
      log.error(
        { err: error, job: job.id, kind: job.kind, resource: job.resourceId, reason },
        'job failed for good',
      );
      return giveUp(reason, detailOf(error));
    }
  }

  async function noteFailure(tx: CatalogTransaction, job: Job, reason: string): Promise<void> {
    const { id: jobId, kind } = job;
    const failedAt = clock.now();
    for (const resourceId of concerned(job))
      await tx.noteFailure({ resourceId, jobId, kind, reason, failedAt });
  }

  /** Writes how a job has ended, with what it has to say itself. */
  function ending(job: Job, { settlement, detail }: End): Settlement {
    return async (tx) => {
      await settlement(tx);
      if (detail !== undefined) await noteFailure(tx, job, detail);
      else for (const resourceId of concerned(job)) await tx.forgetFailure(resourceId);
    };
  }

  async function giveBack(job: Job, error: unknown, isBreakingOff: boolean): Promise<void> {
    if (!isBreakingOff) {
      log.warn(
        { err: error, job: job.id, kind: job.kind, attempts: job.attempts },
        'job will be tried again',
      );
    }
    try {
      await catalog.transaction(async (tx) => {
        const isOurs = await tx.releaseJob(job.id, workerId);
        if (isOurs && !isBreakingOff) await noteFailure(tx, job, detailOf(error));
      });
    } catch (failure) {
      // Nothing is lost: the lease runs out, or is taken over at the next start.
      log.error({ err: failure, job: job.id, kind: job.kind }, 'job could not be given back');
    }
  }

  async function claim(job: Job, now: Timestamp): Promise<Job | undefined | 'stuck'> {
    try {
      return await catalog.transaction((tx) => tx.claimJob(job.id, workerId, newLease(), now));
    } catch (error) {
      if (!isCatalogAway(error)) throw error;
      log.error({ err: error, job: job.id, kind: job.kind }, 'the catalog takes no writing; jobs wait');
      return 'stuck';
    }
  }

  return {
    async attempt(job, order) {
      try {
        const now = order.takeOver ? END_OF_LEASES : clock.now();
        const claimed = await claim(job, now);
        if (claimed === 'stuck') return 'stuck';
        if (claimed === undefined) return 'taken';
        const end = await run(claimed, order);
        await guarded(job, order.signal, (tx) => tx.finishJob(job.id, workerId), ending(job, end));
        return end.result;
      } catch (error) {
        if (error instanceof LeaseLost) {
          log.warn({ job: job.id, kind: job.kind }, 'another worker has taken the job');
          return 'taken';
        }
        await giveBack(job, error, order.signal.aborted);
        return 'retry';
      }
    },

    async renew(ids) {
      const until = newLease();
      return catalog.transaction(async (tx) => {
        const lost: string[] = [];
        for (const id of ids) if (!(await tx.renewJob(id, workerId, until))) lost.push(id);
        return lost;
      });
    },
  };
}
