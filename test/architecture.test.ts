// Holds the architecture: who may import whom, and what a file looks like. The table is the one in the design.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, projectRoot, readSourceFiles, roomOf, type SourceFile } from './tools/source-files.js';

interface Room {
  /** Rooms it may import; `schema (types)` allows type imports only. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const pipeline = ['model', 'facts', 'schema', 'rules', 'engine', 'source', 'emit', 'report'];
const table: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: ['ipaddr.js'] },
  facts: { rooms: ['model (types)'], packages: [] },
  schema: { rooms: ['model', 'facts'], packages: ['zod'] },
  rules: { rooms: ['model', 'schema (types)', 'facts (types)'], packages: [] },
  engine: { rooms: ['model'], packages: [] },
  source: { rooms: ['model'], packages: ['yaml', 'jsonc-parser'] },
  emit: { rooms: ['model'], packages: ['yaml', 'fast-json-patch'] },
  report: { rooms: ['model'], packages: [] },
  // The files at the top of src: the pipeline, which knows the order, and what prepares and renders for it.
  top: { rooms: pipeline, packages: ['leven'] },
  // The comparison of two sides, which translates one of them.
  verify: { rooms: ['model', 'facts', 'schema', 'rules', 'engine', 'report (types)', 'top'], packages: [] },
  'index.ts': { rooms: [...pipeline, 'top', 'verify'], packages: [] },
  cli: {
    rooms: ['index.ts'],
    packages: [
      'yargs',
      'picocolors',
      'string-width',
      'leven',
      'tinyglobby',
      'diff',
      'yaml',
      'workerpool',
      'log-update',
      '@streamparser/json',
    ],
  },
  // The one door from the command to the readers and renderers: it loads those for YAML only when they are needed.
  'cli/formats.ts': { rooms: ['index.ts', 'top', 'source'], packages: [] },
};
const topLevel = ['README.md', 'fixtures', 'package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json'];
const generated = ['node_modules', 'dist', 'coverage'];

const sources = readSourceFiles('src');
const tests = readSourceFiles('test');

describe('imports', () => {
  test('every folder is in the table', () => {
    expect(sources.filter((file) => !table[file.room]).map((file) => file.path)).toEqual([]);
  });

  test('files import only what the table allows', () => {
    const forbidden = sources.flatMap((file) =>
      file.imports
        .filter((item) => !isAllowed(file, item))
        .map((item) => `${file.path} → ${item.target} (${item.style})`),
    );
    expect(forbidden).toEqual([]);
  });

  test('what the library imports is installed with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const library = sources.filter((file) => file.room !== 'cli').flatMap((file) => file.imports);
    const used = new Set(library.filter((item) => !item.local).map((item) => item.target));
    expect([...used].filter((name) => !(name in dependencies))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });

  test('ipaddr.js stands behind one file', () => {
    const doors = sources.filter((file) => file.imports.some((item) => item.target === 'ipaddr.js'));
    expect(doors.map((file) => file.path)).toEqual(['model/address.ts']);
  });

  test('no file imports itself by way of others', () => {
    expect(findCycles(sources)).toEqual([]);
  });
});

describe('files', () => {
  test('are at most 200 lines long', () => {
    const long = sources.filter((file) => file.lines.length > 200);
    expect(long.map((file) => `${file.path}: ${file.lines.length}`)).toEqual([]);
  });

  test('say in their first one to three lines what they own', () => {
    const silent = sources.filter((file) => {
      const start = file.lines[0]?.startsWith('#!') ? 1 : 0;
      const length = file.lines.slice(start).findIndex((line) => !line.startsWith('// '));
      return length < 1 || length > 3;
    });
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  test('document every export', () => {
    expect(sources.flatMap(listUndocumentedExports)).toEqual([]);
  });

  test('declare no classes but one error', () => {
    const classes = sources.flatMap((file) => file.text.match(/^(?:export )?(?:abstract )?class .*/gm) ?? []);
    expect(classes.filter((line) => !/ extends \w*Error\b/.test(line))).toEqual([]);
    expect(classes.length).toBeLessThanOrEqual(1);
  });

  test('name no place of one machine', () => {
    // Written in two parts, so that this file does not name one.
    const place = new RegExp(['home', 'root', 'work', 'Users'].map((name) => `(?<![\\w.])/${name}/\\w`).join('|'));
    expect([...sources, ...tests].filter((file) => place.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe('project', () => {
  test('holds nothing else at its top', () => {
    const entries = readdirSync(projectRoot).filter((name) => !name.startsWith('.') && !generated.includes(name));
    expect(entries.filter((name) => !topLevel.includes(name))).toEqual([]);
  });

  test('keeps the lint rules that its style rests on', () => {
    const { linter } = JSON.parse(readFileSync(join(projectRoot, '.biome.json'), 'utf8'));
    const { complexity, style, suspicious } = linter.rules;
    expect(complexity.useMaxParams).toEqual({ level: 'error', options: { max: 3 } });
    expect(style.useFilenamingConvention).toEqual({ level: 'error', options: { filenameCases: ['kebab-case'] } });
    expect(style).toMatchObject({ noDefaultExport: 'error', noEnum: 'error', noParameterAssign: 'error' });
    expect(suspicious.noExplicitAny).toBe('error');
  });
});

function isAllowed(file: SourceFile, item: Import): boolean {
  const row = table[file.path] ?? table[file.room];
  if (!row) return false;
  if (item.target.startsWith('node:')) return file.room === 'cli';
  if (!item.local) return row.packages.includes(item.target);
  const room = roomOf(item.target);
  if (room === file.room || row.rooms.includes(room)) return true;
  return row.rooms.includes(`${room} (${item.style === 'type' ? 'types' : item.style})`);
}

function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const item of byPath.get(path)?.imports ?? []) if (item.local) visit(item.target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}

function listUndocumentedExports(file: SourceFile): string[] {
  const declared = /^export (?:declare |async |abstract )*(?:function\*?|const|let|interface|type|class) (\w+)/;
  const missing: string[] = [];
  let overloaded = '';
  for (const [index, line] of file.lines.entries()) {
    const name = declared.exec(line)?.[1];
    if (!name) continue;
    const documented = /\*\/$/.test(file.lines[index - 1] ?? '');
    // The signatures of one function stand together under one comment.
    if (!documented && name !== overloaded) missing.push(`${file.path}: ${name}`);
    overloaded = name;
  }
  return missing;
}
