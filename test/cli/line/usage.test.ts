// The command line itself: help, bad usage, exit codes.
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, run } from '../command.js';

const folder = makeFolder({ 'a.json': makeCluster(), 'b.json': makeCluster() });
/** Where to look it up: at the command, where one is called. */
function hint(command = ''): string {
  return `Try: ionos-pg-migrate ${['convert', 'audit', 'schema', 'rules'].includes(command) ? `${command} ` : ''}--help\n`;
}

describe('bad usage ends with 2, one sentence and a hint', () => {
  test.each([
    [[], 'name a command: convert, audit, diff, verify, schema, rules, page or completion'],
    [['convrt'], 'unknown command: convrt (did you mean convert?)'],
    [['migrate'], 'unknown command: migrate'],
    [['convert', '--fix-nams', 'a.json'], 'unknown option: --fix-nams (did you mean --fix-names?)'],
    [['audit', '--emit', 'body', 'a.json'], 'unknown option: --emit'],
    [['convert', '--set'], '--set needs a value'],
    [['convert', '--fail-on'], '--fail-on needs a value'],
    [['convert', 'a.json', '--emit'], '--emit needs a value'],
    [['convert', 'a.json', '--ndjson', '--format', 'yaml'], '--ndjson writes lines of JSON, and --format yaml none'],
    [['convert', 'a.json', '--connection', '-1'], '--connection: must be a whole number, counted from 0'],
    [['schema', 'v3'], 'schema <name> takes v1, v2, report, result, decisions; given was v3'],
    [['convert', 'a.json', '--out-dir='], '--out-dir needs a value'],
    [['convert', '--format', 'json', '--format', 'yaml', 'a.json'], '--format is given twice'],
    [['convert', '--color', 'blue', 'a.json'], '--color takes auto, always, never; given was blue'],
    [['convert', '--connection', 'first', 'a.json'], '--connection takes a number'],
    [
      ['convert', '--set', 'instances.ramm=4', 'a.json'],
      '--set: v2 has no path instances.ramm; did you mean instances.ram?',
    ],
    [['convert', '--override', 'instances.ram=big', 'a.json'], '--override: instances.ram takes a number'],
    [['convert', '--set', 'name=a', '--set', 'name=b', 'a.json'], '--set: name is supplied twice'],
    [
      ['convert', 'a.json', '--report', 'a.xls'],
      '--report a.xls: the name must end in .txt, .json, .md, .html, .sarif, .csv, .xml or .codequality.json',
    ],
    [['rules', 'instances/rm'], 'there is no rule and no message instances/rm (did you mean instances/ram?)'],
    [['convert', 'a.json', '--omit', 'changes'], '--omit leaves something out of results; say --emit result'],
    [
      ['convert', 'a.json', '--emit', 'result', '--omit', 'changes,info'],
      '--omit takes changes and infos; given was info',
    ],
    [['convert', 'a.json', 'a.json', '.', '--source', 'all'], '--source is the name of one input, and there are 2'],
    [
      ['convert', 'a.json', '--first-line', '7'],
      '--first-line counts lines of NDJSON; say --ndjson where no file name does',
    ],
    [['convert', 'a.json', '--first-line', '0'], '--first-line takes a whole number, counted from 1'],
    [['rules', 'a', 'b'], 'unexpected argument: b'],
  ])('%j', (words, message) => {
    const { status, stdout, stderr } = run(words, { folder });
    expect(stderr).toBe(`ionos-pg-migrate: ${message}\n${hint(words[0])}`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('a password without its path is not repeated', () => {
    const { status, stderr } = run(['convert', 'a.json', '--set', canary], { folder });
    expect(stderr).toBe(
      `ionos-pg-migrate: --set takes path=value, such as backup.retentionDays=14\n${hint('convert')}`,
    );
    expect(status).toBe(2);
  });

  test('a password in the place of a variable is not printed', () => {
    const { status, stderr } = run(['convert', '--set-env', 'credentials.password=S3cretXYZ'], { input: '{}' });
    expect([status, stderr.includes('S3cretXYZ')]).toEqual([2, false]);
    expect(stderr).toContain('--set-env credentials.password: the environment variable that is named there is not set');
  });

  test('a variable that is not set is named', () => {
    const words = ['convert', 'a.json', '--set-env', 'credentials.password=NO_SUCH'];
    const message = '--set-env credentials.password: the environment variable NO_SUCH is not set, or empty';
    expect(run(words, { folder })).toMatchObject({
      status: 2,
      stderr: `ionos-pg-migrate: ${message}\n${hint('convert')}`,
    });
  });
});

describe('help', () => {
  test('names every command', () => {
    const { status, stdout, stderr } = run(['--help']);
    for (const name of ['convert', 'audit', 'diff', 'rules', 'completion'])
      expect(stdout).toContain(`ionos-pg-migrate ${name}`);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test.each(['convert', 'audit', 'diff', 'rules'])('%s --help shows options and examples', (name) => {
    const { status, stdout } = run([name, '--help']);
    expect(stdout).toMatch(new RegExp(`^ionos-pg-migrate ${name} \\[`));
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('--quiet');
    expect(status).toBe(0);
  });

  test('options may stand before the command', () => {
    expect(run(['--quiet', 'audit', 'a.json'], { folder })).toMatchObject({ status: 1, stderr: '' });
  });

  test('the version is the package’s', () => {
    expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(['convert', 'audit', 'diff', 'verify'])(
    '%s --help has every option in a group that fits a screen',
    (name) => {
      const { stdout } = run([name, '--help']);
      const titles = ['Input', 'Decisions', 'Output', 'Report', 'Options'];
      const groups = titles.map((title) => stdout.split(`\n${title}:\n`)[1]?.split('\n\n')[0]?.split('\n') ?? []);
      for (const [index, lines] of groups.entries()) {
        expect(lines.length, titles[index]).toBeGreaterThan(1);
        expect(lines.length, titles[index]).toBeLessThanOrEqual(24);
      }
      expect(groups.at(-1)).toHaveLength(2);
    },
  );
});

describe('rules', () => {
  test('shows the rule of a finding with its message only', () => {
    const { status, stdout } = run(['rules', 'instances/ram/not-whole-gb', '--format', 'json']);
    const [rule, ...rest] = JSON.parse(stdout);
    expect([status, rest, rule.id]).toEqual([0, [], 'instances/ram']);
    expect(rule.messages.map(({ code }: { code: string }) => code)).toEqual(['instances/ram/not-whole-gb']);
    expect(rule.examples.length).toBeGreaterThan(0);
    expect(run(['rules', 'instances/ram/not-whole-gb']).stdout).toContain('instances/ram/not-whole-gb');
  });

  test.each([
    ['instances/ran', 'instances/ram'],
    ['ram', 'instances/ram'],
    ['storagesize', 'instances/storageSize'],
    ['instances/ram/not-whole', 'instances/ram/not-whole-gb'],
  ])('offers what is near to %s', (given, near) => {
    expect(run(['rules', given])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`there is no rule and no message ${given} (did you mean ${near}`),
    });
  });
});

describe('exit codes', () => {
  const bad = makeFolder({ 'ready.json': makeCluster(), 'broken.json': '{', 'empty.json': '' });
  const ready = ['--set', 'credentials.database=app'];

  test.each([
    ['nothing found', ['audit', 'ready.json', ...ready], 0],
    ['an error', ['audit', 'ready.json'], 1],
    ['an error, never to fail', ['audit', 'ready.json', '--fail-on', 'never'], 0],
    ['a broken file', ['audit', 'broken.json', 'ready.json'], 3],
    ['an empty file', ['audit', 'empty.json', '--fail-on', 'never'], 3],
    ['no such file', ['audit', 'none.json', 'ready.json', ...ready], 3],
    ['empty standard input', ['audit'], 3],
  ])('%s', (_, words, status) => {
    expect(run(words, { folder: bad }).status).toBe(status);
  });

  test('--fail-on warning counts warnings', () => {
    const doubtful = makeFolder({ 'a.json': makeCluster({ storageType: 'HDD' }) });
    expect(run(['audit', 'a.json', ...ready], { folder: doubtful }).status).toBe(0);
    expect(run(['audit', 'a.json', ...ready, '--fail-on', 'warning'], { folder: doubtful }).status).toBe(1);
  });
});
