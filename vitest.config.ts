import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: '100%',
    // A worker keeps the modules that it has loaded: to load them anew for each file takes a tenth of the whole time.
    isolate: false,
  },
});
