import type { Catalog } from '../catalog/catalog.ts';
import type { Job, Timestamp } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import type { EngineLog } from './engine-log.ts';
import { CATALOG_PAUSE_MS, createJobAttempts, END_OF_LEASES } from './job-attempt.ts';
import type { JobHandlers } from './job-handler.ts';
import { createJobIntake } from './job-intake.ts';
import { type Lane, laneLimits, lanes } from './job-lanes.ts';
import { createJobQueue } from './job-queue.ts';

/** How a job ended; `pending` when it has not been run here, because jobs are held or stopped. */
export type JobOutcome = 'done' | 'failed' | 'pending';

/** What services need of the runner. */
export interface JobScheduler {
  /** Tells of a job right after its transaction: no time is lost before it runs. Never rejects. */
  wake(job: Job): Promise<JobOutcome>;
}

/** Runs the jobs of the catalog in this process. */
export interface JobRunner {
  /** Takes up what was left from before and runs what comes. */
  start(): Promise<void>;
  /**
   * Starts nothing more and lets what runs finish. What has not after `deadline` milliseconds is told to
   * break off and given back, to be run again from its start.
   */
  stop(deadline?: number): Promise<void>;
  /** Resolves when nothing runs and nothing that may run waits. */
  idle(): Promise<void>;
  /** From now on jobs wait, so that a sandbox can look at the states between. */
  hold(): void;
  /** Runs the jobs that are held now; resolves when they have ended. */
  advance(): Promise<void>;
  /** Ends holding. */
  resume(): void;
  /** The next job to start fails for good with this reason, without a retry. */
  failNext(reason: string): void;
  /** Renews leases and looks for jobs that nobody else runs. Called by a timer. */
  tick(): Promise<void>;
}

export interface JobRunnerSettings {
  /** Who holds the leases; different for every process that shares the catalog. */
  readonly workerId: string;
  /**
   * Takes jobs over at start although somebody has a lease on them. Right only for a process that has the
   * catalog to itself, where a lease can only be its own from before a crash.
   */
  readonly takeOverAtStart: boolean;
  readonly leaseMilliseconds?: number;
  /** Waits before the attempts after the first, in milliseconds; when they are used up a job has failed. */
  readonly retryDelays?: readonly number[];
  readonly laneLimits?: Partial<Record<Lane, number>>;
  /** Jobs held in memory, about; the others wait in the catalog. */
  readonly mostInMemory?: number;
}

export interface JobRunnerOptions extends JobRunnerSettings {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly handlers: JobHandlers;
  readonly log: EngineLog;
}

const DEFAULT_LEASE_MS = 30_000;
const DEFAULT_RETRY_DELAYS_MS = [200, 1000];
// For jobs whose end cannot be written because the catalog fails.
const LAST_RETRY_DELAY_MS = 5000;
const DEFAULT_STOP_DEADLINE_MS = 10_000;
// How long work that was told to break off may take to notice.
const ABORT_GRACE_MS = 1000;
const DEFAULT_MOST_IN_MEMORY = 1000;
const LANES: readonly Lane[] = ['awaited', 'short', 'images', 'copies'];

