/**
 * How the server's process is set up: it lives for months, holds 25 MB that matter, and makes hundreds of MB of
 * garbage a second when it is busy. A small young generation costs a few percent of speed and saves 30 MB. The
 * allocator of C keeps what it was given back in an arena for each thread, and the threads are few and mostly
 * idle: one arena, and blocks of more than 32 KiB, such as a compiler's or a log's, straight from the system.
 */
const FLAGS = ['--max-semi-space-size=4'];
const ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '65536',
};

/**
 * Begins this process again with these settings, under the same id and with the same files open; returns where
 * that cannot be, or somebody has set flags of their own. Costs 30 ms.
 */
export function beginLean() {
  if (process.execArgv.length > 0 || process.env.NODE_OPTIONS || process.execve === undefined) return;
  const environment = { ...ENVIRONMENT, ...process.env };
  process.execve(process.execPath, [process.execPath, ...FLAGS, ...process.argv.slice(1)], environment);
}
