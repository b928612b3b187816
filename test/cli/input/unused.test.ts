// What is supplied and nobody used: a warning of the run, in every report, and never of a document.
import { describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, read, run, supply } from '../command.js';

const files = {
  'a.json': makeCluster(),
  'defaults.yaml': 'defaults: { version: "16" }',
  'repairs.yaml': 'repairs: { instances.count: 3 }',
  'regions.yaml': 'regions: { ES/VIT: { backup.location: eu-central-3 } }',
  'map.yaml': 'map: { backup.location: { de: eu-central-4 } }',
  'used.yaml': 'map: { backup.location: { eu-central-3: eu-central-2 } }\nclusters: { orders: { instances.cores: 4 } }',
};

describe('what nobody used', () => {
  test.each([
    ['--set version', ['--set', 'version=16']],
    ['--location', ['--location', 'de/txl']],
    ['defaults: version', ['--decisions', 'defaults.yaml']],
    ['map: backup.location.de', ['--decisions', 'map.yaml']],
    ['repairs: instances.count', ['--decisions', 'repairs.yaml']],
    ['regions: ES/VIT: backup.location', ['--decisions', 'regions.yaml']],
    ['--to', ['--to', 'ensure']],
  ])('is named: %s', (what, words) => {
    const folder = makeFolder(files);
    const command = ['convert', 'a.json', ...supply, ...words];
    const { status, stdout, stderr } = run(command, { folder });
    expect(stderr).toContain(`ionos-pg-migrate: warning: ${what} was used by no document.`);
    expect(status).toBe(0);
    const plain = run(['convert', 'a.json', ...supply], { folder });
    expect(stdout).toBe(plain.stdout);
    expect(run([...command, '--fail-on', 'warning'], { folder }).status).toBe(1);
    for (const more of [['--ndjson'], ['--ndjson', '--jobs', '2'], ['--out-dir', 'v2']])
      expect(run([...command, ...more], { folder }).stderr).toContain(`warning: ${what} was used by no document.`);
    expect(run([...command, '--quiet', '--fail-on', 'warning'], { folder })).toMatchObject({ stderr: '', status: 1 });
    const audit = run(['audit', 'a.json', ...supply, ...words, '--format', 'json'], { folder });
    const { run: said, entries } = JSON.parse(audit.stdout);
    expect(said).toMatchObject([{ code: 'document/decisions/unused', message: `${what} was used by no document.` }]);
    expect(entries[0].status).toBe('ready');
  });

  test('is named where no document has the path', () => {
    const folder = makeFolder({ 'b.json': '{"backupId":"498ae72f-411f-11eb-9d07-046c59cc737e"}' });
    const { status, stderr } = run(['convert', 'b.json', '--override', 'instances.ram=8'], { folder });
    expect([status, stderr]).toEqual([0, expect.stringContaining('--override instances.ram was used by no document.')]);
  });

  test('is known to an earlier report', () => {
    const folder = makeFolder(files);
    const words = ['a.json', ...supply, '--set', 'version=16', '--fail-on', 'warning'];
    expect(run(['audit', ...words, '--format', 'json', '--out', 'earlier.json'], { folder }).status).toBe(1);
    expect(JSON.parse(read(folder, 'earlier.json')).run[0].fingerprint).toMatch(/^[0-9a-f]{16}$/);
    for (const more of [['audit'], ['convert'], ['convert', '--ndjson'], ['diff']])
      expect([more, run([...more, ...words, '--baseline', 'earlier.json'], { folder }).status]).toEqual([more, 0]);
    const other = [...words, '--location', 'de/txl', '--baseline', 'earlier.json'];
    expect(run(['audit', ...other], { folder }).status).toBe(1);
  });

  test('and what was used is not', () => {
    const folder = makeFolder(files);
    const { stderr, status } = run(
      ['convert', 'a.json', ...supply, '--decisions', 'used.yaml', '--fail-on', 'warning'],
      {
        folder,
      },
    );
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('was used by no document')]);
  });
});
