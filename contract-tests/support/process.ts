import { existsSync, readFileSync } from 'node:fs';

/** Where Linux tells about processes; other systems do not. */
export const hasProc = existsSync('/proc/self/status');
const hasSchedule = existsSync('/proc/thread-self/schedstat');

/**
 * Milliseconds that a process, by its main thread, or the calling thread was ready to run and waited for a
 * processor; 0 where the system does not tell.
 */
export function waitedForProcessor(of: number | 'thread-self'): number {
  if (!hasSchedule) return 0;
  // Nanoseconds that it ran, nanoseconds that it waited, how often it ran.
  const [, waited] = readFileSync(`/proc/${of}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}

/** Megabytes of memory that a process holds. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
