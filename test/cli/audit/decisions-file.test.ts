// People's work in a decisions file: never replaced by what could not be read of it, kept before it is extended, and written
// so that it can be read back.
import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { failing, makeCluster, makeFolder, read, run, supply } from '../command.js';

const mine = 'defaults:\n  # my work\n  backup.retentionDays: 14\n';
const words = ['audit', 'a.json', '--init-decisions', 'd.yaml'];

describe('--init-decisions', () => {
  test.each([
    ['lstatSync', 'EIO', 'the device failed to read or write'],
    ['openSync', 'EIO', 'the device failed to read or write'],
    ['openSync', 'EMFILE', 'too many files are open; ulimit -n raises the limit'],
    ['openSync', 'EACCES', 'permission denied'],
  ])('takes %s with %s for no missing file', (...[name, code, reason]) => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.yaml': mine });
    const failure = failing({ of: [name], code, where: 'd.yaml' });
    const { status, stdout, stderr } = run(words, { folder, ...failure });
    expect([status, read(folder, 'd.yaml'), readdirSync(folder)]).toEqual([3, mine, ['a.json', 'd.yaml']]);
    expect(stderr).toContain(`d.yaml: not written: ${reason}`);
    expect(stdout).toContain('a.json');
  });

  test('refuses a file that is no UTF-8, and leaves its bytes', () => {
    const latin = Buffer.from(mine.replace('my work', 'für Jürgen'), 'latin1');
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.yaml': latin });
    const { status, stderr } = run(words, { folder });
    expect(stderr).toContain('--init-decisions d.yaml: The file holds bytes that are not UTF-8.');
    expect([status, readFileSync(join(folder, 'd.yaml')).equals(latin)]).toEqual([2, true]);
  });

  test('keeps the file as it was, each time that it is extended', () => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'real/d.yaml': mine });
    symlinkSync('real/d.yaml', join(folder, 'd.yaml'));
    run(words, { folder });
    const second = read(folder, 'd.yaml');
    expect(second).toContain('my work');
    writeFileSync(join(folder, 'a.json'), makeCluster({ backupLocation: 'de' }));
    run(words, { folder, ...failing({ of: ['linkSync'], code: 'EPERM' }) });
    expect(lstatSync(join(folder, 'd.yaml')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'd.yaml')).not.toBe(second);
    expect([read(folder, 'real/d.yaml.bak'), read(folder, 'real/d.yaml.bak.2')]).toEqual([mine, second]);
    expect(readdirSync(join(folder, 'real'))).toHaveLength(3);
  });

  test.each(['\u0000', '\u001b[31m', '\u009b', '\u2028', '\u202e', '\ufffe', '"', "'", '\\', ': #'])(
    'writes %j in a name so that --decisions reads it back',
    (sign) => {
      const cluster = makeCluster({ displayName: `or${sign}ders`, synchronizationMode: `A${sign}B` });
      const folder = makeFolder({ 'a.json': cluster });
      run(words, { folder });
      const text = read(folder, 'd.yaml');
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202e\ufffe]/u);
      const { map = {} } = parse(text) as { map?: Record<string, Record<string, unknown>> };
      expect(Object.keys(map['replicationMode'] ?? {})).toEqual([`A${sign}B`]);
      writeFileSync(join(folder, 'd.yaml'), text.replace(/^( {4}.*[AB]['"]?):.*$/m, '$1: ASYNCHRONOUS'));
      const convert = ['convert', 'a.json', '--decisions', 'd.yaml', '--fix-names', ...supply];
      const { stdout, stderr } = run(convert, { folder });
      expect({ stderr, stdout }).toMatchObject({
        stdout: expect.stringContaining('"replicationMode": "ASYNCHRONOUS"'),
      });
    },
  );
});
