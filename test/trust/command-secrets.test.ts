// Law 6 by command: whatever a command prints or writes, in whatever format it declares, says no secret. Only v2
// documents and RFC 6902 patches carry them, in files that nobody else may read.
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { makeFolder, type Run, read, run } from '../cli/command.js';
import { mark, secretFiles } from './secret-files.js';

const env = { DB_PASSWORD: `${mark}aA1!env`, DB_NAME: `${mark}db` };
const supply = ['--override-env', 'credentials.password=DB_PASSWORD', '--set-env', 'credentials.database=DB_NAME'];
const names = Object.keys(secretFiles);
const extensions = ['txt', 'json', 'md', 'html', 'sarif', 'csv', 'xml'];

/** A command with one of the formats it declares; patches are documents in another form. */
interface Call {
  readonly name: string;
  readonly format: string;
}

const calls: Call[] = Object.entries(commands).flatMap(([name, { options }]) => {
  const declared = (options['format']?.choices ?? []) as readonly string[];
  return declared.filter((format) => format !== 'json-patch').map((format) => ({ name, format }));
});
const reports = calls.filter(({ name }) => name === 'audit' || name === 'diff');

describe('standard output and error', () => {
  test('are looked at for every command and format', () => {
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['convert', 'audit', 'diff', 'verify', 'rules']));
    expect(reports.length).toBeGreaterThan(15);
  });

  test.each(reports)('of $name --format $format say no secret', ({ name, format }) => {
    const folder = makeFolder(secretFiles);
    const words = [name, ...names, '--format', format];
    expect(search(run([...words, '--verbose'], { folder, env }))).toEqual([]);
    expect(search(run([...words, ...supply, '--color', 'always'], { folder, env }))).toEqual([]);
  });

  test.each([[], supply, ['--dry-run', '--verbose'], ['--emit', 'result', ...supply], ['--write-blocked']])(
    'of convert into a folder say no secret: %j',
    (...more) => {
      const words = ['convert', ...names, '--out-dir', 'v2', ...more];
      expect(search(run(words, { folder: makeFolder(secretFiles), env }))).toEqual([]);
    },
  );

  test.each(names)('of a dry run in place say no secret: %s', (file) => {
    const words = ['convert', file, '--in-place', '--dry-run', '--location', 'de/txl', ...supply];
    expect(search(run(words, { folder: makeFolder(secretFiles), env }))).toEqual([]);
  });

  test.each(names)('of convert and verify say no secret beside the document: %s', (file) => {
    const folder = makeFolder(secretFiles);
    expect(run(['convert', file, '--verbose', ...supply], { folder, env }).stderr).not.toContain(mark);
    expect(search(run(['verify', file, file], { folder, env }))).toEqual([]);
    expect(search(run(['verify', file, 'whole.json'], { folder, env }))).toEqual([]);
  });

  test('say no secret of standard input, nor of options that are wrong', () => {
    for (const text of Object.values(secretFiles)) {
      for (const name of ['audit', 'diff']) expect(search(run([name, '-'], { input: text, env }))).toEqual([]);
      expect(run(['convert', '-'], { input: text, env }).stderr).not.toContain(mark);
    }
    const wrong = [
      ['--set', `credentials.passwort=${mark}`],
      ['--set', `credentials.password:${mark}`],
      ['--override', `credentials.database=${mark}-no`],
      ['--override', `credentials.password=${mark}`],
    ];
    for (const words of wrong) {
      const said = run(['audit', 'whole.json', ...words], { folder: makeFolder(secretFiles) });
      expect({ words, found: search(said) }).toEqual({ words, found: [] });
    }
  });

  test('say no secret of a decisions file, whole or broken', () => {
    const whole = `defaults:\n  credentials.password: ${mark}aA1!\nclusters:\n  orders:\n    credentials: {database: ${mark}}\n`;
    const broken = ['  bad: [', `credentials: ${mark}\n`, `clusters: ${mark}\n`, `map: {name: {a: [${mark}]}}\n`];
    for (const text of [whole, ...broken.map((more) => whole + more)]) {
      const folder = makeFolder({ ...secretFiles, 'decisions.yaml': text });
      for (const name of ['audit', 'diff'])
        expect(search(run([name, 'whole.json', '--decisions', 'decisions.yaml'], { folder }))).toEqual([]);
    }
  });
});

describe('files', () => {
  test('of reports say no secret', () => {
    const folder = makeFolder(secretFiles);
    const asked = extensions.flatMap((extension) => ['--report', `report.${extension}`]);
    run(['convert', ...names, '--out-dir', 'v2', ...supply, ...asked], { folder, env });
    for (const extension of extensions) expect(read(folder, `report.${extension}`)).not.toContain(mark);
  });

  test('of decisions say no secret', () => {
    const folder = makeFolder(secretFiles);
    run(['audit', ...names, '--init-decisions', 'decisions.yaml'], { folder, env });
    expect(read(folder, 'decisions.yaml')).not.toContain(mark);
  });

  test('that hold a password are for their owner only; those in place stay as they were', () => {
    const folder = makeFolder({ 'whole.json': secretFiles['whole.json'] ?? '' });
    chmodSync(join(folder, 'whole.json'), 0o640);
    run(['convert', 'whole.json', '--out-dir', 'v2', ...supply], { folder, env });
    run(['diff', 'whole.json', ...supply, '--format', 'json-patch', '--out', 'whole.patch.json'], { folder, env });
    run(['convert', 'whole.json', '--in-place', ...supply], { folder, env });
    const modes = listHolders(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
    expect(Object.fromEntries(modes)).toEqual({
      'v2/whole.json': '600',
      'whole.json': '640',
      'whole.json.v1.bak': '640',
      'whole.patch.json': '600',
    });
  });
});

test('a patch on a terminal is masked', () => {
  const folder = makeFolder(secretFiles);
  const preload = 'process.stdout.isTTY = true;';
  const shown = run(['diff', 'whole.json', ...supply, '--format', 'json-patch'], { folder, env, preload });
  expect(search(shown)).toEqual([]);
});

/** Which streams hold a secret, with the text around it. */
function search({ stdout, stderr }: Run): string[] {
  return Object.entries({ stdout, stderr }).flatMap(([name, text]) => {
    const at = text.indexOf(mark);
    return at < 0 ? [] : [`${name}: ${text.slice(Math.max(0, at - 80), at + 20)}`];
  });
}

function listHolders(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => statSync(join(folder, name)).isFile() && read(folder, name).includes(mark)).sort();
}
