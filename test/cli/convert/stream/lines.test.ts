// Streams: a line out for each line in, in order, on one thread or several, in pieces or whole.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, commandFile, makeCluster, makeFolder, read, run, supply } from '../../command.js';

const line = (properties: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify(JSON.parse(makeCluster(properties)))}\n`;
const hasParallel = spawnSync('parallel', ['--version']).status === 0;

describe('--ndjson', () => {
  test('a bad line is a line too, and the others are done', () => {
    const input = Buffer.concat([
      Buffer.from(line({ displayName: 'one' })),
      Buffer.from('{"broken": \n'),
      Buffer.from('\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`[${line({ displayName: 'in-a-list' }).trim()}]\r\n`),
      Buffer.from(line({ displayName: 'last' }).trim()),
    ]);
    const { stdout, stderr, status } = run(['convert', '--ndjson', ...supply], { input });
    const values = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(values.map((value) => (Array.isArray(value) ? [value[0].properties.name] : value?.properties.name))).toEqual(
      ['one', undefined, undefined, ['in-a-list'], 'last'],
    );
    expect(status).toBe(1);
    expect(run(['convert', '--ndjson', '--fail-on', 'never', ...supply], { input }).status).toBe(0);
    expect(stderr).toContain('5 documents: 3 ready, 2 unreadable');
    expect(stderr).toContain('<stdin>:2:11');
    expect(stderr).toContain('<stdin>:4:2');
    const results = run(['convert', '--ndjson', '--emit', 'result', ...supply], { input })
      .stdout.trimEnd()
      .split('\n');
    expect(JSON.parse(results[1] ?? '')).toMatchObject({ source: '<stdin>', status: 'unreadable' });
    expect(results).toHaveLength(5);
  });

  test('a line longer than 16 MiB is refused, and the next one is read', () => {
    const input = `"${'x'.repeat(17 * 1024 * 1024)}"\n${line()}`;
    const { stdout, stderr, status } = run(['convert', '--ndjson', ...supply], { input });
    expect(stdout.startsWith('null\n{"properties":')).toBe(true);
    expect(stderr).toContain('longer than 16 MiB');
    expect(status).toBe(1);
  });

  test('an empty part of a stream is no fault', () => {
    expect(run(['convert', '--ndjson'], { input: '' })).toMatchObject({ status: 0, stdout: '' });
  });

  test.each(['body', 'request', 'result'])('%s: several threads write what one writes', (emit) => {
    const names = Array.from({ length: 3000 }, (_, index) =>
      line({ displayName: `c${index}`, ram: 1024 * (index % 9) }),
    );
    const folder = makeFolder({ 'all.ndjson': names.join('') });
    const words = ['convert', '--ndjson', 'all.ndjson', '--emit', emit, ...supply];
    const one = run([...words, '--jobs', '1'], { folder });
    const several = run([...words, '--jobs', '3'], { folder });
    expect(several.stdout === one.stdout).toBe(true);
    expect(several.stderr).toBe(one.stderr);
    expect(one.stdout.trimEnd().split('\n')).toHaveLength(3000);
    expect(one.stderr).not.toContain(canary);
  });

  test('lines are counted before their bytes are handed to a thread', () => {
    const bad = `{"broken": \n${line({ ram: 1 })}`;
    const folder = makeFolder({ 'all.ndjson': `${line().repeat(700)}${bad}`.repeat(3), 'empty.ndjson': '\n' });
    const words = ['convert', 'all.ndjson', '--emit', 'result', '--omit', 'changes,infos', ...supply];
    const runs = ['1', '2'].map((jobs) => run([...words, '--jobs', jobs], { folder }));
    expect(runs[1]).toEqual(runs[0]);
    const results = (runs[0]?.stdout ?? '')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 2106 }, (_, index) => index + 1));
    expect(runs[0]?.stderr).toContain('all.ndjson:701:11, all.ndjson:1403:11, all.ndjson:2105:11');
    expect(run(['convert', 'empty.ndjson', '--jobs', '2'], { folder }).status).toBe(3);
  });

  test.skipIf(!hasParallel)('GNU parallel with two jobs gives what one process gives, byte for byte', () => {
    const names = Array.from({ length: 500 }, (_, index) => line({ displayName: `c${index}`, cores: index % 70 }));
    const folder = makeFolder({ 'all.ndjson': names.join('') });
    const filter = `${process.execPath} ${commandFile} convert --ndjson --quiet ${supply.join(' ')}`;
    const whole = run(['convert', '--ndjson', '--quiet', ...supply, 'all.ndjson'], { folder }).stdout;
    const cut = spawnSync('sh', ['-c', `parallel --pipe -k -j 2 --block 64k '${filter}' < all.ndjson`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(cut.stdout === whole).toBe(true);
    expect(whole.trimEnd().split('\n')).toHaveLength(500);
  });
});

describe('a large list in one file', () => {
  const item = (index: number) => ({
    ...JSON.parse(makeCluster({ displayName: `c${index} ä`, dnsName: 'x'.repeat(4000) })),
  });
  const items = Array.from({ length: 2400 }, (_, index) => item(index));
  const small = items.slice(0, 3);

  test.each([
    ['an array', (list: unknown[]) => `\uFEFF${JSON.stringify(list, null, 2)}\n`],
    ['a list in an object', (list: unknown[]) => JSON.stringify({ type: 'collection', items: list, offset: 0 })],
  ])('%s is converted as a small one is', (_, write) => {
    const folder = makeFolder({ 'large.json': write(items), 'small.json': write(small) });
    const large = run(['convert', 'large.json', '--fix-names', ...supply], { folder });
    const few = run(['convert', 'small.json', '--fix-names', ...supply], { folder });
    const end = few.stdout.slice(few.stdout.lastIndexOf('}') + 1);
    expect(large.status).toBe(0);
    expect(JSON.parse(large.stdout.replace('\uFEFF', ''))).toHaveLength(2400);
    expect(large.stdout.startsWith(few.stdout.slice(0, -end.length))).toBe(true);
    expect(large.stdout.endsWith(end)).toBe(true);
    const lines = run(['convert', 'large.json', '--ndjson', '--fix-names', ...supply], { folder });
    expect(lines.stdout.trimEnd().split('\n')).toHaveLength(2400);
  });

  test('one that breaks off is told, with what stands before', () => {
    const text = JSON.stringify({ items, links: { next: 'more' } });
    const folder = makeFolder({ 'cut.json': text.slice(0, -2000), 'pages.json': text });
    const cut = run(['convert', 'cut.json', ...supply, '--fix-names'], { folder });
    expect(cut.status).toBe(3);
    expect(cut.stderr).toContain('it ends before its list does');
    expect(JSON.parse(cut.stdout)).toHaveLength(2399);
    expect(run(['convert', 'pages.json', ...supply, '--fix-names'], { folder }).stderr).toContain(
      'there are more pages',
    );
  });
});

test('a report of a stream places its findings', () => {
  const folder = makeFolder({ 'a.ndjson': line() + line({ ram: 1 }) });
  run(['convert', 'a.ndjson', ...supply, '--report', 'report.json', '--quiet'], { folder });
  const { entries } = JSON.parse(read(folder, join('report.json')));
  expect(entries[1].findings[0].at).toMatchObject({ line: 2 });
});