interface Run {
  readonly lane: Lane;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export function createJobRunner(options: JobRunnerOptions): JobRunner & JobScheduler {
  const { catalog, clock, log } = options;
  const leaseMilliseconds = options.leaseMilliseconds ?? DEFAULT_LEASE_MS;
  const retryDelays = options.retryDelays ?? DEFAULT_RETRY_DELAYS_MS;
  const limits = { ...laneLimits, ...options.laneLimits };
  const attempts = createJobAttempts({ ...options, leaseMilliseconds, mostFailures: retryDelays.length + 1 });

  const queue = createJobQueue();
  const intake = createJobIntake(catalog, queue, options.mostInMemory ?? DEFAULT_MOST_IN_MEMORY);
  const runs = new Map<string, Run>();
  /** How often a job has failed here; it waits for its next attempt while it is in `resting`. */
  const failures = new Map<string, number>();
  const resting = new Set<string>();
  const advanced = new Set<string>();
  const takenOver = new Set<string>();
  const injected: string[] = [];
  const waiting = new Map<string, (outcome: JobOutcome) => void>();
  const idlers: (() => void)[] = [];
  /** Written while those from before are being looked for, behind which they belong. */
  const early: Job[] = [];
  let phase: 'stopped' | 'starting' | 'running' | 'stopping' = 'stopped';
  let isHolding = false;
  /** The catalog takes no writing for now: a few jobs that try now and then are enough to see when it does. */
  let isStuck = false;
  let timer: NodeJS.Timeout | undefined;

  const mayRun = (id: string) => phase === 'running' && (!isHolding || advanced.has(id));

  function isIdle(): boolean {
    if (runs.size > 0) return false;
    for (const id of queue.ids()) if (mayRun(id)) return false;
    return !(intake.isBehind() && phase === 'running' && !isHolding);
  }

  function idle(): Promise<void> {
    return isIdle() ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve));
  }

  function tell(id: string, outcome: JobOutcome): void {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  }

  /** Nobody may be left waiting for a job that will not run for now. */
  function tellIfPending(id: string): void {
    if (!runs.has(id) && !mayRun(id) && phase !== 'starting') tell(id, 'pending');
  }

  function hasRoom(lane: Lane): boolean {
    let used = 0;
    for (const run of runs.values()) if (run.lane === lane) used += 1;
    return used < limits[lane];
  }

  const mayStart = ({ id }: Job): boolean => mayRun(id) && !runs.has(id) && !resting.has(id);

  /** Starts what may start. Called whenever something has changed that a job could wait for. */
  function pump(): void {
    const isHeld = phase !== 'running' || isStuck || (isHolding && advanced.size === 0);
    for (const lane of isHeld ? [] : LANES) {
      while (hasRoom(lane)) {
        const job = queue.next(lane, mayStart);
        if (job === undefined) break;
        begin(job);
      }
    }
    if (!isHeld && intake.runsLow()) void intake.refill(clock.now()).then(pump, cannotLook);
    if (idlers.length > 0 && isIdle()) for (const resolve of idlers.splice(0)) resolve();
  }

  function begin(job: Job): void {
    const abort = new AbortController();
    const order = {
      signal: abort.signal,
      takeOver: takenOver.delete(job.id),
      failWith: () => injected.shift(),
    };
    const ended = attempts.attempt(job, order).then((result) => {
      runs.delete(job.id);
      if (result === 'stuck' && order.takeOver) takenOver.add(job.id);
      if (result === 'stuck' && phase === 'running') waitForCatalog(job.id);
      else if (result === 'retry' && phase === 'running' && !abort.signal.aborted) rest(job.id);
      else forget(job.id, result === 'done' || result === 'failed' ? result : 'pending');
      pump();
    });
    runs.set(job.id, { lane: lanes[job.kind], abort, ended });
  }

  function forget(id: string, outcome: JobOutcome): void {
    queue.remove(id);
    failures.delete(id);
    advanced.delete(id);
    tell(id, outcome);
  }

  /** Leaves the job in its place in the queue, where it keeps later jobs off its resources. */
  function rest(id: string): void {
    const failed = failures.get(id) ?? 0;
    failures.set(id, failed + 1);
    resting.add(id);
    const delay = retryDelays[failed] ?? retryDelays.at(-1) ?? LAST_RETRY_DELAY_MS;
    void clock.sleep(delay).then(() => {
      resting.delete(id);
      pump();
    });
  }

  /** The job keeps its place. Nobody is left waiting for it, as it may take an operator. */
  function waitForCatalog(id: string): void {
    tell(id, 'pending');
    if (isStuck) return;
    isStuck = true;
    void clock.sleep(CATALOG_PAUSE_MS).then(() => {
      isStuck = false;
      pump();
    });
  }

  async function look(now: Timestamp): Promise<void> {
    const found = await intake.look(now);
    if (now === END_OF_LEASES) for (const { id } of found) takenOver.add(id);
    pump();
  }

  /** The next tick looks again. */
  function cannotLook(error: unknown): void {
    log.error({ err: error }, 'the catalog could not be asked for jobs');
  }

  async function tick(): Promise<void> {
    const before = new Map(runs);
    if (before.size > 0) {
      for (const id of await attempts.renew(before.keys())) before.get(id)?.abort.abort();
    }
    await look(clock.now());
  }

  return {
    wake(job) {
      // Where nothing runs the next start finds it in the catalog, among the older ones.
      if (phase === 'running' && !intake.take(job)) return Promise.resolve('pending');
      if (phase === 'starting') early.push(job);
      const outcome = new Promise<JobOutcome>((resolve) => waiting.set(job.id, resolve));
      pump();
      tellIfPending(job.id);
      return outcome;
    },

    async start() {
      phase = 'starting';
      await look(options.takeOverAtStart ? END_OF_LEASES : clock.now());
      for (const job of early.splice(0)) if (!intake.take(job)) tell(job.id, 'pending');
      phase = 'running';
      pump();
      for (const id of waiting.keys()) tellIfPending(id);
      // Real time whatever the clock says: leases guard against processes that really died.
      timer = setInterval(() => {
        tick().catch(cannotLook);
      }, leaseMilliseconds / 3);
      timer.unref();
    },

    async stop(deadline = DEFAULT_STOP_DEADLINE_MS) {
      phase = 'stopping';
      clearInterval(timer);
      // The next start finds what waits in the catalog.
      for (const id of queue.ids()) if (!runs.has(id)) forget(id, 'pending');
      const ended = Promise.all([...runs.values()].map((run) => run.ended));
      await withinTime(ended, deadline);
      for (const { abort } of runs.values()) abort.abort();
      await withinTime(ended, ABORT_GRACE_MS);
      phase = 'stopped';
    },

    idle,

    hold() {
      isHolding = true;
      for (const id of waiting.keys()) tellIfPending(id);
    },

    advance() {
      for (const id of queue.ids()) advanced.add(id);
      pump();
      return idle();
    },

    resume() {
      isHolding = false;
      pump();
    },

    failNext: (reason) => void injected.push(reason),
    tick,
  };
}

/** Waits for the promise, but not longer than that. */
async function withinTime(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, timeout]);
  clearTimeout(timer);
}
