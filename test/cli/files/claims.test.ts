// No file of a run is written over another of its files, whatever names and links lead to it.
import { linkSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/cli/files/claims.js';
import { makeCluster, makeFolder, read, run, supply } from '../command.js';

const original = makeCluster();
const force = [...supply, '--force'];

describe('an output is never an input', () => {
  test('where the output folder is a link to the input folder', () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/deep/b.json': original });
    symlinkSync('in', join(folder, 'v2'));
    const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...force], { folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining('v2/a.json is the input itself')]);
    expect([read(folder, 'in/a.json'), read(folder, 'in/deep/b.json')]).toEqual([original, original]);
  });

  test.each(['a link', 'another name'])('where it is %s of its input, or of another', (kind) => {
    const folder = makeFolder({ 'in/a.json': original, 'in/b.json': original, 'v2/x': '' });
    const make = kind === 'a link' ? symlinkSync : linkSync;
    const target = (name: string) => (kind === 'a link' ? `../in/${name}` : join(folder, 'in', name));
    make(target('a.json'), join(folder, 'v2/a.json'));
    const own = run(['convert', 'in', '--out-dir', 'v2', ...force], { folder });
    expect([own.status, own.stderr]).toEqual([2, expect.stringContaining('v2/a.json is the input itself')]);
    make(target('b.json'), join(folder, 'v2/c.json'));
    writeFileSync(join(folder, 'in/c.json'), original);
    const other = run(['convert', 'in/c.json', 'in/b.json', '--out-dir', 'v2', ...force], { folder });
    expect([other.status, other.stderr]).toEqual([
      2,
      expect.stringContaining('v2/c.json: it is in/b.json, which this run reads'),
    ]);
    expect(['a', 'b', 'c'].map((name) => read(folder, `in/${name}.json`))).toEqual([original, original, original]);
  });

  test('where --split makes its name', () => {
    const folder = makeFolder({ 'orders.json': original });
    const { status, stderr } = run(['convert', 'orders.json', '--split', '--out-dir', '.', ...force], { folder });
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining('orders.json: not written: it is orders.json, which this run reads'),
    ]);
    expect(read(folder, 'orders.json')).toBe(original);
  });

  test('where the output folder lies in the input folder under another name', () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/v2/x.txt': '' });
    symlinkSync('in/v2', join(folder, 'out'));
    for (const _ of ['once', 'again'])
      expect(run(['convert', 'in', '--out-dir', 'out', ...supply], { folder }).status).toBe(0);
    expect(readdirSync(join(folder, 'in/v2')).sort()).toEqual(['a.json', 'x.txt']);
  });
});

