import { defineConfig } from 'vitest/config';

/** Tests that need Keystone of Debian: `make keystone`. */
export default defineConfig({
  test: {
    include: ['contract-tests/keystone/**/*.real.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
