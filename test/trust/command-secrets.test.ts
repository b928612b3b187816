// Law 6 by command: whatever a command prints or writes, in whatever format it declares, says no secret. Only v2
// documents and RFC 6902 patches carry them, in files that nobody else may read.
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { makeCluster, makeFolder, type Run, read, run } from '../cli/command.js';
import { mark, secretFiles, secretModule } from './secret-files.js';

const env = { DB_PASSWORD: `${mark}aA1!env`, DB_NAME: `${mark}db` };
const supply = ['--override-env', 'credentials.password=DB_PASSWORD', '--set-env', 'credentials.database=DB_NAME'];
const names = Object.keys(secretFiles);
const whole = secretFiles['whole.json'] ?? '';
/** A document without a secret. */
const plain = JSON.stringify({
  id: '498ae72f-411f-11eb-9d07-046c59cc737e',
  properties: JSON.parse(makeCluster({ credentials: undefined })).properties,
});
const extensions = ['txt', 'json', 'md', 'html', 'sarif', 'csv', 'xml', 'codequality.json'];

/** A command with one of the formats it declares; patches are documents in another form. */
interface Call {
  readonly name: string;
  readonly format: string;
}

const calls: Call[] = Object.entries(commands).flatMap(([name, { options }]) => {
  const declared = (options['format']?.choices ?? []) as readonly string[];
  return declared.filter((format) => format !== 'json-patch').map((format) => ({ name, format }));
});
const verifications = calls.filter(({ name }) => name === 'verify').map(({ format }) => format);
const reports = calls.filter(({ name }) => name === 'audit' || name === 'diff');

