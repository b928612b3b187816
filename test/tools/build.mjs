// Builds dist/: the library as plain modules with types, and the command as one bundle in chunks, so that start-up
// reads few files and loads the YAML parser and the schemas only when they are needed.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'dist/cli/main.js');

process.chdir(root);
if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);
rmSync('dist', { recursive: true, force: true });
buildLibrary();
await buildCommand();

/** Whether the command, which is built last, is newer than everything it is made from. */
function isFresh() {
  if (!existsSync(command)) return false;
  const inputs = readdirSync('src', { recursive: true }).map((name) => join('src', name));
  inputs.push(
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    '.config/tsconfig.build.json',
    'test/tools/build.mjs',
  );
  const built = statSync(command).mtimeMs;
  return inputs.every((name) => statSync(name).mtimeMs < built);
}

function buildLibrary() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', '.config/tsconfig.build.json'], { stdio: 'inherit' });
}

async function buildCommand() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const result = await build({
    entryPoints: ['src/cli/main.ts'],
    outdir: 'dist/cli',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // jsonc-parser's default entry cannot be bundled; its ES module build can.
    mainFields: ['module', 'main'],
    define: { __VERSION__: JSON.stringify(version) },
    // CommonJS dependencies ask for Node's own modules by `require`.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const text = readFileSync(command, 'utf8');
  if (!text.startsWith('#!')) writeFileSync(command, `#!/usr/bin/env node\n${text}`);
  chmodSync(command, 0o755);
  writeFileSync('dist/cli/licenses.txt', collectLicenses(Object.keys(result.metafile.inputs)));
}

/** The licence texts of the packages inside the bundle, which their licences ask to be passed on. */
function collectLicenses(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (match) packages.add(match[0]);
  }
  return [...packages].sort().map(describeLicense).join('\n');
}

function describeLicense(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}\n`;
}
