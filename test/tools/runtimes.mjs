// Runs the packed tool on other lines of Node, whose binaries come from the npm registry: command, streams on several
// threads, both entry points of the library. What they print must be what this Node prints.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-runtimes-'));
const lines = ['22', '24'];
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const main = join(home, 'node_modules/ionos-pg-migrate/dist/cli/main.cjs');
const supply = ['--set', 'credentials.database=app'];
const program = `
  import { renderDocument, translateText } from 'ionos-pg-migrate';
  import { clusterCreate } from 'ionos-pg-migrate/schema';
  import { readFileSync } from 'node:fs';
  const [translation] = translateText(readFileSync('orders.yaml', 'utf8'), { set: { 'credentials.database': 'app' } });
  console.log(clusterCreate.safeParse(translation.document).success, renderDocument(translation, { format: 'yaml' }));
`;

try {
  prepare();
  const expected = smoke(process.execPath);
  console.log(`runtimes: ${process.version} passes`);
  for (const line of lines) {
    const node = join(home, 'node_modules', `node${line}`, 'bin/node');
    if (!existsSync(node)) throw new Error(`the registry gave no binary of Node ${line} for ${platform}`);
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    assert.match(version, new RegExp(`^v${line}\\.`));
    assert.deepEqual(smoke(node), expected, `Node ${version} prints something else than ${process.version}`);
    console.log(`runtimes: ${version} prints the same`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

function prepare() {
  const packed = run('npm', ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', home], root);
  const [{ filename }] = JSON.parse(packed);
  writeFileSync(join(home, 'package.json'), '{"name":"consumer","private":true,"type":"module"}');
  const binaries = lines.map((line) => `node${line}@npm:${platform}@${line}`);
  const quietly = ['--silent', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
  run('npm', ['install', ...quietly, join(home, filename), ...binaries], home);
  cpSync(join(root, 'fixtures/create/orders-db/v1.yaml'), join(home, 'orders.yaml'));
  const [line = ''] = readFileSync(join(root, 'fixtures/stream/lines-with-a-blank-one/v1.ndjson'), 'utf8').split('\n');
  writeFileSync(join(home, 'many.ndjson'), `${line}\n`.repeat(500));
  writeFileSync(join(home, 'program.mjs'), program);
}

/** What the tool prints on a Node, by what it was asked. */
function smoke(node) {
  const calls = {
    version: [main, '--version'],
    help: [main, 'convert', '--help'],
    convert: [main, 'convert', 'orders.yaml', ...supply],
    diff: [main, 'diff', 'orders.yaml', ...supply],
    sarif: [main, 'audit', 'orders.yaml', '--format', 'sarif'],
    stream: [main, 'convert', 'many.ndjson', '--ndjson', '--jobs', '2', ...supply],
    library: ['program.mjs'],
  };
  const answers = Object.entries(calls).map(([name, words]) => {
    const { status, stdout, stderr } = spawnSync(node, words, { cwd: home, encoding: 'utf8' });
    assert.ok(stdout !== '' && (status === 0 || status === 1), `${name} ended with ${status}: ${stderr}`);
    return [name, { status, stdout, stderr }];
  });
  return Object.fromEntries(answers);
}

function run(command, words, cwd) {
  return execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
