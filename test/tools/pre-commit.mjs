#!/usr/bin/env node
// The pre-commit hook: builds this clone when it is first run, then audits the files it is given. Left to pre-commit, a
// newer one would install the clone by `npm install --global`, for which npm brings nothing that a build needs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));

if (!existsSync(command)) {
  // What it says is of interest only where it fails. It builds by the script `dependencies` of package.json.
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(stderr);
    process.exit(3);
  }
}
const { status } = spawnSync(process.execPath, [command, 'audit', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 3);
