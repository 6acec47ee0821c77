import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two workers: the tests that start the embedded engines share two cores with them.
    maxWorkers: 2,
    // Many times what they take: a machine that is busy with other things must not make them fail.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['schemas/**', 'harvesters/**', 'catalogue/**', 'quality/**', 'publishing/**', 'functions/**'],
      reporter: ['text-summary'],
    },
  },
});
