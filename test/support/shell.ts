// A shell in which the built command has its name, as after an installation.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, type Run } from '../cli/command.js';

/** Runs a script in a folder, after which the command is there in `.bin`. */
export function runShell(script: string, folder: string): Run {
  const bin = join(folder, '.bin');
  mkdirSync(bin, { recursive: true });
  const command = join(bin, 'ionos-pg-migrate');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${commandFile}" "$@"\n`);
  chmodSync(command, 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    input: '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
    env: { PATH: `${bin}:${process.env['PATH']}` },
  });
  return { status, stdout, stderr };
}
