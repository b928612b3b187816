// Reports as files and products of the command: formats by name, an earlier report to compare with, rows of CSV.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const files = { 'a.json': makeCluster({ ram: 5000 }), 'b.json': makeCluster() };

describe('--report', () => {
  test('writes each format that a file name asks for', () => {
    const folder = makeFolder(files);
    const names = ['r.txt', 'r.json', 'r.md', 'r.html', 'r.sarif', 'r.csv', 'r.xml'];
    const words = names.flatMap((name) => ['--report', name]);
    const { status } = run(['convert', 'a.json', 'b.json', '--out-dir', 'v2', ...words, ...supply], { folder });
    expect(status).toBe(1);
    const starts = [/^a\.json/, /^\{/, /^## /, /^<!doctype html>/, /^\{/, /^\ufeff"file"/, /^<\?xml/];
    for (const [index, name] of names.entries()) {
      expect(read(folder, name)).toMatch(starts[index] ?? '');
      expect(read(folder, name)).toContain('instances/ram/not-whole-gb');
      expect(read(folder, name)).not.toContain(canary);
    }
  });
});

describe('--format', () => {
  test.each(['markdown', 'html', 'sarif', 'junit', 'csv', 'github'])(
    '%s is a product of audit and of diff',
    (format) => {
      const folder = makeFolder(files);
      const audit = run(['audit', 'a.json', 'b.json', '--format', format], { folder });
      expect(audit.stdout).toContain('instances/ram/not-whole-gb');
      expect(audit.stderr).toBe('');
      expect(run(['diff', 'a.json', 'b.json', '--format', format], { folder }).stdout).toBe(audit.stdout);
    },
  );

  test('--csv documents gives a row a document', () => {
    const { stdout } = run(['audit', '.', '--format', 'csv', '--csv', 'documents'], { folder: makeFolder(files) });
    expect(stdout.trim().split('\r\n')).toHaveLength(3);
  });

  test('--rules-url is where reports link to', () => {
    const words = ['audit', 'a.json', '--format', 'markdown', '--rules-url', 'https://example.org/rules.html'];
    expect(run(words, { folder: makeFolder(files) }).stdout).toContain(
      'https://example.org/rules.html#rule-instances-ram',
    );
  });
});

describe('--baseline', () => {
  test('only findings that the earlier report lacks give exit code 1', () => {
    const folder = makeFolder({ 'fleet/a.json': makeCluster({ ram: 5000 }), 'fleet/b.json': makeCluster() });
    const audit = ['audit', 'fleet', ...supply];
    expect(run([...audit, '--format', 'json', '--out', 'earlier.json'], { folder }).status).toBe(1);
    expect(run([...audit, '--baseline', 'earlier.json'], { folder }).status).toBe(0);
    writeFileSync(join(folder, 'fleet/b.json'), makeCluster({ ram: 4097 }));
    const { status, stdout } = run([...audit, '--baseline', 'earlier.json', '--format', 'github'], { folder });
    expect(status).toBe(1);
    expect(stdout.match(/^::error/gm)).toHaveLength(1);
    expect(stdout).toContain('file=fleet/b.json');
  });

  test.each([
    ['there is none', {}, 'there is no such file or folder'],
    ['it is a document', { 'e.json': makeCluster() }, 'it is no JSON report'],
    ['it is no JSON', { 'e.json': '{' }, 'it is no JSON report'],
  ])('is refused where %s', (_, more, reason) => {
    const { status, stderr } = run(['audit', 'a.json', '--baseline', 'e.json'], {
      folder: makeFolder({ ...files, ...more }),
    });
    expect(status).toBe(2);
    expect(stderr).toContain(`--baseline e.json: ${reason}`);
  });
});

test('rules are told as Markdown and as a page', () => {
  expect(run(['rules', 'instances/ram', '--format', 'markdown']).stdout).toContain('### instances/ram');
  expect(run(['rules', '--format', 'html']).stdout).toContain('id="rule-instances-ram"');
});
