// The pre-commit hook with the real pre-commit, which clones this project, installs and builds it, and runs the audit.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasProgram } from './support/system-packages.js';
import { projectRoot } from './tools/source-files.js';

const generated = ['node_modules', 'dist', 'coverage', '.git'];
const isReady = hasProgram('pre-commit') && hasProgram('git');

describe.skipIf(!isReady)('the pre-commit hook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-hook-'));
  const hook = join(folder, 'hook');
  const user = join(folder, 'user');
  const env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'cache') };

  beforeAll(() => {
    cpSync(projectRoot, hook, { recursive: true, filter: (path) => !generated.includes(basename(path)) });
    const revision = commitAll(hook);
    cpSync(join(projectRoot, 'fixtures/reports/hostile-fleet/fleet'), user, { recursive: true });
    const settings = {
      repos: [
        {
          repo: hook,
          rev: revision,
          hooks: [{ id: 'ionos-pg-migrate-audit', args: ['--set', 'credentials.database=app'], exclude: '^\\.' }],
        },
      ],
    };
    writeFileSync(join(user, '.pre-commit-config.yaml'), JSON.stringify(settings));
    commitAll(user);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('passes files that can be translated and fails those that cannot', { timeout: 600_000 }, () => {
    const passed = run(['pre-commit', 'run', '--files', 'ready.json'], user);
    expect(passed.stdout).toMatch(/audit stored IONOS PostgreSQL payloads\.+Passed/);
    expect(passed.status).toBe(0);
    const failed = run(['pre-commit', 'run', '--files', 'ready.json', 'orders.json'], user);
    expect(failed.stdout).toContain('cluster/name/invalid');
    expect(failed.stdout).not.toContain('Canary');
    expect(failed.status).toBe(1);
  });

  function run([program = '', ...words]: readonly string[], cwd: string) {
    return spawnSync(program, words, { cwd, env, encoding: 'utf8' });
  }

  /** Makes a repository of a folder and gives its only commit. */
  function commitAll(cwd: string): string {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false'];
    for (const words of [
      ['init', '-q'],
      ['add', '-A'],
      [...author, 'commit', '-qm', 'all', '--no-verify'],
    ]) {
      expect(run(['git', ...words], cwd)).toMatchObject({ status: 0 });
    }
    return run(['git', 'rev-parse', 'HEAD'], cwd).stdout.trim();
  }
});
