// Hostile names and places: no file outside the folder that was named, none lost under the name of another.
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameDocument } from '../../src/cli/convert/file-names.js';
import { translateValue } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { makeCluster, makeFolder, read, run, supply } from '../cli/command.js';
import { makeResponse, putAt } from '../support/base.js';

const hostile = [
  '../../x',
  '..',
  '.',
  '/etc/passwd',
  'C:\\x',
  '\\\\server\\share',
  '~/x',
  '.bashrc',
  '-rf',
  'a\u0000b',
  'a\nb',
  'con',
  'NUL.txt',
  'com¹',
  'lpt9.json',
  'x.',
  'x ',
  'orders',
  'Orders',
  'ORDERS',
  'ordérs',
  'a'.repeat(5000),
  '\u202egnp.exe',
  '👩‍👩‍👧',
  ' ',
];
/** What every file system takes: no separators, no control characters, no name of a device, nothing hidden. */
const safe = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[A-Za-z0-9_][A-Za-z0-9._-]{0,200}(?<![.])$/i;

function named(displayName: unknown, id: unknown): Translation {
  const response = makeResponse();
  putAt(response, 'properties.displayName', displayName);
  putAt(response, 'id', id);
  return translateValue(response);
}

describe('names of files', () => {
  test.each(hostile)('are safe for a cluster called %j', (name) => {
    expect(nameDocument(named(name, undefined), 'all.json')).toMatch(safe);
    expect(nameDocument(named('a', name), 'all.json')).toMatch(safe);
    expect(nameDocument(undefined, `${name}.json`)).toMatch(safe);
  });

  test('are safe for a cluster called anything', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (name, id) => {
        expect(nameDocument(named(name, id), 'all.json')).toMatch(safe);
      }),
    );
  });
});

describe('--split', () => {
  test('writes a file for each of many hostile names, all in the folder', () => {
    const documents = hostile.map((displayName) => JSON.parse(makeCluster({ displayName })));
    const folder = makeFolder({ 'in/all.json': JSON.stringify(documents) });
    const { stderr } = run(
      ['convert', 'in/all.json', '--split', '--out-dir', 'v2', '--fix-names', ...supply, '--write-blocked'],
      {
        folder,
      },
    );
    expect(readdirSync(folder).sort()).toEqual(['in', 'v2']);
    const names = readdirSync(join(folder, 'v2'));
    expect({ stderr, count: names.length }).toMatchObject({ count: hostile.length });
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(hostile.length);
    for (const name of names) expect(name).toMatch(safe);
  });
});

describe('links', () => {
  test('of --out-dir are not followed to a file that is elsewhere', () => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'b.json': makeCluster(), 'victim.txt': 'mine' });
    mkdirSync(join(folder, 'v2'));
    symlinkSync('../victim.txt', join(folder, 'v2/a.json'));
    symlinkSync('../missing.txt', join(folder, 'v2/b.json'));
    run(['convert', 'a.json', 'b.json', '--out-dir', 'v2', ...supply], { folder });
    expect(read(folder, 'victim.txt')).toBe('mine');
    expect(existsSync(join(folder, 'missing.txt'))).toBe(false);
  });

  test('given to --in-place stay links, and the backup stands beside the file', () => {
    const folder = makeFolder({ 'real/a.json': makeCluster() });
    symlinkSync('real/a.json', join(folder, 'link.json'));
    run(['convert', 'link.json', '--in-place', ...supply], { folder });
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(realpathSync(join(folder, 'link.json'))).toBe(realpathSync(join(folder, 'real/a.json')));
    expect(JSON.parse(read(folder, 'real/a.json')).properties.name).toBe('orders');
    expect(read(folder, 'real/a.json.v1.bak')).toBe(makeCluster());
  });

  test.each(['a link to another file', 'another text'])(
    '%s, in the place of a file since it was read, is left alone',
    (change) => {
      const folder = makeFolder({ 'a.json': makeCluster(), 'victim.txt': 'mine' });
      const taken =
        change === 'another text' ? "fs.writeFileSync('a.json', 'mine')" : "fs.symlinkSync('victim.txt', 'a.json')";
      const preload = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const close = fs.closeSync;
      fs.closeSync = (file) => {
        close(file);
        fs.closeSync = close;
        fs.unlinkSync('a.json');
        ${taken};
      };
      syncBuiltinESMExports();`;
      const { status, stderr } = run(['convert', 'a.json', '--in-place', ...supply], { folder, preload });
      expect(stderr).toContain('a.json: not written: it has changed since it was read');
      expect([status, read(folder, 'a.json'), read(folder, 'victim.txt')]).toEqual([3, 'mine', 'mine']);
      expect(readdirSync(folder).sort()).toEqual(['a.json', 'victim.txt']);
    },
  );

  test.each(['\uFEFF{}', '\uFEFF# a comment\n---\n{}\n---\n'])('a byte-order mark is no change: %j', (text) => {
    const cluster = text.replace('{}', makeCluster().replaceAll('\n', '\r\n').trim());
    const folder = makeFolder({ 'a.yaml': cluster });
    const { status, stderr } = run(['convert', 'a.yaml', '--in-place', ...supply], { folder });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(read(folder, 'a.yaml.v1.bak')).toBe(cluster);
  });

  test('put in the place of a backup are never written through', () => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'victim.txt': 'mine' });
    symlinkSync('victim.txt', join(folder, 'a.json.v1.bak'));
    const { status } = run(['convert', 'a.json', '--in-place', ...supply], { folder });
    expect(status).toBe(3);
    expect(read(folder, 'victim.txt')).toBe('mine');
    expect(read(folder, 'a.json')).toBe(makeCluster());
  });

  test.each(['nowhere.txt', 'a.json'])('to %s in the place of a backup are no backup', (target) => {
    const folder = makeFolder({ 'a.json': makeCluster() });
    symlinkSync(target, join(folder, 'a.json.v1.bak'));
    const { status, stderr } = run(['convert', 'a.json', '--in-place', ...supply], { folder });
    expect(stderr).toContain('a.json.v1.bak exists and holds something else');
    expect(status).toBe(3);
    expect(read(folder, 'a.json')).toBe(makeCluster());
  });
});
