// Holds the architecture: who may import whom, and what a file looks like. The table is that of src/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, projectRoot, readSourceFiles, roomOf, type SourceFile } from './tools/source-files.js';

interface Room {
  /** Rooms it may import; `schema (types)` allows type imports only. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const table = readRooms();
const topLevel = ['README.md', 'fixtures', 'package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json'];
const generated = ['node_modules', 'dist', 'coverage'];

const sources = readSourceFiles('src');
const tests = readSourceFiles('test');

describe('imports', () => {
  test('every room is in the table, and no other', () => {
    expect([...new Set(sources.map((file) => file.room))].sort()).toEqual([...table.keys()].sort());
  });

  test('one column: no room imports from one above it', () => {
    const order = [...table.keys()];
    const upwards = [...table].flatMap(([room, { rooms }]) =>
      rooms.map((name) => name.split(' ')[0] ?? '').filter((name) => order.indexOf(name) <= order.indexOf(room)),
    );
    expect(upwards).toEqual([]);
  });

  test('the table allows nothing that no file uses', () => {
    const used = new Set(
      sources.flatMap((file) =>
        file.imports.map(({ local, target }) => `${file.room} → ${local ? roomOf(target) : target}`),
      ),
    );
    const allowed = [...table].flatMap(([room, { rooms, packages }]) =>
      [...rooms.map((name) => name.split(' ')[0]), ...packages].map((name) => `${room} → ${name}`),
    );
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
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
    const library = sources.filter((file) => !['cli', 'web'].includes(file.room)).flatMap((file) => file.imports);
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

function readRooms(): Map<string, Room> {
  const text = readFileSync(join(projectRoot, 'src/README.md'), 'utf8');
  const block = /<!-- rooms -->\n([\s\S]*?)<!-- \/rooms -->/.exec(text)?.[1] ?? '';
  const rows = [...block.matchAll(/^\| `([^`]+)` \|[^|]*\| ([^|]*) \|$/gm)];
  return new Map(
    rows.map(([, room = '', imports = '']) => {
      const [rooms = '', packages = ''] = imports.split(/; packages? /);
      return [room, { rooms: listNames(rooms), packages: listNames(packages) }];
    }),
  );
}

/** `schema` (types), `model` → schema (types), model. */
function listNames(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`( \(types\))?/g)].map(([, name = '', types = '']) => name + types);
}

function isAllowed(file: SourceFile, item: Import): boolean {
  const row = table.get(file.room);
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
