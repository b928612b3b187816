// The README is held to what it says: its examples run, its generated blocks are what the code gives. With
// UPDATE_README=1 the blocks are written instead; the result wants reading before it is committed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { facts } from '../src/facts/index.js';
import { listRules } from '../src/index.js';

const readme = 'README.md';
const isUpdate = process.env['UPDATE_README'] === '1';

test('the example before and after', () => {
  const source = 'fixtures/create/orders-db/v1.yaml';
  holdBlock('example:before', `\`\`\`yaml\n${readFileSync(source, 'utf8')}\`\`\``);
  const after = runCommand(['convert', source, '--set', 'credentials.database=orders']);
  holdBlock('example:after', `\`\`\`yaml\n${after}\`\`\``);
});

test('the first command shows the document and the changes', () => {
  const line = readText().match(/^npm ci && npm run build && (.+)$/m)?.[1] ?? '';
  const commands = line.split(' && ').map((part) => part.replace('node dist/cli/main.cjs ', '').split(' '));
  expect(commands.map(([name]) => name)).toEqual(['convert', 'diff']);
  const [document = '', changes = ''] = commands.map(runCommand);
  expect(document).toContain('name: orders-db');
  expect(changes).toContain('→ instances.ram: 16');
});

test('the second command is what CI runs', () => {
  expect(readText()).toContain('\nnpm ci && npm test\n');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci.*\n[\s\S]*^npm test$/m);
});

test('the library example prints what it says', () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readBlock('example:library')) ?? [];
  const printed = runScript(code);
  holdBlock('example:library', `\`\`\`js\n${code}\`\`\`\n\nprints\n\n\`\`\`\n${printed}\`\`\``);
});

test('the table of rules', () => {
  const rows = listRules().map(
    ({ id, from, to, summary }) => `| \`${id}\` | ${list(from)} | ${list(to)} | ${summary} |`,
  );
  holdBlock('rules', ['| rule | v1 | v2 | what it does |', '|---|---|---|---|', ...rows].join('\n'));
});

test('the table of operations', () => {
  const rows = facts.operations.rows.map(({ v1, v2, note }) => `| ${call(v1)} | ${call(v2)} | ${note} |`);
  holdBlock('operations', ['| v1 | v2 | what differs |', '|---|---|---|', ...rows].join('\n'));
});

function call(operation: { method: string; path: string } | undefined): string {
  return operation ? `\`${operation.method} ${operation.path}\`` : '–';
}

function list(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ') || '–';
}

function runCommand(args: readonly string[]): string {
  return execFileSync('node', ['dist/cli/main.cjs', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a script in a folder where the package is installed, as a reader would have it. */
function runScript(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-readme-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(process.cwd(), join(folder, 'node_modules', 'ionos-pg-migrate'));
    const script = join(folder, 'migrate.mjs');
    writeFileSync(script, code);
    return execFileSync('node', [script], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function holdBlock(name: string, content: string): void {
  if (!isUpdate) {
    expect(readBlock(name)).toBe(content);
    return;
  }
  const text = readText();
  const before = readBlock(name);
  writeFileSync(
    readme,
    text.replace(`<!-- ${name} -->\n${before}\n`, () => `<!-- ${name} -->\n${content}\n`),
  );
}

function readBlock(name: string): string {
  const text = readText();
  const start = text.indexOf(`<!-- ${name} -->\n`);
  const end = text.indexOf(`\n<!-- /${name} -->`, start);
  if (start < 0 || end < 0) throw new Error(`${readme} has no block ${name}`);
  return text.slice(start + name.length + 10, end);
}

function readText(): string {
  return readFileSync(readme, 'utf8');
}