describe('a report', () => {
  const files = {
    'in/a.json': original,
    'in/b.json': original,
    'd.yaml': 'defaults:\n  credentials.database: app\n',
    'base/c.json': original,
    'users.json': JSON.stringify({ type: 'collection', items: [] }),
  };

  test.each([
    ['convert', '--report', 'in/a.json', 3],
    ['audit', '--out', 'in/a.json', 3],
    ['diff', '--report', 'link.json', 3],
    ['audit', '--report', 'd.json', 2],
    ['audit', '--report', 'base.json', 2],
    ['audit', '--set-baseline', 'in/b.json', 2],
    ['audit', '--init-decisions', 'in.yaml', 2],
  ])('of %s %s %s is none of the inputs', (...[command, option, path, expected]) => {
    const folder = makeFolder({ ...files, 'in/y.yaml': original });
    symlinkSync('in/b.json', join(folder, 'link.json'));
    symlinkSync('d.yaml', join(folder, 'd.json'));
    symlinkSync('base/c.json', join(folder, 'base.json'));
    symlinkSync('in/y.yaml', join(folder, 'in.yaml'));
    const beside = ['--decisions', 'd.yaml', '--base', 'base', '--force'];
    const { status } = run([command, 'in', option, path, ...beside], { folder });
    expect(status).toBe(expected);
    for (const [name, text] of Object.entries(files)) expect(read(folder, name)).toBe(text);
    expect(read(folder, 'in/y.yaml')).toBe(original);
  });

  test('is no input that was named, which is bad usage', () => {
    const folder = makeFolder(files);
    const { status, stderr } = run(['audit', 'in/a.json', '--report', 'in/../in/a.json', '--force'], { folder });
    expect(stderr).toContain('--report in/../in/a.json: it is in/a.json, which this run reads');
    expect([status, read(folder, 'in/a.json')]).toEqual([2, original]);
    const sides = run(['verify', 'in', 'base', '--report', 'in/b.json', '--force'], { folder });
    expect([sides.status, read(folder, 'in/b.json')]).toEqual([2, original]);
  });

  test('takes the place of an earlier one in the folder, and of the baseline', () => {
    const folder = makeFolder({ 'a.json': original });
    const words = ['audit', '.', '--report', 'report.json', '--force', ...supply];
    expect([run(words, { folder }).status, run(words, { folder }).status]).toEqual([0, 0]);
    const again = ['--baseline', 'report.json', '--set-baseline', 'known.json'];
    expect(run([...words, ...again.slice(0, 2)], { folder }).status).toBe(0);
    expect(run(['audit', '.', ...again.slice(2)], { folder }).status).toBe(0);
    expect(run(['audit', '.', ...again.slice(2)], { folder }).status).toBe(0);
  });

  test('is no output of the run, and no other report', () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/b.json': original });
    mkdirSync(join(folder, 'v2'));
    symlinkSync('v2', join(folder, 'out'));
    const words = ['convert', 'in', '--out-dir', 'v2', '--report', 'out/a.json', ...force];
    const { status, stderr } = run(words, { folder });
    expect(stderr).toContain('--report out/a.json and in/a.json would both be written to v2/a.json');
    expect([status, readdirSync(join(folder, 'v2'))]).toEqual([2, []]);
    const split = run(
      ['convert', 'in/a.json', '--split', ...words.slice(2)].map((word) => word.replace('out/a', 'v2/orders')),
      { folder },
    );
    expect(split.stderr).toContain('v2/orders.json: not written: this run has written v2/orders.json there');
    expect([split.status, JSON.parse(read(folder, 'v2/orders.json')).properties.name]).toEqual([3, 'orders']);
    const twice = run(['audit', 'in', '--out', 'r.json', '--format', 'json', '--report', './r.json'], { folder });
    expect([twice.status, twice.stderr]).toEqual([
      2,
      expect.stringContaining('--out r.json would be written there, too'),
    ]);
  });
});

describe('decisions', () => {
  test('are extended where they are also read, and where they lie among the payloads', () => {
    const folder = makeFolder({ 'a.json': original });
    const words = ['audit', '.', '--init-decisions', 'd.yaml'];
    expect(run(words, { folder }).status).toBe(1);
    const first = read(folder, 'd.yaml');
    writeFileSync(join(folder, 'b.json'), makeCluster({ displayName: 'b', backupLocation: 'de' }));
    expect(run([...words, '--decisions', 'd.yaml'], { folder }).status).toBe(1);
    expect(read(folder, 'd.yaml')).toContain('backup.location');
    expect(read(folder, 'd.yaml.bak')).toBe(first);
  });
});

describe('names', () => {
  test.each([
    ['A.json', 'a.json', ['darwin', 'win32']],
    ['\u00e9.json', 'e\u0301.json', ['darwin', 'win32']],
    ['a.json', 'a.json. ', ['win32']],
    ['a.json', 'b.json', []],
  ] as const)('%j and %j are one on %j', (one, other, platforms) => {
    const same = (['linux', 'darwin', 'win32'] as const).filter(
      (platform) => foldName(one, platform) === foldName(other, platform),
    );
    expect(same).toEqual(platforms);
  });
});
