// `audit`, `diff`, `rules` and `--report`: reports on standard output and in files.
import { describe, expect, test } from 'vitest';
import { report } from '../../../src/schema/report.js';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const folder = makeFolder({
  'a.json': makeCluster(),
  'b.json': makeCluster({ location: 'xx/yyy' }),
  'two.ndjson': `${JSON.stringify(JSON.parse(makeCluster()))}\n`.repeat(2),
});
const escapeCharacter = String.fromCharCode(27);

describe('audit', () => {
  test('says what is open and how to supply it, and writes no document', () => {
    const { status, stdout, stderr } = run(['audit', 'a.json', 'b.json'], { folder });
    expect(stdout).toContain('2 documents: 2 blocked');
    expect(stdout).toContain('  ionos-pg-migrate convert a.json --set credentials.database=VALUE\n');
    expect(stdout).not.toContain('changes');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('--format json is what its schema says, and --out puts it into a file', () => {
    const { stdout } = run(['audit', 'a.json', 'b.json', '--format', 'json', '--out', 'audit.json'], { folder });
    expect(stdout).toBe('');
    const parsed = report.parse(JSON.parse(read(folder, 'audit.json')));
    expect(parsed.summary.statuses).toMatchObject({ blocked: 2, ready: 0 });
    expect(parsed.entries.map((entry) => entry.source)).toEqual(['a.json', 'b.json']);
    expect(parsed.tool.version).toMatch(/^\d/);
  });

  test('a file that cannot be read is in the report', () => {
    const { status, stdout } = run(['audit', 'none.json', '--format', 'json'], { folder });
    const [entry] = report.parse(JSON.parse(stdout)).entries;
    expect(entry).toMatchObject({ source: 'none.json', status: 'unreadable' });
    expect(entry?.findings[0]?.message).toBe('Nothing could be read: there is no such file or folder.');
    expect(status).toBe(3);
  });

  test('a file in another encoding is in the report, with what to do', () => {
    const wide = makeFolder({ 'wide.json': Buffer.from('{}', 'utf16le') });
    const { status, stdout } = run(['audit', 'wide.json', '--format', 'json'], { folder: wide });
    expect(report.parse(JSON.parse(stdout)).entries[0]?.findings[0]).toMatchObject({
      code: 'document/source/encoding',
      remedy: 'Write it anew: iconv -f UTF-16LE -t UTF-8 FILE > NEWFILE',
    });
    expect(status).toBe(3);
  });
});

describe('diff', () => {
  test('shows each change with place and reason', () => {
    const { status, stdout } = run(['diff', 'a.json', ...supply], { folder });
    expect(stdout).toMatch(/~ ram: 4096 +→ instances\.ram: 4 +a\.json:9:5\n/);
    expect(stdout).toMatch(/- storageType: "SSD" +→ \(nothing\) +a\.json:11:5\n/);
    expect(status).toBe(0);
  });

  test('--format json-patch makes the v2 document of the v1 document', () => {
    const { stdout } = run(['diff', 'a.json', ...supply, '--format', 'json-patch'], { folder });
    const patch = JSON.parse(stdout);
    expect(patch).toContainEqual({ op: 'add', path: '/properties/credentials/database', value: 'app' });
    expect(patch).toContainEqual({ op: 'remove', path: '/properties/storageType' });
  });

  test('several patches are a line each, with their source', () => {
    const { stdout } = run(['diff', 'two.ndjson', ...supply, '--format', 'json-patch'], { folder });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ source, patch }) => [source, Array.isArray(patch)])).toEqual([
      ['two.ndjson', true],
      ['two.ndjson', true],
    ]);
  });

  test('a blocked document has no patch', () => {
    const { status, stdout, stderr } = run(['diff', 'b.json', '--format', 'json-patch'], { folder });
    expect(stdout).toBe('');
    expect(stderr).toContain('There is no patch');
    expect(status).toBe(1);
  });

  test('on a terminal the secrets of a patch are masked, and it says so', () => {
    const words = ['diff', 'a.json', '--format', 'json-patch', '--set-env', 'credentials.database=DB'];
    const options = { folder, env: { DB: 'secret_database', NO_COLOR: '1' } };
    const shown = run(words, { ...options, preload: 'process.stdout.isTTY = true' });
    expect(shown.stdout).toContain('"[redacted]"');
    expect(shown.stdout).not.toContain('secret_database');
    expect(shown.stderr).toContain('Secrets are masked on a terminal');
    expect(run(words, options).stdout).toContain('secret_database');
  });
});

