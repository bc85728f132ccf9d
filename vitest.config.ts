import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'contract-tests/**/*.test.ts'],
    // For what hangs. A machine that is busy with more takes ten times as long as an idle one, and a disk now and
    // then holds up a sync for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two at a time: several of them start servers, and a small machine has two cores.
    maxWorkers: 2,
  },
});
