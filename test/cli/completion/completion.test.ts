// Completion: the scripts of the shells, what they ask, and bash as it takes the answers.
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandFile, makeFolder, run } from '../command.js';

const ask = (...words: string[]) =>
  run(['--get-completions', ...words])
    .stdout.split('\n')
    .slice(0, -1);

test.each([
  [['con'], ['convert']],
  [['convert', '--fix'], ['--fix-names']],
  [['convert', '--set', 'instances.r'], ['instances.ram=']],
  [['convert', '--override', 'replicationMode=S'], ['replicationMode=STRICTLY_SYNCHRONOUS']],
  [['convert', '--override=logsEnabled=t'], ['--override=logsEnabled=true']],
  [['convert', '--set-env', 'credentials.password='], []],
  [['audit', '--location', 'de/t'], ['de/txl']],
  [
    ['audit', '--kind', 're'],
    ['response', 'restore'],
  ],
  [['audit', '--format', 'ht'], ['html']],
  [['audit', '--select', 'instances/ram/n'], ['instances/ram/not-whole-gb']],
  [['audit', '-o', ''], []],
  [['audit', '--fix-names', ''], []],
  [['rules', 'instances/ram/n'], ['instances/ram/not-whole-gb']],
  [['schema', 'v2', 'en'], ['ensure']],
  [['completion', 'f'], ['fish']],
])('behind %j may stand %j', (words, candidates) => {
  expect(ask(...words)).toEqual(candidates);
});

test.each(['bash', 'zsh', 'fish'])('completion %s prints a script and nothing else', (shell) => {
  const printed = run(['completion', shell]);
  expect(printed).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--get-completions') });
  expect(run(['completion'], { env: { SHELL: `/usr/bin/${shell}` } }).stdout).toBe(printed.stdout);
});

test('the shell is one of them', () => {
  const { status, stderr } = run(['completion', 'tcsh']);
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('completion <shell> takes bash, zsh, fish; given was tcsh'),
  });
});

test('bash shows of a value only what follows =', () => {
  const folder = makeFolder({ 'ionos-pg-migrate': `#!/bin/sh\nexec "${process.execPath}" "${commandFile}" "$@"\n` });
  chmodSync(join(folder, 'ionos-pg-migrate'), 0o755);
  writeFileSync(join(folder, 'completion.sh'), run(['completion', 'bash']).stdout);
  const script = `. ./completion.sh
    for COMP_LINE in 'ionos-pg-migrate convert --set replicationMode=A' 'ionos-pg-migrate au' 'ionos-pg-migrate convert a b'; do
      COMP_POINT=\${#COMP_LINE}; _ionos_pg_migrate; echo "[\${COMPREPLY[*]}]"; done`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}` },
  });
  expect({ stdout, stderr }).toEqual({ stdout: '[ASYNCHRONOUS]\n[audit]\n[]\n', stderr: '' });
});
