// How the command behaves among other programs: broken pipes, interruptions, closed input.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { commandFile, makeCluster, makeFolder, read, run, supply } from '../../command.js';

const line = `${JSON.stringify(JSON.parse(makeCluster()))}\n`;

test('whoever stops reading early ends it quietly', () => {
  const folder = makeFolder({ 'many.ndjson': line.repeat(2000) });
  const command = `"${process.execPath}" "${commandFile}" convert many.ndjson ${supply.join(' ')} -q 2> stderr.txt | head -n 1`;
  const output = execFileSync('sh', ['-c', `${command}; cat stderr.txt`], { cwd: folder, encoding: 'utf8' });
  expect(output.split('\n')).toHaveLength(2);
  expect(JSON.parse(output).properties.name).toBe('orders');
});

test('what a reader did not want is told by the exit code of a broken pipe', () => {
  const folder = makeFolder({ 'many.ndjson': line.repeat(2000) });
  const command = `("${process.execPath}" "${commandFile}" convert many.ndjson ${supply.join(' ')} -q; echo $? > code.txt) | true`;
  execFileSync('sh', ['-c', command], { cwd: folder });
  expect(read(folder, 'code.txt')).toBe('141\n');
});

test('a batch is done and judged although nobody listens to its talk', () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`in/${index}.json`, makeCluster()]));
  const blocked = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`in/a${index}.json`, makeCluster({ ram: 5 })]),
  );
  const folder = makeFolder({ ...files, ...blocked });
  const command = `("${process.execPath}" "${commandFile}" convert in --out-dir out ${supply.join(' ')} 2>&1; echo $? > code.txt) | true`;
  execFileSync('sh', ['-c', command], { cwd: folder });
  expect(read(folder, 'code.txt')).toBe('1\n');
  expect(readdirSync(join(folder, 'out'))).toHaveLength(300);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is named, and is no verdict', () => {
  const folder = makeFolder({ 'many.ndjson': line.repeat(200) });
  const command = `"${process.execPath}" "${commandFile}" convert many.ndjson ${supply.join(' ')} -q > /dev/full; echo $?`;
  const shell = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  expect([shell.stdout, shell.stderr]).toEqual([
    '3\n',
    'ionos-pg-migrate: standard output: not written: no space left on the device\n',
  ]);
});

test('an interruption ends work on a single large file at once', async () => {
  const folder = makeFolder({ 'many.ndjson': line.repeat(60_000) });
  const child = spawn(process.execPath, [commandFile, 'audit', 'many.ndjson'], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  await setTimeout(700);
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
});

test('an interruption ends it between two files and leaves no temporary file', async () => {
  const files = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`in/${index}.json`, makeCluster()]));
  const folder = makeFolder(files);
  const child = spawn(process.execPath, [commandFile, 'convert', 'in', '--out-dir', 'out', ...supply], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  const out = join(folder, 'out');
  while (!existsSync(out) && child.exitCode === null) await setTimeout(2);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  const written = readdirSync(out);
  expect(written.length).toBeLessThan(3000);
  expect(written.filter((name) => !/^\d+\.json$/.test(name))).toEqual([]);
});

test('closed standard input is an empty document, not a hang', () => {
  expect(run(['convert']).status).toBe(3);
});

test('without input and at a terminal it asks for input', () => {
  const { status, stderr } = run(['convert'], { preload: 'process.stdin.isTTY = true' });
  expect(stderr).toBe(
    'ionos-pg-migrate: name a file or a folder, or pipe documents in\nTry: ionos-pg-migrate convert --help\n',
  );
  expect(status).toBe(2);
});
