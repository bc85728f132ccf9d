import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const STOP_WITHIN_MS = 12_000;
const REMEMBERED_ERRORS = 4_000;

export interface ChildOptions {
  /** Core to pin it to; left out, it may run anywhere. */
  readonly core: number | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  /** Resolves when it has ended and its output has been read. */
  readonly closed: Promise<void>;
  /** Standard error, the end of it; a server's log is not in it. */
  errors(): string;
  /** SIGTERM, and SIGKILL to what does not heed it. */
  stop(): Promise<void>;
}

// Settings of whoever runs the measurement must not reach the servers.
const cleanEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CINDERBLOCK_')));

/** Every process that a run starts, so that none outlives it. */
export class Children {
  readonly #running = new Set<ChildProcess>();

  /** Starts a program; standard error is kept for messages unless it goes to /dev/null (`quiet`). */
  start(command: string, args: readonly string[], { core, env = {} }: ChildOptions, quiet = false): Child {
    // taskset becomes the program it starts, so the process id is the program's.
    const [file, ...rest] =
      core === undefined ? [command, ...args] : ['taskset', '-c', String(core), command, ...args];
    const child = spawn(file ?? command, rest, {
      env: { ...cleanEnv(), ...env },
      stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'pipe'],
    });
    this.#running.add(child);
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-REMEMBERED_ERRORS);
    });
    child.on('error', (error) => {
      errors += error.message;
    });
    const closed = once(child, 'close').then(
      () => void this.#running.delete(child),
      () => void this.#running.delete(child),
    );
    return {
      pid: child.pid ?? -1,
      process: child,
      closed,
      errors: () => errors.trim(),
      async stop() {
        child.kill('SIGTERM');
        const killer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
        await closed;
        clearTimeout(killer);
      },
    };
  }

  /** At once, for Ctrl-C and for the end after a failure. */
  killAll(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}

/** Asks again until `ready` gives a value; rejects with `what` after `withinMs`. */
export async function eventually<Value>(
  what: string,
  withinMs: number,
  ready: () => Promise<Value | undefined>,
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await ready();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`${what} did not happen within ${withinMs / 1000} s`);
    await delay(20);
  }
}
