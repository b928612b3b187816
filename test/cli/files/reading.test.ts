// Reading: what is too large, what does not come, and what the system has no room for is named, and the rest is done.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandFile, makeCluster, makeFolder, read, run, supply } from '../command.js';

const original = makeCluster();
const isLinux = process.platform === 'linux';

describe('a file larger than the largest text', () => {
  const makeLarge = () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/b.json': '', 'in/c.yaml': '', 'in/d.json': original });
    truncateSync(join(folder, 'in/b.json'), 540 * 2 ** 20);
    truncateSync(join(folder, 'in/c.yaml'), 5 * 2 ** 30);
    return folder;
  };

  test('is named and left, and the others are written', () => {
    const folder = makeLarge();
    const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder });
    expect(stderr).toContain('2 files written to v2, 2 left: 2 unreadable\n  unreadable  in/b.json\n');
    expect([status, readdirSync(join(folder, 'v2'))]).toEqual([3, ['a.json', 'd.json']]);
  });

  test.each([['in'], ['in/b.json'], ['in/b.json', '--ndjson']])('has its place in reports: %s', (...words) => {
    const { status, stdout } = run(['audit', ...words, '--format', 'json'], { folder: makeLarge() });
    expect(status).toBe(3);
    const findings = JSON.parse(stdout).entries.flatMap((entry: { findings: unknown }) => entry.findings);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'document/source/too-large',
        message: expect.stringMatching(/^Nothing was read: it is larger than \d+ MiB/),
      }),
    );
  });

  test('is refused as decisions, base and baseline, and left where an output is to go', () => {
    const folder = makeLarge();
    for (const option of ['--decisions', '--base', '--baseline']) {
      const { status, stderr } = run(['audit', 'in/a.json', option, 'in/b.json'], { folder });
      expect({ option, status }).toEqual({ option, status: 2 });
      expect(stderr).toContain('in/b.json');
    }
    const { status, stderr } = run(['audit', 'in/a.json', '--out', 'in/c.yaml'], { folder });
    expect(stderr).toContain('in/c.yaml: not written: it exists and holds something else');
    expect(status).toBe(3);
  });

  test('is refused on standard input, by the memory there is', () => {
    const options = ['--max-old-space-size=600'];
    const { status, stderr } = run(['audit'], { input: ' '.repeat(30 * 2 ** 20), options });
    expect(stderr).not.toContain('fault');
    expect(status).toBe(3);
  });
});

describe.skipIf(!isLinux)('a pipe', () => {
  const start = (folder: string, words: readonly string[]) =>
    spawn(process.execPath, [commandFile, 'convert', ...words, '--out-dir', 'v2', ...supply], { cwd: folder });

  test('is read as it comes', async () => {
    const folder = makeFolder({ 'a.json': original });
    spawnSync('mkfifo', [join(folder, 'pipe.json')]);
    const child = start(folder, ['a.json', 'pipe.json']);
    await waitFor(() => existsSync(join(folder, 'v2/a.json')));
    spawnSync('sh', ['-c', 'cat a.json > pipe.json'], { cwd: folder });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(read(folder, 'v2/pipe.json')).toBe(read(folder, 'v2/a.json'));
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('that nobody writes to does not hold up %s, after the first write', async (signal, status) => {
    const folder = makeFolder({ 'a.json': original });
    spawnSync('mkfifo', [join(folder, 'pipe.json')]);
    const child = start(folder, ['a.json', 'pipe.json']);
    await waitFor(() => existsSync(join(folder, 'v2/a.json')));
    const sent = performance.now();
    child.kill(signal);
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(status);
    expect(performance.now() - sent).toBeLessThan(2000);
    expect(readdirSync(join(folder, 'v2'))).toEqual(['a.json']);
  });
});

describe.skipIf(!isLinux)('few open files', () => {
  const line = JSON.stringify(JSON.parse(original));
  const folder = makeFolder({ 'a.ndjson': `${line}\n`.repeat(200) });
  const convert = `exec ${process.execPath} ${commandFile} convert a.ndjson --jobs 2 ${supply.join(' ')}`;

  test.each([21, 22, 24, 26, 28])('%i: every line is written, or it is said why not', (limit) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `ulimit -n ${limit}; ${convert}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    // Where Node itself does not start there is nothing to be said.
    if (stderr.includes('node:internal/modules/run_main')) return;
    expect(stderr).not.toMatch(/\n {4}at |cjs:\d/);
    if (status === 3) expect(stderr).toContain('too many files are open');
    else expect([status, stdout.split('\n').length]).toEqual([0, 201]);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}
