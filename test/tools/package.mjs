// Proves the package: packs it, installs the tarball in an empty folder, and uses it there as a stranger would, by
// command, by import and by type. Ends with a failure at the first thing that is not so.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-package-'));
const needed = [
  'package.json',
  'dist/LICENSE',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/schema/index.js',
  'dist/terraform.js',
  'dist/cli/main.cjs',
];
const allowed =
  /^(?:package\.json|README\.md|dist\/LICENSE|dist\/(?!cli\/).+\.(?:js|d\.ts)|dist\/cli\/(?:.+\.cjs(?:\.map)?|licenses\.txt|translate\.html))$/;

const consumer = `import { translateText, type Translation } from 'ionos-pg-migrate';
import { clusterCreate } from 'ionos-pg-migrate/schema';
import { translateModule } from 'ionos-pg-migrate/terraform';

const translations: readonly Translation[] = translateText('{}');
for (const translation of translations) {
  if (translation.status !== 'ready') continue;
  if (translation.target !== 'ClusterCreate') continue;
  const ram: number = translation.document.properties.instances.ram;
  console.log(ram, clusterCreate.safeParse(translation.document).success);
}
const { translations: clusters, modules } = translateModule([{ path: 'main.tf', text: '' }]);
console.log(clusters.length, modules[0]?.files[0]?.isChanged);
`;

try {
  const tarball = pack();
  install(tarball);
  installGlobally(tarball);
  runCommand(join(home, 'node_modules/.bin/ionos-pg-migrate'));
  runUnpacked(tarball);
  importEntries();
  checkTypes();
  console.log('package: all checks passed');
} finally {
  rmSync(home, { recursive: true, force: true });
}

function pack() {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    run('npm', ['pack', '--json', '--silent', '--pack-destination', home], root),
  );
  const names = files.map((file) => file.path);
  for (const name of names) assert.match(name, allowed, `the package holds a file that nobody needs: ${name}`);
  for (const name of needed) assert.ok(names.includes(name), `the package lacks ${name}`);
  // 800 kB of it are the page that translates, which brings the library for browsers, 1.5 MB maps for the text of a crash.
  assert.ok(unpackedSize < 6_000_000, `the package has grown to ${unpackedSize} bytes`);
  console.log(`package: ${names.length} files, ${unpackedSize} bytes unpacked`);
  return join(home, filename);
}

function install(tarball) {
  writeFileSync(join(home, 'package.json'), '{"name":"consumer","private":true,"type":"module"}');
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', tarball], home);
  console.log('package: installs in an empty folder');
}

/** Without a warning, and bringing no more than the README says; the command needs nothing of it but itself. */
function installGlobally(tarball) {
  const prefix = join(home, 'global');
  const words = ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', '--prefer-offline', tarball];
  const { status, stderr } = spawnSync('npm', words, { cwd: home, encoding: 'utf8' });
  assert.equal(status, 0, `npm install --global failed: ${stderr}`);
  assert.doesNotMatch(stderr, /warn|deprecated/i, 'npm install --global warns');
  const modules = join(prefix, process.platform === 'win32' ? 'node_modules' : 'lib/node_modules');
  const below = join(modules, 'ionos-pg-migrate/node_modules');
  const names = readdirSync(below).filter((name) => !name.startsWith('.'));
  const size = measure(modules);
  assert.equal(names.length, 7, `it brings other packages: ${names.join(', ')}`);
  assert.ok(size < 14_500_000, `it brings ${size} bytes`);
  rmSync(below, { recursive: true });
  runCommand(join(prefix, process.platform === 'win32' ? 'ionos-pg-migrate.cmd' : 'bin/ionos-pg-migrate'));
  console.log(`package: npm install --global warns of nothing and brings ${1 + names.length} packages, ${size} bytes`);
}

function measure(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  return files.filter((file) => file.isFile()).reduce((sum, file) => sum + file.size, 0);
}

function runCommand(command) {
  const source = findFixture(join(root, 'fixtures'));
  const copy = join(home, source.endsWith('.json') ? 'cluster.json' : 'cluster.yaml');
  cpSync(source, copy);
  assert.match(run(command, ['--help'], home), /convert/);
  const result = spawnSync(command, ['convert', copy, '--emit', 'result'], { cwd: home, encoding: 'utf8' });
  assert.ok(result.status === 0 || result.status === 1, `convert ended with ${result.status}: ${result.stderr}`);
  assert.match(result.stdout, /\bstatus\b/);
  console.log('package: the command runs');
}

/** As engines ship it: the archive alone, unpacked, without an install and with nothing in its environment. */
function runUnpacked(tarball) {
  const folder = join(home, 'unpacked');
  mkdirSync(folder);
  run('tar', ['-xzf', tarball, '-C', folder], home);
  const words = [join(folder, 'package/dist/cli/main.cjs'), 'convert', '--ndjson', '--jobs', '2', '--emit', 'result'];
  const { status, stdout } = spawnSync(process.execPath, words, {
    cwd: '/',
    env: {},
    input: '{}\n[]\n',
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.equal(stdout.split('\n').length, 3);
  console.log('package: the archive runs without an install');
}

/** The first v1 document among the fixtures. */
function findFixture(folder) {
  const names = readdirSync(folder, { recursive: true }).sort();
  const name = names.find(
    (entry) => /(?:^|\/)v1\.(?:json|yaml)$/.test(entry) && statSync(join(folder, entry)).isFile(),
  );
  assert.ok(name, 'there is no fixture to run the command on');
  return join(folder, name);
}

function importEntries() {
  const program = `
    import * as library from 'ionos-pg-migrate';
    import * as schemas from 'ionos-pg-migrate/schema';
    import * as terraform from 'ionos-pg-migrate/terraform';
    if (library.translateText('{}').length !== 1) throw new Error('translateText gave no outcome');
    if (terraform.translateModule([]).modules.length !== 0) throw new Error('a module was made of nothing');
    if (!schemas.clusterCreate) throw new Error('the schemas are not exported');
  `;
  run(process.execPath, ['--input-type=module', '-e', program], home);
  console.log('package: all entry points load');
}

function checkTypes() {
  writeFileSync(join(home, 'consumer.ts'), consumer);
  const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, types: ['node'] };
  const typeRoots = [join(root, 'node_modules/@types')];
  const settings = { compilerOptions: { ...options, typeRoots }, files: ['consumer.ts'] };
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(settings));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', home], home);
  console.log('package: the types serve a consumer');
}

function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')} failed\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  }
}
