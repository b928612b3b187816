// Reports as files and products of the command: formats by name, an earlier report to compare with, rows of CSV.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const files = { 'a.json': makeCluster({ ram: 5000 }), 'b.json': makeCluster() };

describe('--report', () => {
  test('writes each format that a file name asks for', () => {
    const folder = makeFolder(files);
    const names = ['r.txt', 'r.json', 'r.md', 'r.html', 'r.sarif', 'r.csv', 'r.xml', 'r.codequality.json'];
    const words = names.flatMap((name) => ['--report', name]);
    const { status } = run(['convert', 'a.json', 'b.json', '--out-dir', 'v2', ...words, ...supply], { folder });
    expect(status).toBe(1);
    const starts = [/^a\.json/, /^\{/, /^## /, /^<!doctype html>/, /^\{/, /^\ufeff"file"/, /^<\?xml/, /^\[/];
    for (const [index, name] of names.entries()) {
      expect(read(folder, name)).toMatch(starts[index] ?? '');
      expect(read(folder, name)).toContain('instances/ram/not-whole-gb');
      expect(read(folder, name)).not.toContain(canary);
    }
  });
});

describe('--format', () => {
  test.each(['markdown', 'html', 'sarif', 'junit', 'csv', 'gitlab', 'github'])('%s is a product of audit', (format) => {
    const audit = run(['audit', 'a.json', 'b.json', '--format', format], { folder: makeFolder(files) });
    expect(audit.stdout).toContain('instances/ram/not-whole-gb');
    expect(audit.stderr).toBe('');
  });

  test.each(['text', 'json', 'markdown', 'html', 'csv'])('%s shows the changes of diff', (format) => {
    const { stdout } = run(['diff', 'a.json', 'b.json', '--format', format], { folder: makeFolder(files) });
    expect(stdout).toMatch(/backup[./]location/);
    expect(stdout).toContain('the backup object');
  });

  test.each(['sarif', 'junit', 'gitlab', 'github'])('%s, which shows no changes, is refused for diff', (format) => {
    const { status, stderr } = run(['diff', 'a.json', '--format', format], { folder: makeFolder(files) });
    expect(status).toBe(2);
    expect(stderr).toMatch(/takes text, json, markdown, html, csv, json-patch; given was/);
  });

  test('what could not be read is named although the report goes to a file', () => {
    const folder = makeFolder({ ...files, 'cut.json': '{"properties": {', 'empty.json': '' });
    const { status, stderr } = run(['audit', '.', '--format', 'html', '--out', 'x.html'], { folder });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^4 documents: .*2 unreadable/);
    expect(stderr).toMatch(/cut\.json:1:17: The text ends in the middle/);
    expect(stderr).toMatch(/empty\.json:1:1: /);
    expect(run(['audit', '.', '--format', 'html', '--out', 'y.html', '-q'], { folder }).stderr).toMatch(/cut\.json/);
  });

  test('a text that goes to a file is the same by --out and by --report', () => {
    const folder = makeFolder(files);
    run(['audit', 'a.json', 'b.json', '--report', 'r.txt', '--format', 'text', '--out', 'o.txt'], { folder });
    expect(read(folder, 'r.txt')).toContain('b.json:');
    expect(read(folder, 'o.txt')).toBe(read(folder, 'r.txt'));
  });

  test('--severity leaves out what is below it, and refuses to hide what fails', () => {
    const folder = makeFolder(files);
    const audit = (...words: string[]) => run(['audit', 'a.json', 'b.json', '--format', 'csv', ...words], { folder });
    expect(audit().stdout).toContain('"info"');
    expect(audit('--severity', 'warning').stdout).not.toContain('"info"');
    expect(audit('--severity', 'error').stdout).not.toMatch(/"info"|"warning"/);
    expect(audit('--severity', 'error').status).toBe(1);
    expect(audit('--severity', 'error', '--fail-on', 'warning')).toMatchObject({ status: 2 });
  });

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

test('-o takes the format from its ending, and -q leaves text out', () => {
  const folder = makeFolder({ 'a.json': makeCluster(), 'b.json': makeCluster({ ram: 5000 }) });
  const words = ['audit', 'a.json', 'b.json', ...supply];
  run([...words, '-o', 'audit.html'], { folder });
  expect(read(folder, 'audit.html')).toMatch(/^<!doctype html>/i);
  run([...words, '-o', 'audit.txt', '--format', 'json'], { folder });
  expect(JSON.parse(read(folder, 'audit.txt')).reportVersion).toBe(1);
  for (const command of [words, ['diff', 'b.json'], ['verify', 'a.json', 'b.json', '--fail-on', 'never']])
    expect(run([...command, '-q'], { folder }).stdout).toBe('');
  expect(run([...words, '-q'], { folder })).toMatchObject({ status: 1, stderr: '' });
  expect(run([...words, '-q', '--format', 'csv'], { folder }).stdout).toContain('instances/ram');
  expect(run(['diff', 'a.json', '-o', 'a.sarif'], { folder })).toMatchObject({ status: 2 });
  expect(run(['convert', 'a.json', ...supply, '-o', 'v2'], { folder }).status).toBe(0);
  expect(read(folder, 'v2/a.json')).toContain('instances');
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
    ['it is a document', { 'e.json': makeCluster() }, 'it is no baseline'],
    ['it is no JSON', { 'e.json': '{' }, 'it is no baseline'],
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
