// Test settings. The results also go to a file, from which `.ci/run` takes the counts it closes with.
import { configDefaults, defineConfig } from 'vitest/config';

/** What takes times or fills the memory, and runs alone when all else is done. */
const alone = ['test/fuzz/growth.test.ts', 'test/fuzz/huge.test.ts', 'test/fuzz/guided.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          // Most wait for processes that they start: two files at once take two thirds of the time.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
