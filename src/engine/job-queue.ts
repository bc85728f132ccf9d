import type { Job } from '../catalog/records.ts';
import { type Lane, lanes } from './job-lanes.ts';

/**
 * Jobs that wait or run in this process. Jobs that name the same resource take turns in the order in which
 * they were written: a volume that is being copied is not deleted, attached or overwritten until then.
 */
export interface JobQueue {
  add(job: Job): void;
  /** The job is done here: it ran, or somebody else has it. The next in turn may go. */
  remove(id: string): void;
  has(id: string): boolean;
  /** How many of a lane wait or run. */
  size(lane: Lane): number;
  /** In the order in which they were added. */
  ids(): Iterable<string>;
  /** A job of the lane whose turn it is, the running ones among them, and that `mayStart`. */
  next(lane: Lane, mayStart: (job: Job) => boolean): Job | undefined;
}

interface Entry {
  readonly job: Job;
  readonly resources: ReadonlySet<string>;
  /** Resources for which an earlier job has its turn. */
  readonly awaited: Set<string>;
}

export function createJobQueue(): JobQueue {
  const entries = new Map<string, Entry>();
  /** By resource: who names it, in order; the first one has its turn. */
  const turns = new Map<string, Set<Entry>>();
  /** Those that have all their turns. Kept apart, so that finding one does not mean going through all. */
  const ready: Readonly<Record<Lane, Map<string, Entry>>> = {
    copies: new Map(),
    images: new Map(),
    short: new Map(),
    awaited: new Map(),
  };

  const sizes: Record<Lane, number> = { copies: 0, images: 0, short: 0, awaited: 0 };

  const first = (line: Set<Entry>): Entry | undefined => line.values().next().value;

  function markReady(entry: Entry): void {
    if (entry.awaited.size === 0) ready[lanes[entry.job.kind]].set(entry.job.id, entry);
  }

  return {
    add(job) {
      if (entries.has(job.id)) return;
      // Every value of a payload is the id of a resource that the job reads or writes, or the id of none.
      const resources = new Set([job.resourceId, ...Object.values(job.payload)]);
      const entry: Entry = { job, resources, awaited: new Set() };
      entries.set(job.id, entry);
      sizes[lanes[job.kind]] += 1;
      for (const resource of resources) {
        const line = turns.get(resource) ?? new Set();
        turns.set(resource, line.add(entry));
        if (first(line) !== entry) entry.awaited.add(resource);
      }
      markReady(entry);
    },

    remove(id) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entries.delete(id);
      sizes[lanes[entry.job.kind]] -= 1;
      ready[lanes[entry.job.kind]].delete(id);
      for (const resource of entry.resources) {
        const line = turns.get(resource);
        line?.delete(entry);
        const follower = line === undefined ? undefined : first(line);
        if (follower === undefined) turns.delete(resource);
        else if (follower.awaited.delete(resource)) markReady(follower);
      }
    },

    has: (id) => entries.has(id),
    size: (lane) => sizes[lane],
    ids: () => entries.keys(),

    next(lane, mayStart) {
      for (const { job } of ready[lane].values()) if (mayStart(job)) return job;
      return undefined;
    },
  };
}
