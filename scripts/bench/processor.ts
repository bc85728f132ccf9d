import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts processor time for user space in hundredths of a second, on every architecture. */
const TICKS_PER_SECOND = 100;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Seconds of processor time that a process has used with all its threads; undefined without /proc. */
export function processSeconds(pid: number | 'self'): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name of the program, in parentheses, may have spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Seconds of processor time that cores were not idle, whoever used them. */
export function coreSeconds(cores: readonly number[]): number | undefined {
  const stat = read('/proc/stat');
  if (stat === undefined) return undefined;
  let ticks = 0;
  for (const core of cores) {
    const line = new RegExp(`^cpu${core} (.*)$`, 'm').exec(stat)?.[1];
    if (line === undefined) return undefined;
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = line.split(' ').map(Number);
    ticks += user + nice + system + irq + softIrq + steal;
  }
  return ticks / TICKS_PER_SECOND;
}

/** Bytes of memory that a process holds, its peak included when asked for; undefined without /proc. */
export function residentBytes(pid: number, which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number | undefined {
  const kibibytes = new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm').exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** Who runs where. Without taskset, or on a single core, nothing is pinned. */
export interface Pinning {
  readonly server: number | undefined;
  readonly generator: number | undefined;
  /** Says what is pinned to what, or why nothing is. */
  readonly description: string;
}

/** The cores that this process may run on: `0-1,4` of /proc/self/status. */
function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(read('/proc/self/status') ?? '')?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return Number.isNaN(first) ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

const notPinned = (reason: string): Pinning => ({
  server: undefined,
  generator: undefined,
  description: `nothing is pinned to a core: ${reason}; the figures scatter more`,
});

/**
 * One core for the server under test, another one for the load and for this program, which moves there
 * itself: what it does between rounds would disturb the server.
 */
export function pinCores(): Pinning {
  const [server, generator] = allowedCores();
  if (server === undefined || generator === undefined) return notPinned('there is one core only');
  try {
    execFileSync('taskset', ['-a', '-c', '-p', String(generator), String(process.pid)], { stdio: 'ignore' });
  } catch {
    return notPinned('taskset is not installed');
  }
  return {
    server,
    generator,
    description: `server pinned to core ${server}, load generator to core ${generator}`,
  };
}
