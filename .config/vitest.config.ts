// Test settings. The results also go to a file, from which `.ci/run` takes the counts it closes with.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
    testTimeout: 60_000,
  },
});
