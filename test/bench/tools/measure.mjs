// Measures candidates that take turns, so that a slow moment of the machine hits them alike, and prints ratios.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const command = fileURLToPath(new URL('../../../dist/cli/main.cjs', import.meta.url));
/** Whether to measure less, to see only that a bench runs. */
export const isQuick = process.argv.includes('--quick');
/** How often each candidate runs. */
export const rounds = isQuick ? 1 : 5;

/** Runs work in a folder of its own. */
export function withFolder(work) {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'ionos-pg-migrate-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median time in ms of each function, run in turns. */
export function measure(candidates, times = rounds) {
  const taken = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (const [name, run] of Object.entries(candidates)) {
      const start = process.hrtime.bigint();
      run(round);
      taken[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]));
}

/** Runs a program, its output thrown away. */
export function runProgram(file, words, { input } = {}) {
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
  const { status, stderr } = spawnSync(file, words, {
    stdio: [stdin, openSync('/dev/null', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${file} ended with ${status}: ${stderr}`);
}

/** Prints a ratio, or a number of another unit, beside what it is meant to be. */
export function printRatio(what, ratio, { atLeast, atMost, unit = '×' }) {
  const goal = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  const isMet = atLeast === undefined ? ratio <= atMost : ratio >= atLeast;
  console.log(`  ${what.padEnd(58)} ${ratio.toFixed(2)} ${unit}  (${goal}${isMet ? '' : ': NOT MET'})`);
}

/** The middle value. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
