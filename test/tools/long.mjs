// The long run: 100,000 generated documents through each law, the second opinion and the command, and ten minutes of
// fuzzing, blind and led by coverage; and Spark and DuckDB, where Python has them.
// `npm run test:long -- --documents 20000 --fuzz-seconds 60 --seed 7` changes it; the seed of a run is printed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    'fuzz-seconds': { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
// A law is tried on four kinds of documents, or on one in four shares.
const runs = String(Math.ceil(Number(values.documents) / 4));
const env = { ...process.env, LAW_RUNS: runs, LAW_SEED: values.seed, FUZZ_SEED: values.seed };
console.log(`long: ${values.documents} documents, ${values['fuzz-seconds']} s of fuzzing, seed ${values.seed}`);
const words = ['vitest', 'run', '--config', '.config/vitest.config.ts'];
const tests = [
  ...['laws', 'second-opinion', 'fuzz', 'trust/generated-command', 'trust/yaml-round-trip'],
  ...['forms/terraform', 'cli/convert/stream/engines', 'cli/files/failing-calls'],
];
const { status } = spawnSync('npx', [...words, ...tests.map((name) => `test/${name}`)], {
  cwd: root,
  env: { ...env, FUZZ_SECONDS: values['fuzz-seconds'], ENGINES: '1', FAULT_STEP: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
