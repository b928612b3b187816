// Builds dist/: the library as plain modules with types, and the command as one bundle in chunks, so that start-up
// reads few files and loads the YAML parser and the schemas only when they are needed.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePageCode, writeTranslatePage } from './page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'dist/cli/main.cjs');
const plainWidth = '\0plain-width';
/** The licence that package.json names. */
const license = `MIT License

Copyright (c) 2026 ionos-pg-migrate contributors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;

/** yargs measures its help with string-width, whose start alone takes half as long as Node's. Our help is ASCII. */
const plainWidthForHelp = {
  name: 'plain-width-for-help',
  resolveId: (id, importer = '') =>
    id === 'string-width' && importer.includes('node_modules') ? plainWidth : undefined,
  load: (id) => (id === plainWidth ? 'export default (text) => text.length;' : undefined),
};

process.chdir(root);
if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);
rmSync('dist', { recursive: true, force: true });
await writePageCode();
buildLibrary();
writeFileSync('dist/LICENSE', license);
await buildCommand();
await writeTranslatePage('dist/cli/translate.html', JSON.parse(readFileSync('package.json', 'utf8')).version);

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
    'test/tools/page.mjs',
  );
  const built = statSync(command).mtimeMs;
  return inputs.every((name) => statSync(name).mtimeMs < built);
}

function buildLibrary() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', '.config/tsconfig.build.json'], { stdio: 'inherit' });
}

/**
 * The command is CommonJS: Node starts that faster than modules. It is bundled by rolldown, since that leaves out of a
 * chunk what only others need, even where an index file names it; so only YAML loads the YAML parser.
 */
async function buildCommand() {
  const { rolldown } = await import('rolldown');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'src/cli/main.ts', worker: 'src/cli/convert/stream/worker.ts' },
    platform: 'node',
    // jsonc-parser's default entry cannot be bundled; its module build can.
    resolve: { mainFields: ['module', 'main'], extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'node20.19', define: { __VERSION__: JSON.stringify(version) } },
    plugins: [plainWidthForHelp],
    // yargs resolves `extends` of settings files by it, which the command does not have.
    checks: { emptyImportMeta: false },
  });
  const { output } = await bundle.write({
    dir: 'dist/cli',
    format: 'cjs',
    minify: true,
    // For the text of a crash; without the sources themselves, which would be twice the command.
    sourcemap: 'hidden',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
  });
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  writeFileSync('dist/cli/licenses.txt', collectLicenses(modules));
  for (const name of readdirSync('dist/cli', { recursive: true }))
    if (name.endsWith('.map')) shortenMap(join('dist/cli', name));
  const text = readFileSync(command, 'utf8');
  writeFileSync(command, `#!/usr/bin/env node\n${text}`);
  // The line above it moves all of them down by one.
  shiftMap(`${command}.map`);
  chmodSync(command, 0o755);
}

/** Leaves the sources out of a map, and the way to them from here. */
function shortenMap(path) {
  const { sourcesContent: _sources, ...map } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(
    path,
    JSON.stringify({ ...map, sources: map.sources.map((source) => source.replace(/^(?:\.\.\/)+/, '')) }),
  );
}

function shiftMap(path) {
  const map = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...map, mappings: `;${map.mappings}` }));
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
