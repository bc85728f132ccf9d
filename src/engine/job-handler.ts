import type { CatalogTransaction } from '../catalog/catalog.ts';
import type { Job, JobKind } from '../catalog/records.ts';
import { ObjectStoreRefused, ObjectStoreUnavailable } from '../objects/object-store.ts';

/** What a job writes at its end, in the same transaction that removes the job. */
export type Settlement = (tx: CatalogTransaction) => Promise<void>;

export interface JobContext {
  /** Aborted when the process stops or somebody else has taken the job; long work looks at it often. */
  readonly signal: AbortSignal;
  /** Writes something on the way, unless somebody else has taken the job. */
  step<T>(work: (tx: CatalogTransaction) => Promise<T>): Promise<T>;
}

/** The work behind one kind of job. Everything in it must be safe to repeat from the start. */
export interface JobHandler {
  run(job: Job, context: JobContext): Promise<Settlement>;
  /** What to write when the job has failed for good: the error state of the lifecycle table. */
  giveUp(job: Job, reason: string): Settlement;
}

export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

/** A failure that trying again cannot mend. Its message is shown to the tenant. */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}

/** Says which step of a job failed, for whoever reads the reason; the cause says why. */
export class StepFailure extends Error {
  constructor(step: string, cause: unknown) {
    super(step, { cause });
    this.name = 'StepFailure';
  }

  /** Does the work; what goes wrong in it is told as the failure of this step. */
  static async in<T>(step: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof StepFailure ? error : new StepFailure(step, error);
    }
  }
}

/** What went wrong, without what was being done. */
export function rootOf(error: unknown): unknown {
  return error instanceof StepFailure ? rootOf(error.cause) : error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** Whether trying again cannot mend it: a store that says no, or is full, does so for longer than we would wait. */
export function isFinal(error: unknown): boolean {
  const root = rootOf(error);
  return (
    root instanceof PermanentFailure || root instanceof ObjectStoreRefused || FULL.includes(codeOf(root))
  );
}

const KNOWN_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'the storage is full',
  EDQUOT: 'the storage is full',
  EROFS: 'the storage can only be read',
  EACCES: 'the storage refused access',
  EPERM: 'the storage refused access',
  EIO: 'the storage reported a fault',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ECONNREFUSED: 'the storage could not be reached',
  ECONNRESET: 'the storage could not be reached',
  ETIMEDOUT: 'the storage did not answer in time',
  SQLITE_FULL: 'the storage is full',
  SQLITE_READONLY: 'the storage can only be read',
};

const isForPeople = (error: unknown): error is Error =>
  error instanceof PermanentFailure ||
  error instanceof ObjectStoreRefused ||
  error instanceof ObjectStoreUnavailable;

const MOST_DETAIL = 500;

/** What an operator is told of a failure: all that is known, on one line. */
export function detailOf(error: unknown): string {
  const text =
    error instanceof StepFailure
      ? `${error.message}: ${detailOf(error.cause)}`
      : error instanceof Error
        ? error.message
        : String(error);
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, MOST_DETAIL);
}

/** What the tenant is told of a failure: messages of the system name paths and hosts, so only their sense. */
export function reasonOf(error: unknown): string {
  if (error instanceof StepFailure) return `${error.message}: ${reasonOf(error.cause)}`;
  if (isForPeople(error)) return error.message;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_IOERR')) return 'the storage reported a fault';
  return KNOWN_CODES[code] ?? 'an internal error; the log has more about it';
}
