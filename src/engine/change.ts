import { randomUUID } from 'node:crypto';
import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import { CatalogError } from '../catalog/errors.ts';
import type { Job, Timestamp } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import { EngineFault } from './faults.ts';
import type { JobOutcome, JobScheduler } from './jobs.ts';

/** A job to be written; `payload` holds ids of further resources that it reads or writes, or what is no id of any. */
export type JobDraft = Pick<Job, 'kind' | 'tenantId' | 'resourceId'> & Partial<Pick<Job, 'payload'>>;

/** One atomic change of the catalog with the job that follows from it. */
export interface Change {
  readonly tx: CatalogTransaction;
  /** When it happens, the same for everything in it. */
  readonly at: Timestamp;
  schedule(draft: JobDraft): Promise<void>;
}

export type ApplyChange = <T>(work: (change: Change) => Promise<T>) => Promise<{
  readonly value: T;
  /** How the job ended that the change scheduled; `done` at once when it scheduled none. */
  readonly outcome: Promise<JobOutcome>;
}>;

/** Changes with their jobs: written in one transaction, and the runner is told as soon as that is durable. */
export function createApplyChange(catalog: Catalog, clock: Clock, jobs: JobScheduler): ApplyChange {
  let sequence = 0;

  // Jobs of the same instant are read back by id, so ids go up: order is what keeps jobs off each other.
  function nextJobId(at: Timestamp): string {
    sequence += 1;
    const digits = (value: number, width: number) => value.toString(36).padStart(width, '0');
    return `${digits(at, 11)}-${digits(sequence, 7)}-${randomUUID()}`;
  }

  return async (work) => {
    let scheduled: Job | undefined;
    const transaction = catalog.transaction(async (tx) => {
      // Read inside, so that times go up in the order in which changes take effect.
      const at = clock.now();
      scheduled = undefined;
      return work({
        tx,
        at,
        async schedule(draft) {
          const job: Job = {
            payload: {},
            ...draft,
            id: nextJobId(at),
            attempts: 0,
            leaseOwner: null,
            leaseUntil: null,
            createdAt: at,
          };
          await tx.insertJob(job);
          scheduled = job;
        },
      });
    });
    const value = await transaction.catch((error: unknown) => {
      const isStuck = error instanceof CatalogError && error.kind === 'not-durable';
      throw isStuck ? new EngineFault('storageUnavailable', {}, { cause: error }) : error;
    });
    return { value, outcome: scheduled === undefined ? Promise.resolve('done') : jobs.wake(scheduled) };
  };
}
