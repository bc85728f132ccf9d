import { setTimeout as delay } from 'node:timers/promises';
import type { Timestamp } from '../catalog/records.ts';

/** Time as the engine sees it: injected, so that tests and sandboxes decide when things happen. */
export interface Clock {
  /** Now, never earlier than a value given before. */
  now(): Timestamp;
  /** Resolves after `milliseconds`, at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until it is told to move on. */
export interface VirtualClock extends Clock {
  /** Moves time on and wakes every sleeper whose time has come, earliest first. */
  advance(milliseconds: number): void;
}

const MICROSECONDS = 1000;

// Beyond this the machine slept, or someone set its clock: what the wall says is then nearer the truth.
const DRIFT_MS = 1000;

/** The machine's clock in microseconds. It follows the wall, but never goes back with it. */
export function realClock(): Clock {
  let offset = performance.timeOrigin;
  let last = 0;
  return {
    now() {
      const wall = Date.now();
      if (Math.abs(wall - (offset + performance.now())) > DRIFT_MS) offset = wall - performance.now();
      last = Math.max(last, Math.round((offset + performance.now()) * MICROSECONDS));
      return last;
    },
    async sleep(milliseconds, signal) {
      // An aborted sleep is a short one, not a failure.
      await delay(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    },
  };
}

/** Stands at `start` microseconds until advanced. */
export function virtualClock(start: Timestamp = 0): VirtualClock {
  let time = start;
  const sleepers = new Set<{ readonly until: Timestamp; readonly wake: () => void }>();
  return {
    now: () => time,
    sleep(milliseconds, signal) {
      if (milliseconds <= 0 || signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = {
          until: time + milliseconds * MICROSECONDS,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake);
      });
    },
    advance(milliseconds) {
      const target = time + milliseconds * MICROSECONDS;
      const due = [...sleepers].filter(({ until }) => until <= target).sort((a, b) => a.until - b.until);
      for (const sleeper of due) {
        time = sleeper.until;
        sleeper.wake();
      }
      time = target;
    },
  };
}

/** Sleeps take no time but are counted: each moves the clock on by its length. */
export function instantClock(start: Timestamp = 0): Clock {
  let time = start;
  return {
    now: () => time,
    sleep(milliseconds, signal) {
      if (signal?.aborted !== true) time += Math.max(0, milliseconds) * MICROSECONDS;
      return Promise.resolve();
    },
  };
}
