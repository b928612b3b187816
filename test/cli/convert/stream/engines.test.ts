// Real engines, in the long run only: Spark runs the packed command on executors, DuckDB reads the results. Each is left
// out, with a printed reason, where Python cannot import it.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../tools/source-files.js';
import { makeCluster, makeFolder, run, supply } from '../../command.js';

const python = process.env['ENGINES_PYTHON'] ?? 'python3';
const isLong = process.env['ENGINES'] !== undefined;
const good = `${JSON.stringify(JSON.parse(makeCluster()))}\n`;
const bad = `${JSON.stringify(JSON.parse(makeCluster({ ram: 1 })))}\n`;
const list = `[${good.trim()}, ${bad.trim()}]\n`;
const lines = good.repeat(700) + bad.repeat(290) + '{"broken": \n'.repeat(3) + list.repeat(7);

/** Whether a package is to be tried; why not is printed. */
function canImport(name: string): boolean {
  if (!isLong) return false;
  if (spawnSync(python, ['-c', `import ${name}`]).status === 0) return true;
  console.warn(`left out: ${python} cannot import ${name}: pip install ${name}, or name a Python with ENGINES_PYTHON`);
  return false;
}

function runPython(words: readonly string[], cwd: string): string[] {
  const { stdout, stderr, status } = spawnSync(python, words, { cwd, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n');
}

test.skipIf(!canImport('pyspark'))(
  'Spark gets a result for each line, and a code where it gets none',
  () => {
    const folder = makeFolder({ 'v1/a.ndjson': lines, 'v1/empty.ndjson': '' });
    const packed = ['pack', '--json', '--silent', '--pack-destination', folder, projectRoot];
    const [{ filename }] = JSON.parse(execFileSync('npm', packed, { encoding: 'utf8' }));
    const words = [join(projectRoot, 'test/tools/spark.py'), join(folder, filename), `${folder}/v1`, `${folder}/out`];
    const told = runPython(words, folder);
    expect(told).toEqual([
      'lines 1000 results 1000',
      'without codes 0',
      'with codes -1',
      'blocked 297',
      'ready 700',
      'unreadable 3',
    ]);
  },
  600_000,
);

test.skipIf(!canImport('duckdb'))(
  'DuckDB reads results, with lists and unreadable lines, and counts them right',
  () => {
    const results = run(['convert', '--ndjson', '--emit', 'result', ...supply], { input: lines }).stdout;
    const folder = makeFolder({ 'results.ndjson': results });
    const told = runPython([join(projectRoot, 'test/tools/duck.py'), 'results.ndjson'], folder);
    expect(told).toEqual(['lines 1000', 'blocked 297', 'ready 707', 'unreadable 3']);
  },
  120_000,
);