describe('--report', () => {
  test('writes every format that is asked for, beside the product', () => {
    const words = ['convert', 'a.json', ...supply, '--report', 'r/a.txt', '--report', 'r/a.json'];
    const { status, stdout } = run(words, { folder });
    expect(JSON.parse(stdout).properties.name).toBe('orders');
    expect(read(folder, 'r/a.txt')).toContain('instances.ram: 4');
    expect(report.parse(JSON.parse(read(folder, 'r/a.json'))).summary.documents).toBe(1);
    expect(status).toBe(0);
  });

  test('a report that cannot be written is told, and no verdict', () => {
    const occupied = makeFolder({ 'a.json': makeCluster(), 'mine.json': 'mine' });
    const { status, stderr } = run(['audit', 'a.json', '--report', 'mine.json'], { folder: occupied });
    expect(stderr).toBe(
      'ionos-pg-migrate: mine.json: not written: it exists and holds something else; --force replaces it\n',
    );
    expect(status).toBe(3);
  });
});

describe('rules', () => {
  test('lists all rules, and one with messages and examples', () => {
    expect(run(['rules']).stdout).toMatch(/^instances\/ram +map +/m);
    const { stdout } = run(['rules', 'instances/ram']);
    expect(stdout).toContain('v1        ram\n');
    expect(stdout).toContain('v2        instances.ram\n');
    expect(stdout).toContain('given  ram: 16384\n');
  });

  test('--format json gives the same to programs', () => {
    const [rule] = JSON.parse(run(['rules', 'instances/ram', '--format', 'json']).stdout);
    expect(rule).toMatchObject({ id: 'instances/ram', kind: 'map', from: ['ram'], to: ['instances.ram'] });
  });
});

describe('colour', () => {
  const paint = (words: readonly string[], options = {}) =>
    run(['audit', 'a.json', ...words], { folder, ...options }).stdout.includes(escapeCharacter);
  const preload = 'process.stdout.isTTY = true';

  test('only on a terminal, unless told otherwise', () => {
    expect(paint([])).toBe(false);
    expect(paint([], { preload })).toBe(true);
    expect(paint([], { preload, env: { NO_COLOR: '1' } })).toBe(false);
    expect(paint(['--color', 'never'], { preload })).toBe(false);
    expect(paint(['--color', 'always'])).toBe(true);
  });
});

test('the password of a document is in no report and no message of any command', () => {
  const input = makeCluster({
    credentials: { username: 'postgres', password: canary, extra: canary },
    displayName: 'a b',
  });
  for (const words of [['audit'], ['diff'], ['audit', '--format', 'json'], ['diff', '--format', 'json']]) {
    const { stdout, stderr } = run(words, { input });
    expect(stdout + stderr).not.toContain(canary);
  }
  const { stdout, stderr } = run(['convert', '--emit', 'result'], { input });
  expect(stdout + stderr).not.toContain(canary);
  const broken = run(['convert'], { input: input.replace(`"${canary}"`, `${canary}"`) });
  expect(broken.stdout + broken.stderr).not.toContain(canary);
});

describe('a proposed command line repeats the options of the run', () => {
  const open = makeCluster({ credentials: { username: 'orders', password: canary }, backupLocation: undefined });
  const folder = makeFolder({ 'a.json': open, 'd.yaml': 'defaults: {}' });
  const line = (words: readonly string[], env = {}) => {
    const { stdout, stderr } = run(words, { folder, env });
    return /^ {2}ionos-pg-migrate (.*)$/m.exec(stdout + stderr)?.[1];
  };

  test('but never a secret, nor what it supplies anew', () => {
    const words = ['--set', 'backup.retentionDays=14', '--set', `credentials.password=${canary}`, '--to', 'create'];
    expect(line(['audit', 'a.json', ...words, '--decisions', 'd.yaml', '--override', 'backup.location=' + 'x y'])).toBe(
      "convert a.json --to create --decisions d.yaml --set backup.retentionDays=14 --set-env credentials.password=NAME --override 'backup.location=x y' --set credentials.database=VALUE",
    );
  });

  test('and of convert what it writes, and where', () => {
    const words = ['--out-dir', 'v2', '--emit', 'request', '--set-env', 'credentials.password=DB', '--force'];
    expect(line(['convert', 'a.json', ...words], { DB: canary })).toBe(
      'convert a.json --set-env credentials.password=DB --emit request --out-dir v2 --force --set credentials.database=VALUE --set backup.location=VALUE',
    );
  });
});
