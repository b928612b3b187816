// Compressed input: what is read of it, what is refused, and what becomes of files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, read, run, supply } from '../command.js';

const cluster = makeCluster();
const line = `${JSON.stringify(JSON.parse(cluster))}\n`;

describe('gzip', () => {
  const lines = line.repeat(300);
  const folder = makeFolder({
    'a.json': cluster,
    'all.ndjson': lines,
    'in/a.json.gz': gzipSync(cluster),
    'in/b.YAML.GZ': gzipSync(`# ours\n${cluster}`),
    'in/all.ndjson.gz': Buffer.concat([gzipSync(lines.slice(0, 1000)), gzipSync(lines.slice(1000))]),
    'named.json': gzipSync(cluster),
  });

  test.each([
    [['in/a.json.gz'], ['a.json']],
    [['named.json'], ['a.json']],
    [['in/all.ndjson.gz'], ['all.ndjson']],
    [['in/all.ndjson.gz', '--jobs', '2'], ['all.ndjson']],
  ])('%j is read as what it holds', (words, plain) => {
    const whole = run(['convert', ...plain, ...supply, '-q'], { folder });
    expect(run(['convert', ...words, ...supply, '-q'], { folder })).toEqual(whole);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
  });

  test('it is told by its first bytes on standard input', () => {
    for (const [words, text] of [
      [[], cluster],
      [['--ndjson'], lines],
      [['--input-format', 'yaml'], cluster],
    ] as const) {
      const whole = run(['convert', ...words, ...supply], { input: text });
      expect(run(['convert', ...words, ...supply], { input: gzipSync(text) })).toEqual(whole);
      expect(whole.status).toBe(0);
    }
  });

  test('files of a folder are written unfolded, and never replaced', () => {
    const copy = makeFolder({ 'in/a.json.gz': gzipSync(cluster), 'in/b.yaml.gz': gzipSync(cluster) });
    expect(run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder: copy }).status).toBe(0);
    expect(read(copy, 'v2/a.json')).toBe(run(['convert', 'a.json', ...supply], { folder }).stdout);
    expect(existsSync(join(copy, 'v2/b.yaml'))).toBe(true);
    const { status, stderr } = run(['convert', 'in', '--in-place', ...supply], { folder: copy });
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining('in/a.json.gz: not written: it is compressed; --out-dir writes it unfolded'),
    ]);
  });

  test('an empty part is one, and a part that was cut off is named with what stands before', () => {
    expect(run(['convert', '--ndjson'], { input: gzipSync('') })).toMatchObject({ status: 0, stdout: '' });
    const noise = Array.from({ length: 3000 }, (_, index) => line.replace('orders', `c${(index * 7919) % 65537}`)).join(
      '',
    );
    const packed = gzipSync(noise);
    const cut = packed.subarray(0, packed.length / 2);
    const { status, stdout, stderr } = run(['convert', '--ndjson', ...supply], { input: cut });
    expect([status, stderr]).toEqual([3, expect.stringContaining('it ends in the middle of what is compressed')]);
    expect(stdout.split('\n').length).toBeGreaterThan(100);
    const damaged = gzipSync(cluster).fill(7, 20, 60);
    const told = run(['convert', '-', ...supply], { input: damaged });
    expect([told.status, told.stdout]).toEqual([3, '']);
    expect(told.stderr).toContain('what is compressed is damaged');
  });
});

test('what unfolds to far more than a configuration is refused, in flat memory', () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20), { level: 9 });
  const folder = makeFolder({ 'a.json': bomb, 'a.ndjson': bomb });
  for (const words of [['a.json'], ['a.ndjson']]) {
    const { status, stderr } = run(['convert', ...words], { folder });
    expect([words, status, stderr]).toEqual([
      words,
      3,
      expect.stringContaining('far more than any configuration does'),
    ]);
  }
});

test.each([
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd], 'zstd -dc FILE |'],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41], 'bzip2 -dc FILE |'],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz -dc FILE |'],
  ['zip', [0x50, 0x4b, 0x03, 0x04], 'unzip -p FILE |'],
])('%s is named with what unfolds it', (name, first, remedy) => {
  const folder = makeFolder({
    'a.ndjson': Buffer.from([...first, 1, 2, 3]),
    'a.json': Buffer.from([...first, 1, 2, 3]),
  });
  for (const file of ['a.ndjson', 'a.json']) {
    const { status, stderr } = run(['convert', file], { folder });
    expect([status, stderr]).toEqual([3, expect.stringContaining(`it is compressed with ${name}`)]);
    expect(stderr).toContain(remedy);
  }
});
