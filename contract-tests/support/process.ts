import { existsSync, readFileSync } from 'node:fs';

/** Where the system tells about processes; some systems do not. */
export const hasProc = existsSync('/proc/self/stat');

// What Linux shows to programs, whatever its own clock does.
const TICKS_PER_SECOND = 100;

/** Milliseconds that a process has computed so far, to 10 ms; 0 where the system does not tell. */
export function processorTime(pid: number): number {
  if (!hasProc) return 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the command stands in parentheses and may hold anything; user and system time come 12 fields later.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Megabytes of memory that a process holds. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
