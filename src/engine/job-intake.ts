import type { Catalog } from '../catalog/catalog.ts';
import type { Job, JobKind, Timestamp } from '../catalog/records.ts';
import type { JobQueue } from './job-queue.ts';

/**
 * What of the catalog's jobs is held in memory. Creations and deletions, of which thousands may come within a
 * second, are so many at most; the rest of them waits in the catalog, where all jobs are, and is read in the
 * order in which it was written as the queue runs low. Nothing else can be waiting for a turn behind one of
 * these, as what is being created or deleted may not be used. All other jobs are queued at once, or a volume
 * could be attached and written before the copy is made that was asked for earlier.
 */
export interface JobIntake {
  /** Queues a job that has just been written; false when it is left in the catalog for its turn. */
  take(job: Job): boolean;
  /** Queues what nobody has a lease on at `now`, oldest first; those that were not known here come back. */
  look(now: Timestamp): Promise<readonly Job[]>;
  /** The same for creations and deletions alone. */
  refill(now: Timestamp): Promise<readonly Job[]>;
  /** Whether jobs wait in the catalog that the queue does not have. */
  isBehind(): boolean;
  /** Whether it is time to refill. */
  runsLow(): boolean;
}

const intake: Readonly<Record<JobKind, 'bounded' | 'at once'>> = {
  'create-volume': 'bounded',
  'delete-volume': 'bounded',
  'delete-snapshot': 'bounded',
  'create-volume-from-backup': 'at once',
  'create-volume-from-image': 'at once',
  'attach-volume': 'at once',
  'detach-volume': 'at once',
  'export-volume': 'at once',
  'extend-volume': 'at once',
  'create-snapshot': 'at once',
  'create-backup': 'at once',
  'restore-backup': 'at once',
  'upload-volume': 'at once',
  'delete-backup': 'at once',
};
// Object.keys does not say that they are the keys of the record.
const KINDS = Object.keys(intake) as JobKind[];
const BOUNDED = KINDS.filter((kind) => intake[kind] === 'bounded');
const OTHERS = KINDS.filter((kind) => intake[kind] === 'at once');
const OTHERS_PER_LOOK = 10_000;

/** A volume made from a source reads that, which others may be waiting for. */
const isBounded = ({ kind, payload }: Job): boolean =>
  BOUNDED.includes(kind) && Object.keys(payload).length === 0;

/** That in which they were written: ids of the same instant go up. */
const inOrder = (a: Job, b: Job): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

export function createJobIntake(
  catalog: Pick<Catalog, 'claimableJobs'>,
  queue: JobQueue,
  mostInMemory: number,
): JobIntake {
  let isBehind = false;
  let isReading = false;
  /** A job was left in the catalog while that was being read: what was read may be without it. */
  let hasMissed = false;

  function add(found: readonly Job[]): readonly Job[] {
    const added = found.filter(({ id }) => !queue.has(id));
    for (const job of added) queue.add(job);
    return added;
  }

  async function read(now: Timestamp): Promise<readonly Job[]> {
    isReading = true;
    hasMissed = false;
    try {
      const found = await catalog.claimableJobs(now, mostInMemory, BOUNDED);
      isBehind = hasMissed || found.length === mostInMemory;
      return found;
    } finally {
      isReading = false;
    }
  }

  return {
    take(job) {
      const isFull = isBehind || queue.size('short') >= mostInMemory;
      if (isBounded(job) && isFull) {
        isBehind = true;
        hasMissed = true;
        return false;
      }
      queue.add(job);
      return true;
    },

    async look(now) {
      const found = [...(await catalog.claimableJobs(now, OTHERS_PER_LOOK, OTHERS)), ...(await read(now))];
      return add(found.sort(inOrder));
    },

    refill: async (now) => add(await read(now)),
    isBehind: () => isBehind,
    runsLow: () => isBehind && !isReading && queue.size('short') <= mostInMemory / 2,
  };
}
