// A gate for CI: what is left out, what would be read, and what is known from an earlier run.
import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, read, run, supply } from '../command.js';

describe('--exclude', () => {
  const folder = makeFolder({
    'in/a.json': makeCluster(),
    'in/tsconfig.json': '{ // comments\n}',
    'in/k8s/templates/pg.yaml': '{{ if .Values }}',
    'in/k8s/app.yaml': 'kind: Deployment\n',
    'in/dumps/all.ndjson': '{}\n',
    'in/dumps/old/b.json': '{}',
  });
  const list = (...words: string[]) => {
    const { status, stdout } = run(['audit', ...words, '--list-files'], { folder });
    return { status, files: stdout.trimEnd().split('\n') };
  };
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();

  test.each([
    ['nothing', [], []],
    ['a name anywhere', ['tsconfig.json', 'templates'], ['in/k8s/templates/pg.yaml', 'in/tsconfig.json']],
    ['a name with a star', ['*.ndjson'], ['in/dumps/all.ndjson']],
    ['a folder on the path that was given', ['./in/dumps/'], ['in/dumps/all.ndjson', 'in/dumps/old/b.json']],
    ['a path below the folder', ['dumps/*/*.json'], ['in/dumps/old/b.json']],
    ['two stars', ['**/old/**', 'k8s/**'], ['in/dumps/old/b.json', 'in/k8s/app.yaml', 'in/k8s/templates/pg.yaml']],
  ])('leaves out %s', (_, globs, left) => {
    const words = globs.flatMap((glob) => ['--exclude', glob]);
    const files = all.filter((name) => !(left as string[]).includes(name));
    expect(list('in', ...words)).toEqual({ status: 0, files });
    expect(list('in/**/*.*', ...words).files).toEqual(files);
  });

  test('a file that was named, too; a folder of which nothing is left is told', () => {
    expect(list('in/a.json', 'in/tsconfig.json', '--exclude', 'tsconfig.json').files).toEqual(['in/a.json']);
    const { status, stderr } = run(['audit', 'in', '--exclude', '*'], { folder });
    expect({ status, stderr }).toMatchObject({ status: 3 });
    expect(run(['audit', 'in', '--exclude', '*', '--list-files'], { folder }).stderr).toBe(
      'ionos-pg-migrate: in: --exclude leaves nothing of it\n',
    );
  });

  test('the run reads what --list-files prints: bases and both sides of verify', () => {
    const words = ['--exclude', 'tsconfig.json', '--exclude', 'k8s', '--exclude', 'dumps'];
    expect(run(['audit', 'in', ...words, ...supply], { folder }).status).toBe(0);
    expect(run(['verify', 'in', 'in/a.json', ...words, '--list-files'], { folder }).stdout).toBe('in/a.json\n');
  });
});

describe('a baseline', () => {
  const audit = ['audit', 'fleet', ...supply];
  const makeFleet = () =>
    makeFolder({
      'fleet/a.json': makeCluster({ ram: 5000 }),
      'fleet/b.json': makeCluster(),
      'fleet/broken.json': '{ "properties": ',
    });

  test('is begun by --set-baseline: what it knows is hidden and gives 0, unreadable files too', () => {
    const folder = makeFleet();
    expect(run(audit, { folder }).status).toBe(3);
    const begun = run([...audit, '--set-baseline', 'known.json'], { folder });
    expect(begun).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^known\.json: \d+ findings known from now on\n$/),
    });
    expect(Object.keys(JSON.parse(read(folder, 'known.json')))).toEqual(['baselineVersion', 'known']);
    const { status, stdout } = run([...audit, '--baseline', 'known.json'], { folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^3 documents: .*; new: 0 errors, 0 warnings, 0 info\n/);
    expect(stdout).not.toMatch(/instances\/ram|document\/source/);
  });

  test('marks what is new among several documents, and gives 1 for it, not 3', () => {
    const folder = makeFleet();
    run([...audit, '--set-baseline', 'known.json'], { folder });
    writeFileSync(join(folder, 'fleet/b.json'), makeCluster({ storageSize: 100 }));
    const { status, stdout } = run([...audit, '--baseline', 'known.json'], { folder });
    expect(status).toBe(1);
    expect(stdout).toContain('New findings\n  error    instances/storageSize/gb-in-mb  1 document  new\n');
    expect(stdout).not.toMatch(/instances\/ram|document\/source/);
    const converted = run(['convert', 'fleet', '--out-dir', 'v2', ...supply, '--baseline', 'known.json'], { folder });
    expect(converted.status).toBe(1);
    expect(converted.stderr).not.toContain('instances/ram');
    writeFileSync(join(folder, 'fleet/other.json'), '{');
    expect(run([...audit, '--baseline', 'known.json'], { folder }).status).toBe(3);
  });

  test('is pruned of what is gone, and of nothing else', () => {
    const folder = makeFleet();
    run([...audit, '--set-baseline', 'known.json'], { folder });
    const { known } = JSON.parse(read(folder, 'known.json'));
    writeFileSync(join(folder, 'fleet/a.json'), makeCluster());
    writeFileSync(join(folder, 'fleet/b.json'), makeCluster({ cores: 99 }));
    expect(run([...audit, '--baseline', 'known.json', '--prune-baseline'], { folder }).status).toBe(1);
    const { known: pruned } = JSON.parse(read(folder, 'known.json'));
    expect(pruned.length).toBeLessThan(known.length);
    expect(known).toEqual(expect.arrayContaining(pruned));
    expect(run([...audit, '--baseline', 'known.json'], { folder }).status).toBe(1);
  });

  test('may be a report, and never takes the place of another file', () => {
    const folder = makeFleet();
    run([...audit, '--format', 'json', '--out', 'report.json'], { folder });
    expect(run([...audit, '--baseline', 'report.json'], { folder }).status).toBe(0);
    const before = statSync(join(folder, 'fleet/b.json')).mtimeMs;
    expect(run([...audit, '--set-baseline', 'fleet/b.json'], { folder })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--set-baseline fleet/b.json: it is no baseline; '),
    });
    expect(statSync(join(folder, 'fleet/b.json')).mtimeMs).toBe(before);
    for (const words of [['--prune-baseline'], ['--set-baseline', 'x.json', '--baseline', 'report.json']])
      expect(run([...audit, ...words], { folder }).status).toBe(2);
    symlinkSync('report.json', join(folder, 'link.json'));
    expect(run([...audit, '--set-baseline', 'link.json'], { folder }).status).toBe(0);
  });
});