describe('standard output and error', () => {
  test('are looked at for every command and format', () => {
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['convert', 'audit', 'diff', 'verify', 'rules']));
    expect(reports.length).toBeGreaterThan(13);
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

  test('say no secret of a Terraform module', () => {
    const calls = [
      ...['text', 'json', 'html', 'sarif'].map((format) => ['audit', '.', '--format', format]),
      ['diff', '.', '--verbose'],
      ['convert', '.', '--in-place', '--dry-run', '--id', '498ae72f-411f-11eb-9d07-046c59cc737e', ...supply],
      ['convert', '.', '--emit', 'result', '--omit', 'changes', '--quiet', '--check'],
    ];
    for (const words of calls) expect(search(run(words, { folder: makeFolder(secretModule), env }))).toEqual([]);
  });

  test('say no secret of standard input, nor of options that are wrong', () => {
    for (const text of Object.values(secretFiles)) {
      for (const name of ['audit', 'diff']) expect(search(run([name, '-'], { input: text, env }))).toEqual([]);
      expect(run(['convert', '-'], { input: text, env }).stderr).not.toContain(mark);
    }
    const wrong = [
      ['--set', `credentials.passwort=${mark}`],
      ['--set', `credentials.password:${mark}`],
      ['--override', `credentials.password=${mark}`],
    ];
    for (const words of wrong) {
      const said = run(['audit', 'whole.json', ...words], { folder: makeFolder(secretFiles) });
      expect({ words, found: search(said) }).toEqual({ words, found: [] });
    }
  });

  test('say no secret of a decisions file, whole or broken', () => {
    const whole = `defaults:\n  credentials.password: ${mark}aA1!\nclusters:\n  orders:\n    credentials: {password: ${mark}}\n`;
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

  const outputs: [string, ...string[]][] = [
    ['--write-blocked'],
    ['--split', '--write-blocked'],
    ['--emit', 'request', ...supply],
    ['--emit', 'result'],
    ['--format', 'yaml'],
    supply as [string, ...string[]],
  ];

  test.each(outputs)('of documents that hold a secret are for their owner only: %s %s', (...more) => {
    const folder = makeFolder(secretFiles);
    for (const name of names) chmodSync(join(folder, name), 0o644);
    run(['convert', ...names, '--out-dir', 'v2', ...more], { folder, env });
    const holders = listHolders(join(folder, 'v2'));
    expect(holders.length).toBeGreaterThan(2);
    expect(holders.map((name) => [name, modeOf(join(folder, 'v2', name))])).toEqual(
      holders.map((name) => [name, '600']),
    );
  });

  test('of patches are for their owner only', () => {
    const folder = makeFolder(secretFiles);
    const words = ['diff', ...names, ...supply, '--format', 'json-patch', '--out', 'all.patch'];
    run(words, { folder, env });
    expect(modeOf(join(folder, 'all.patch'))).toBe('600');
    writeFileSync(join(folder, 'open.patch'), 'an earlier one');
    chmodSync(join(folder, 'open.patch'), 0o666);
    run([...words.slice(0, -1), 'open.patch', '--force'], { folder, env });
    expect(read(folder, 'open.patch')).toContain(mark);
    expect(modeOf(join(folder, 'open.patch'))).toBe('600');
  });

  test('that take the place of others lose the rights of everybody else, and the original keeps its own', () => {
    const folder = makeFolder({ 'whole.json': whole, 'v2/whole.json': 'an earlier one' });
    chmodSync(join(folder, 'whole.json'), 0o744);
    chmodSync(join(folder, 'v2/whole.json'), 0o644);
    run(['convert', 'whole.json', '--out-dir', 'v2', '--force', ...supply], { folder, env });
    run(['convert', 'whole.json', '--in-place', ...supply], { folder, env });
    const modes = listHolders(folder).map((name) => [name, modeOf(join(folder, name))]);
    expect(Object.fromEntries(modes)).toEqual({
      'v2/whole.json': '600',
      'whole.json': '700',
      'whole.json.v1.bak': '744',
    });
  });

  test('are temporary for their owner only, whatever becomes of them', () => {
    const folder = makeFolder({ 'whole.json': whole, 'plain.json': plain });
    const preload = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const open = fs.openSync;
      fs.openSync = (path, flags, mode) => {
        const isNew = flags & fs.constants.O_EXCL && flags & fs.constants.O_NOFOLLOW;
        if (String(path).endsWith('.tmp')) fs.appendFileSync('modes.txt', (isNew ? 'new ' : '') + mode.toString(8) + '\\n');
        return open(path, flags, mode);
      };
      syncBuiltinESMExports();`;
    for (const more of [['--out-dir', 'v2', '--report', 'report.json'], ['--in-place']])
      run(['convert', 'whole.json', 'plain.json', ...more, ...supply], { folder, env, preload });
    expect(read(folder, 'modes.txt').trim().split('\n')).toEqual([
      'new 600',
      'new 600',
      'new 600',
      'new 600',
      'new 600',
    ]);
    expect(modeOf(join(folder, 'report.json'))).toBe((0o666 & ~process.umask()).toString(8));
  });
});

describe('sides and earlier runs', () => {
  test.each(verifications)('verify --format %s says no secret of either side', (format) => {
    const folder = makeFolder(secretFiles);
    const sides = [
      ['.', '.'],
      ['whole.json', 'v2.json'],
      ['answer.json', 'v2-odd.json'],
      ['whole.json', 'v2-bare.json'],
      ['--plan', 'plan.json'],
    ];
    for (const [v1 = '', v2 = ''] of sides)
      expect(search(run(['verify', v1, v2, '--format', format], { folder, env }))).toEqual([]);
  });

  test('a base is not quoted, whole or broken', () => {
    for (const base of names) {
      const folder = makeFolder(secretFiles);
      for (const name of ['audit', 'diff'])
        expect({
          base,
          found: search(run([name, 'patch.json', '--base', base, '--verbose'], { folder, env })),
        }).toMatchObject({ found: [] });
      expect(run(['convert', 'patch.json', '--base', base], { folder, env }).stderr).not.toContain(mark);
    }
  });

  test('a baseline that is none is not quoted, and no fault of the program', () => {
    const hostile = [mark, `{"a":"${mark}"`, `[${mark}]`, `{"reportVersion":1,"entries":["${mark}"]}`];
    const holes = ['{"reportVersion":1,"entries":[null]}', '{"reportVersion":1,"entries":[{"findings":5}]}', 'null'];
    const odd = [
      `{"reportVersion":1,"entries":[{"findings":[{"fingerprint":["${mark}"]}]}]}`,
      '{"reportVersion":1,"entries":[{"findings":[null]}]}',
    ];
    for (const text of [...hostile, ...holes, ...odd]) {
      const folder = makeFolder({ ...secretFiles, 'baseline.json': text });
      const told = run(['audit', 'whole.json', '--baseline', 'baseline.json'], { folder });
      expect({ text, found: search(told), status: told.status }).toEqual({ text, found: [], status: 2 });
      expect(told.stderr).not.toContain('fault of the program');
    }
  });

  test('rules and schema say nothing of the environment', () => {
    for (const words of [
      ['rules'],
      ['rules', 'credentials/password'],
      ['schema', 'v1'],
      ['schema', 'v2', 'create'],
      ['schema', 'report'],
    ])
      expect(search(run([...words, '--verbose'], { env }))).toEqual([]);
  });

  test('--init-decisions extends a file without saying its secrets', () => {
    const held = `clusters:\n  orders:\n    credentials: { password: ${mark}aA1!held } # ${mark}\n`;
    for (const text of [held, `${held}  bad: [`, `- ${mark}\n`]) {
      const folder = makeFolder({ ...secretFiles, 'decisions.yaml': text });
      chmodSync(join(folder, 'decisions.yaml'), 0o600);
      expect(search(run(['audit', ...names, '--init-decisions', 'decisions.yaml'], { folder, env }))).toEqual([]);
      expect(modeOf(join(folder, 'decisions.yaml'))).toBe('600');
    }
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

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

function listHolders(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => statSync(join(folder, name)).isFile() && read(folder, name).includes(mark)).sort();
}
