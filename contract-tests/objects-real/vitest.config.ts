import { defineConfig } from 'vitest/config';

/** Tests that need servers of Debian: `make objects-real`. */
export default defineConfig({
  test: {
    include: ['contract-tests/objects-real/**/*.real.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
