import type { JobWithResource } from '../catalog/operator-reads.ts';
import type { Timestamp } from '../catalog/records.ts';
import type { ServerState } from '../operator/running-server.ts';
import type { Column } from '../terminal/table.ts';
import { durationText } from '../terminal/units.ts';

/**
 * `overdue`: somebody had it and has not renewed the lease. `running`: somebody has it. `waiting`: nobody has it yet,
 * or it has failed and is to be tried again.
 */
export type JobState = 'overdue' | 'running' | 'waiting';

export interface JobRow {
  readonly job: JobWithResource;
  readonly state: JobState;
  /** Seconds since it was asked for. */
  readonly age: number;
  /** When somebody takes it up, in words. */
  readonly next: string;
}

/** A job that was begun so often has failed before, or has taken the server down with it. */
export const MANY_ATTEMPTS = 3;

const now = (): Timestamp => Date.now() * 1000;

function stateOf({ leaseUntil }: JobWithResource, at: Timestamp): JobState {
  if (leaseUntil === null) return 'waiting';
  return leaseUntil > at ? 'running' : 'overdue';
}

function nextOf(
  state: JobState,
  { leaseUntil }: JobWithResource,
  server: ServerState,
  at: Timestamp,
): string {
  if (server.state === 'stopped') return 'when a server starts';
  if (state === 'running') return `if not renewed in ${durationText(((leaseUntil ?? at) - at) / 1e6)}`;
  return 'as soon as there is a place for it';
}

export function jobRow(job: JobWithResource, server: ServerState, at: Timestamp = now()): JobRow {
  // Nobody can be at work on it when there is no server, whatever the lease of the one that is gone says.
  const state = server.state === 'stopped' && job.leaseUntil !== null ? 'overdue' : stateOf(job, at);
  return { job, state, age: Math.max(0, at - job.createdAt) / 1e6, next: nextOf(state, job, server, at) };
}

const ORDER: readonly JobState[] = ['overdue', 'running', 'waiting'];

/** What fails comes first, then what nobody sees to, then the oldest. */
export function byUrgency(a: JobRow, b: JobRow): number {
  const failing = (row: JobRow) => (row.job.attempts >= MANY_ATTEMPTS ? row.job.attempts : 0);
  return (
    failing(b) - failing(a) ||
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    a.job.createdAt - b.job.createdAt
  );
}

export const jobColumns: readonly Column<JobRow>[] = [
  {
    title: 'STATE',
    text: ({ state }) => state,
    paint: (text, { state }, style) =>
      state === 'overdue' ? style.red(text) : state === 'running' ? style.green(text) : style.yellow(text),
  },
  { title: 'KIND', text: ({ job }) => job.kind },
  { title: 'RESOURCE', text: ({ job }) => job.resourceId },
  {
    title: 'TRIES',
    align: 'right',
    goes: 1,
    text: ({ job }) => String(job.attempts),
    paint: (text, { job }, style) => (job.attempts >= MANY_ATTEMPTS ? style.red(text) : text),
  },
  { title: 'AGE', align: 'right', goes: 2, text: ({ age }) => durationText(age) },
  {
    title: 'STATUS',
    goes: 3,
    text: ({ job }) =>
      job.resource === null ? 'resource is gone' : `${job.resource} is ${job.resourceStatus}`,
    paint: (text, { job }, style) => (job.resource === null ? style.red(text) : text),
  },
  {
    title: 'DONE',
    align: 'right',
    goes: 4,
    text: ({ job }) => (job.progress === null || job.progress >= 100 ? undefined : `${job.progress} %`),
  },
  { title: 'TENANT', goes: 5, text: ({ job }) => job.tenantId },
  { title: 'NEXT TRY', goes: 6, text: ({ next }) => next },
  { title: 'FAILURE', goes: 7, least: 16, text: ({ job }) => job.lastError ?? job.failReason ?? undefined },
  { title: 'JOB', goes: 8, text: ({ job }) => job.id },
];

/** The fields of `--json`; they keep their names. */
export function jobJson({ job, state, age }: JobRow): object {
  const iso = (at: Timestamp | null) => (at === null ? null : new Date(at / 1000).toISOString());
  return {
    id: job.id,
    kind: job.kind,
    state,
    tenant: job.tenantId,
    resource: job.resourceId,
    resourceKind: job.resource,
    resourceStatus: job.resourceStatus,
    payload: job.payload,
    attempts: job.attempts,
    progress: job.progress,
    leaseOwner: job.leaseOwner,
    leaseUntil: iso(job.leaseUntil),
    failReason: job.failReason,
    lastError: job.lastError,
    createdAt: iso(job.createdAt),
    ageSeconds: Math.floor(age),
  };
}
