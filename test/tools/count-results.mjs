// Prints the closing line of a CI run, `N passed, N failed`, from vitest's JSON results, the exit code of the run and
// whether the package check passed. A run that failed never closes with no failure.
import { existsSync, readFileSync } from 'node:fs';

const [file, exitCode, packageOk] = process.argv.slice(2);
const counts = { passed: packageOk === 'true' ? 1 : 0, failed: 0 };
if (file && existsSync(file)) countTests(JSON.parse(readFileSync(file, 'utf8')));
if (exitCode !== '0' && counts.failed === 0) counts.failed = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed`);

/** Adds every test, and every test file that failed outside of its tests. */
function countTests(results) {
  for (const { assertionResults, status } of results.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length;
    counts.failed += failed === 0 && status === 'failed' ? 1 : failed;
  }
}
