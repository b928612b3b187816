// Faults: whatever happens on the way, every original is whole, and nothing half-written stays.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandFile, makeCluster, makeFolder, read, run, supply } from '../command.js';

const isRoot = process.getuid?.() === 0;
const canMount =
  isRoot && spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d']).status === 0;
const original = makeCluster();

function makeMany(count: number): string {
  return makeFolder(Object.fromEntries(Array.from({ length: count }, (_, index) => [`in/${index}.json`, original])));
}

function listTemporary(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.tmp'));
}

describe('one file', () => {
  test('that cannot be written does not stop the others, and is named', () => {
    const folder = makeFolder({ 'in/a.json': original, 'in/b.json': original, 'v2/a.json/x': '' });
    const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder });
    expect(status).toBe(3);
    expect(stderr).toContain('v2/a.json: not written: it is a folder');
    expect(JSON.parse(read(folder, 'v2/b.json')).properties.name).toBe('orders');
  });

  test('that is read-only is left alone', () => {
    const folder = makeFolder({ 'a.json': original, 'b.json': original });
    chmodSync(join(folder, 'a.json'), 0o444);
    const { status, stderr } = run(['convert', 'a.json', 'b.json', '--in-place', ...supply], { folder });
    expect([status, read(folder, 'a.json')]).toEqual([3, original]);
    expect(stderr).toContain('a.json: not written: it is read-only');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.json', 'b.json.v1.bak']);
  });

  test('that stands where a folder is needed is named', () => {
    const folder = makeFolder({ 'in/a.json': original, v2: 'a file' });
    const { status } = run(['convert', 'in', '--out-dir', 'v2/deep', ...supply], { folder });
    expect([status, read(folder, 'v2')]).toEqual([3, 'a file']);
  });

  test.skipIf(!existsSync('/proc/self'))('in a folder that the system denies is named, and ends', () => {
    const folder = makeFolder({ 'in/a.json': original });
    const { status, stderr } = run(['convert', 'in', '--out-dir', '/proc/none/deep', ...supply], { folder });
    expect(status).toBe(3);
    expect(stderr).toContain('/proc/none/deep/a.json: not written: ');
  });

  test.skipIf(isRoot)('in a folder that is closed is named', () => {
    const folder = makeFolder({ 'in/a.json': original, 'v2/x': '' });
    chmodSync(join(folder, 'v2'), 0o555);
    expect(run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder }).status).toBe(3);
  });
});

describe('in the middle of 2,000 files', () => {
  const words = ['convert', 'in', '--in-place', ...supply];

  test.each(['SIGINT', 'SIGKILL'] as const)('%s leaves every original whole', async (signal) => {
    const folder = makeMany(2000);
    const child = spawn(process.execPath, [commandFile, ...words], { cwd: folder, stdio: 'ignore' });
    await waitFor(() => readdirSync(join(folder, 'in')).length > 2100);
    child.kill(signal);
    await new Promise((resolve) => child.once('close', resolve));
    expect(child.exitCode ?? child.signalCode).toBe(signal === 'SIGINT' ? 130 : 'SIGKILL');
    if (signal === 'SIGINT') expect(listTemporary(folder)).toEqual([]);
    expect(listBroken(folder)).toEqual([]);
    // The next run does the rest.
    expect(run(words, { folder }).status).toBe(0);
    expect(listBroken(folder)).toEqual([]);
    expect(readdirSync(join(folder, 'in')).filter((name) => name.endsWith('.bak'))).toHaveLength(2000);
  });

  test('inputs that vanish are named, and the others are done', async () => {
    const folder = makeMany(2000);
    const child = spawn(process.execPath, [commandFile, 'convert', 'in', '--out-dir', 'v2', ...supply], {
      cwd: folder,
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    mkdirSync(join(folder, 'v2'));
    await waitFor(() => readdirSync(join(folder, 'v2')).length > 50);
    rmSync(join(folder, 'in/999.json'));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(status).toBe(3);
    expect(said).toContain('1999 files written to v2, 1 left: 1 unreadable\n  unreadable  in/999.json\n');
    expect(readdirSync(join(folder, 'v2'))).toHaveLength(1999);
  });

  test('two processes write to one folder what one writes', async () => {
    const folder = makeMany(300);
    const start = () =>
      spawn(process.execPath, [commandFile, 'convert', 'in', '--out-dir', 'v2', ...supply], {
        cwd: folder,
        stdio: 'ignore',
      });
    const ends = [start(), start()].map((child) => new Promise((resolve) => child.once('close', resolve)));
    expect(await Promise.all(ends)).toEqual([0, 0]);
    expect(readdirSync(join(folder, 'v2'))).toHaveLength(300);
    expect(listTemporary(folder)).toEqual([]);
  });
});

describe('a full disk', () => {
  const large = makeCluster({ displayName: 'large', dnsName: 'x' });

  test('by a limit on file size', () => {
    const list = `${JSON.stringify(
      Array.from({ length: 200 }, () => JSON.parse(large)),
      null,
      2,
    )}\n`;
    const folder = makeFolder({ 'in/large.json': list, 'in/small.json': original });
    const command = `ulimit -f 8; exec ${process.execPath} ${commandFile} convert in --in-place ${supply.join(' ')}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(3);
    expect(stderr).toContain('in/large.json: not written: the file would be larger than allowed');
    expect(read(folder, 'in/large.json')).toBe(list);
    expect(JSON.parse(read(folder, 'in/small.json')).properties.name).toBe('orders');
    expect(listTemporary(folder)).toEqual([]);
  });

  test.skipIf(!canMount)('by a small file system', () => {
    const folder = makeMany(40);
    mkdirSync(join(folder, 'v2'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(folder, 'v2')]);
    try {
      writeFileSync(join(folder, 'v2/kept.txt'), 'kept');
      const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder });
      expect(status).toBe(3);
      expect(stderr).toContain('no space left on the device');
      expect(listTemporary(folder)).toEqual([]);
      const written = readdirSync(join(folder, 'v2')).filter((name) => name.endsWith('.json'));
      expect(written.length).toBeGreaterThan(3);
      for (const name of written) expect(() => JSON.parse(read(folder, join('v2', name)))).not.toThrow();
    } finally {
      spawnSync('umount', [join(folder, 'v2')]);
    }
  });
});

/** Files that are neither the original nor its translation. */
function listBroken(folder: string): string[] {
  const names = readdirSync(join(folder, 'in')).filter((name) => name.endsWith('.json'));
  return names.filter((name) => {
    const text = read(folder, join('in', name));
    return text !== original && JSON.parse(text).properties.name !== 'orders';
  });
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}
