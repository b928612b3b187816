// The READMEs are held to what they say: their examples run, their generated blocks are what the code gives, their
// links lead somewhere. With UPDATE_README=1 the blocks are written instead.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRules } from '../src/index.js';
import { renderOperationsTable } from '../src/report/rules/operations.js';
import { commandFile, makeFolder } from './cli/command.js';
import { holdBlock, readBlock } from './support/blocks.js';
import { walkThroughTerraform } from './support/terraform-walkthrough.js';
import { showWalk } from './support/walkthrough.js';

const readme = 'README.md';
const readmes = ['src', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const files = [readme, ...readmes.filter((name) => /(?:^|\/)README\.md$/.test(name))];

describe('README.md', () => {
  const text = readFileSync(readme, 'utf8');

  test('is read to its end: it has at most 250 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  test('shows a document before and after', () => {
    const source = 'fixtures/create/orders-db/v1.yaml';
    const after = runCommand(['convert', source, '--set', 'credentials.database=orders']);
    holdBlock(readme, 'example:before-after', fence('text', besides(readFileSync(source, 'utf8'), after)));
  });

  test('begins with a command that shows the document and the changes', () => {
    const line = text.match(/^npm ci && npm run build && (.+)$/m)?.[1] ?? '';
    const commands = line.split(' && ').map((part) => part.replace('node dist/cli/main.cjs ', '').split(' '));
    expect(commands.map(([name]) => name)).toEqual(['convert', 'diff']);
    const [document = '', changes = ''] = commands.map(runCommand);
    expect(document).toContain('name: orders-db');
    expect(changes).toContain('→ instances.ram: 16');
  });

  test('goes on with the command that CI runs', () => {
    expect(text).toContain('\nnpm ci && npm test\n');
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci.*\n[\s\S]*^npm test$/m);
  });

  test('walks through a folder of three hundred', () => {
    holdBlock(readme, 'example:walkthrough', fence('console', showWalk(makeFolder())));
  });

  test('goes the way of a Terraform module', () => {
    holdBlock(readme, 'example:terraform', fence('console', walkThroughTerraform()));
  });

  test('shows a program that compiles in a strict project, and what it prints', () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readBlock(readme, 'example:library')) ?? [];
    const project = makeProject(code);
    try {
      compile(project);
      const printed = execFileSync('node', ['migrate.mjs'], { cwd: project, encoding: 'utf8' });
      holdBlock(readme, 'example:library', `${fence('js', code)}\n\n${fence('', printed)}`);
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

test('the table of rules', () => {
  const rows = listRules().map(
    ({ id, from, to, summary }) => `| \`${id}\` | ${list(from)} | ${list(to)} | ${summary} |`,
  );
  const head = ['| rule | v1 | v2 | what it does |', '|---|---|---|---|'];
  holdBlock('src/rules/README.md', 'rules', [...head, ...rows].join('\n'));
});

test('the table of operations', () => {
  holdBlock('src/facts/README.md', 'operations', renderOperationsTable().trimEnd());
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('links to what there is', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !target.startsWith('https://') && !leadsSomewhere(file, target))).toEqual([]);
  });

  test('names tests that there are', () => {
    const named = [...text.matchAll(/\b(?:vitest(?: run --config \S+)?) ((?:test\/\S+ ?)+)/g)].flatMap(
      ([, paths = '']) => paths.replaceAll('`', '').trim().split(' '),
    );
    const tests = readmes.filter((name) => name.endsWith('.test.ts'));
    expect(named.filter((path) => !tests.some((name) => name.includes(path)))).toEqual([]);
  });

  test('names files and folders of the source that there are', () => {
    const named = [...text.matchAll(/`((?:src|test|fixtures)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names no place of one machine', () => {
    expect(text).not.toMatch(/(?<![\w.])\/(?:home|root|tmp|Users)\/\w/);
  });
});

/** Whether a file, or a heading of one, is there. */
function leadsSomewhere(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const to = path === '' ? file : join(dirname(file), path);
  if (!existsSync(to)) return false;
  return anchor === undefined || listAnchors(readFileSync(to, 'utf8')).includes(anchor);
}

/** The anchors that headings get. */
function listAnchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase());
  return headings.map((title) => title.replace(/[^\w -]/g, '').replaceAll(' ', '-'));
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Two texts, line beside line. */
function besides(left: string, right: string): string {
  const [lines, others] = [left, right].map((text) => text.trimEnd().split('\n')) as [string[], string[]];
  const width = Math.max(...lines.map((line) => line.length));
  const rows = Array.from({ length: Math.max(lines.length, others.length) }, (_, row) => row);
  return rows.map((row) => `${(lines[row] ?? '').padEnd(width)} │ ${others[row] ?? ''}`.trimEnd()).join('\n');
}

function list(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ') || '–';
}

function runCommand(args: readonly string[]): string {
  return execFileSync('node', [commandFile, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A folder where the package is installed, as a reader would have it, with a program for Node and for the compiler. */
function makeProject(code: string): string {
  const project = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-readme-'));
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(process.cwd(), join(project, 'node_modules/ionos-pg-migrate'));
  symlinkSync(join(process.cwd(), 'node_modules/@types/node'), join(project, 'node_modules/@types/node'));
  symlinkSync(join(process.cwd(), 'fixtures/list/fleet/v1.json'), join(project, 'clusters.json'));
  for (const name of ['migrate.mjs', 'migrate.mts']) writeFileSync(join(project, name), code);
  return project;
}

/** Compiles the program as `tsc --init` would have it: strict, against the types in dist/. */
function compile(project: string): void {
  const options = { strict: true, module: 'nodenext', target: 'es2023', noEmit: true, types: ['node'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['migrate.mts'] }));
  const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync('node', [compiler, '-p', project], { encoding: 'utf8' });
  expect(stdout).toBe('');
}
