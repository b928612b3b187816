// The only copy: whatever runs beside a run in place, and wherever links cannot be made, no original is lost.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandFile, failing, makeCluster, makeFolder, read, run, supply } from '../command.js';

const original = makeCluster();
const noLinks = { of: ['linkSync'], code: 'EPERM' };
const words = ['convert', 'in', '--in-place', ...supply];

function makeMany(count: number): string {
  return makeFolder(Object.fromEntries(Array.from({ length: count }, (_, index) => [`in/${index}.json`, original])));
}

/** Runs the command beside others; gives its exit code and what it said. */
function start(folder: string, options: readonly string[] = []): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [...options, commandFile, ...words], {
    cwd: folder,
    env: failing(noLinks).env,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })));
}

function expectAllDone(folder: string, count: number): void {
  const names = readdirSync(join(folder, 'in'));
  expect(names.filter((name) => !/^\d+\.json(?:\.v1\.bak)?$/.test(name))).toEqual([]);
  for (let index = 0; index < count; index += 1) {
    expect(JSON.parse(read(folder, `in/${index}.json`)).properties.name).toBe('orders');
    expect(read(folder, `in/${index}.json.v1.bak`)).toBe(original);
  }
}

describe('two runs at once', () => {
  test.each([
    ['with links', []],
    ['without links', failing(noLinks).options],
  ])('%s both end well, and every original is kept', async (_, options) => {
    const folder = makeMany(150);
    const ends = await Promise.all([start(folder, options), start(folder, options), start(folder, options)]);
    expect(ends.filter(({ status }) => status !== 0)).toEqual([]);
    expectAllDone(folder, 150);
  });
});

describe('where no link can be made', () => {
  test('the backup is a copy with permissions and times', () => {
    const folder = makeMany(1);
    const before = statSync(join(folder, 'in/0.json'));
    const { status } = run(words, { folder, ...failing(noLinks) });
    const backup = statSync(join(folder, 'in/0.json.v1.bak'));
    expect([status, backup.mode, Math.round(backup.mtimeMs)]).toEqual([0, before.mode, Math.round(before.mtimeMs)]);
    expect(backup.ino).not.toBe(before.ino);
    expectAllDone(folder, 1);
  });

  test.each(['', original.slice(0, 100), `${original.slice(0, 100)}\0\0\0`])(
    'a backup that a killed run began is finished: %j',
    (begun) => {
      const folder = makeMany(1);
      writeFileSync(join(folder, 'in/0.json.v1.bak'), begun);
      expect(run(words, { folder, ...failing(noLinks) }).status).toBe(0);
      expectAllDone(folder, 1);
    },
  );

  test('another file in the place of the backup stays', () => {
    const folder = makeMany(1);
    writeFileSync(join(folder, 'in/0.json.v1.bak'), 'mine');
    const { status, stderr } = run(words, { folder, ...failing(noLinks) });
    expect(status).toBe(3);
    expect(stderr).toContain('in/0.json: not written: in/0.json.v1.bak exists and holds something else');
    expect([read(folder, 'in/0.json'), read(folder, 'in/0.json.v1.bak')]).toEqual([original, 'mine']);
  });

  test('planted links are not followed', () => {
    const folder = makeFolder({ 'in/0.json': original, 'victim.txt': 'mine' });
    for (const name of ['0.json.v1.bak.tmp', '0.json.tmp', '.0.json.tmp'])
      symlinkSync('../victim.txt', join(folder, 'in', name));
    expect(run(words, { folder, ...failing(noLinks) }).status).toBe(0);
    expect(read(folder, 'victim.txt')).toBe('mine');
    expect(JSON.parse(read(folder, 'in/0.json')).properties.name).toBe('orders');
    expect(read(folder, 'in/0.json.v1.bak')).toBe(original);
  });
});

describe('outputs', () => {
  test.each(['with', 'without'])('go over nothing that appears in the meantime, %s links', (links) => {
    const folder = makeFolder({ 'in/0.json': original });
    const preload = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const write = fs.writeFileSync;
      fs.writeFileSync = (file, content) => { write(file, content); write('v2/0.json', 'mine'); };
      ${links === 'without' ? "fs.linkSync = () => { throw Object.assign(new Error(), { code: 'EPERM' }); };" : ''}
      syncBuiltinESMExports();`;
    const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder, preload });
    expect(stderr).toContain('v2/0.json: not written: it exists and holds something else; --force replaces it');
    expect([status, read(folder, 'v2/0.json'), readdirSync(join(folder, 'v2'))]).toEqual([3, 'mine', ['0.json']]);
  });

  test('that a power cut left empty or cut are finished without --force', () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/b.json': original, 'in/c.json': original });
    const convert = ['convert', 'in', '--out-dir', 'v2', ...supply];
    run(convert, { folder });
    const whole = read(folder, 'v2/a.json');
    writeFileSync(join(folder, 'v2/a.json'), '');
    writeFileSync(join(folder, 'v2/b.json'), whole.slice(0, 200));
    writeFileSync(join(folder, 'v2/c.json'), `${whole.slice(0, 200)}x`);
    const { status, stderr } = run(convert, { folder });
    expect(stderr).toContain('v2/c.json: not written: it exists and holds something else; --force replaces it');
    expect([status, read(folder, 'v2/a.json'), read(folder, 'v2/b.json')]).toEqual([3, whole, whole]);
  });

  test('that are links are replaced by --force, and what they lead to stays', () => {
    const folder = makeFolder({ 'a.json': original, 'victim.txt': 'mine', 'v2/x': '' });
    symlinkSync('../victim.txt', join(folder, 'v2/a.json'));
    expect(run(['convert', 'a.json', '--out-dir', 'v2', '--force', ...supply], { folder }).status).toBe(0);
    expect(read(folder, 'victim.txt')).toBe('mine');
    expect(lstatSync(join(folder, 'v2/a.json')).isFile()).toBe(true);
    symlinkSync('nowhere', join(folder, 'report.json'));
    const { status, stderr } = run(['audit', 'a.json', '--report', 'report.json', ...supply], { folder });
    expect(stderr).toContain('report.json: not written: it is a link that leads nowhere');
    expect([status, existsSync(join(folder, 'nowhere'))]).toEqual([3, false]);
  });

  test.skipIf(!existsSync('/dev/null'))('are no devices and no pipes', () => {
    const folder = makeFolder({ 'a.json': original });
    for (const out of ['/dev/null', '/dev/stdout']) {
      const { status, stderr } = run(['audit', 'a.json', '--out', out, '--force', ...supply], { folder });
      expect(stderr).toContain(`${out}: not written: it is a device or a pipe`);
      expect(status).toBe(3);
    }
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
