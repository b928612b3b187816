// Batches: which files are found, where their translations go, and what is never overwritten.
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const foreign = '{"hello":"world"}\n';

describe('what is found', () => {
  const folder = makeFolder({
    'in/b.json': makeCluster(),
    'in/a/c.yaml': 'hello: world\n',
    'in/.hidden/d.json': makeCluster(),
    'in/node_modules/e.json': makeCluster(),
    'in/notes.txt': 'no document',
    'outside.json': makeCluster(),
  });
  symlinkSync('../outside.json', join(folder, 'in/link.json'));
  symlinkSync('b.json', join(folder, 'in/twin.json'));
  const list = (...words: string[]) => {
    const { stdout } = run(['audit', ...words, ...supply, '--format', 'json'], { folder });
    return JSON.parse(stdout).entries.map(({ source, status }: Record<string, string>) => `${source} ${status}`);
  };

  test('a folder is searched in depth, without what is hidden, packages, and links out of it', () => {
    expect(list('in')).toEqual(['in/a/c.yaml skipped', 'in/b.json ready']);
  });

  test('a glob finds the same way, and a quoted one works without a shell', () => {
    expect(list('in/**/*.{json,yaml}')).toContain('in/b.json ready');
    expect(list('in/**/*.{json,yaml}')).not.toContain('in/node_modules/e.json ready');
    expect(run(['audit', 'none/*.json'], { folder })).toMatchObject({ status: 3 });
  });

  test('a file given twice is read once; named outright, a foreign one is an error', () => {
    expect(list('in', 'in/b.json', './in/b.json')).toEqual(['in/a/c.yaml skipped', 'in/b.json ready']);
    expect(list('in', 'in/a/c.yaml')).toEqual(['in/a/c.yaml blocked', 'in/b.json ready']);
  });
});

describe('where translations go', () => {
  test('--out-dir mirrors the tree, and is no input of the next run', () => {
    const folder = makeFolder({ 'a/one.json': makeCluster(), 'two.json': makeCluster() });
    const words = ['convert', '.', '--out-dir', 'v2', ...supply];
    expect(run(words, { folder }).status).toBe(0);
    expect(run(words, { folder }).status).toBe(0);
    expect(readdirSync(join(folder, 'v2'), { recursive: true }).sort()).toEqual(['a', 'a/one.json', 'two.json']);
    expect(statSync(join(folder, 'v2/two.json')).mode & 0o777).toBe(0o600);
  });

  test('--in-place keeps the original beside it, once, and runs again without harm', () => {
    const { properties } = JSON.parse(makeCluster({ credentials: undefined }));
    const original = JSON.stringify({ id: '498ae72f-411f-11eb-9d07-046c59cc737e', properties });
    const folder = makeFolder({ 'a.json': original });
    chmodSync(join(folder, 'a.json'), 0o640);
    const words = ['convert', 'a.json', '--in-place', ...supply];
    expect(run(words, { folder }).status).toBe(0);
    const translated = read(folder, 'a.json');
    expect(JSON.parse(translated).properties.name).toBe('orders');
    expect(read(folder, 'a.json.v1.bak')).toBe(original);
    expect(statSync(join(folder, 'a.json')).mode & 0o777).toBe(0o640);
    expect(run(words, { folder }).status).toBe(0);
    expect(read(folder, 'a.json')).toBe(translated);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.v1.bak']);
  });

  test('an earlier backup is never overwritten', () => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'a.json.v1.bak': 'precious' });
    const { status, stderr } = run(['convert', 'a.json', '--in-place', '--force', ...supply], { folder });
    expect(status).toBe(3);
    expect(stderr).toContain('a.json.v1.bak exists and holds something else');
    expect([read(folder, 'a.json'), read(folder, 'a.json.v1.bak')]).toEqual([makeCluster(), 'precious']);
  });

  test('--split names a file after each cluster, safely', () => {
    const names = ['../../etc/passwd', 'CON', 'Größe', 'grosse', 'Grosse', 'x'.repeat(300)];
    const items = names.map((displayName) => JSON.parse(makeCluster({ displayName })));
    const folder = makeFolder({ 'all.json': JSON.stringify([...items, { id, ...items[3] }]) });
    run(['convert', 'all.json', '--split', '--out-dir', 'v2', '--fix-names', ...supply], { folder });
    const written = readdirSync(join(folder, 'v2'));
    expect(written).toEqual(expect.arrayContaining(['_CON.json', 'etc-passwd.json', `grosse-${id}.json`]));
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(written.length);
    expect(written.every((name) => name.length < 140)).toBe(true);
    expect(existsSync(join(folder, '../etc'))).toBe(false);
    expect(written).toHaveLength(7);
  });

  test('--dry-run prints a diff without secrets and writes nothing', () => {
    const folder = makeFolder({ 'a.json': makeCluster() });
    const { stdout, status } = run(['convert', 'a.json', '--in-place', '--dry-run', ...supply], { folder });
    expect(status).toBe(0);
    expect(stdout).toContain('--- a.json\n+++ a.json\n');
    expect(stdout).toContain('+    "name": "orders"');
    expect(stdout).toContain('[redacted]');
    expect(stdout).not.toContain(canary);
    expect(read(folder, 'a.json')).toBe(makeCluster());
    expect(readdirSync(folder)).toEqual(['a.json']);
    // Where nothing says where to, it is shown in place.
    expect(run(['convert', 'a.json', '--dry-run', ...supply], { folder })).toMatchObject({ status: 0, stdout });
  });

  const v2 = run(['convert', ...supply], { input: makeCluster() }).stdout;
  const properties = JSON.parse(v2 || '{}').properties;

  test.each<[string, unknown, number]>([
    ['v2', { properties }, 0],
    ['v2 with marks of v1', { properties: { ...properties, storageType: 'SSD' } }, 1],
    ['half of v1', { properties: { ...properties, displayName: 'orders', ram: 4096 } }, 1],
    [
      'v2 with a value that the schema refuses',
      { properties: { ...properties, instances: { ...properties.instances, ram: 2 } } },
      1,
    ],
    ['a patch', { properties: { cores: 2 } }, 1],
    ['a bare patch', { displayName: 'orders', ram: 4096 }, 1],
    [
      'a v1 body for a v2 host',
      { method: 'POST', url: 'https://postgresql.de-fra.ionos.com/clusters', body: JSON.parse(makeCluster()) },
      1,
    ],
    [
      'a v2 body for a v2 host',
      { method: 'POST', url: 'https://postgresql.de-fra.ionos.com/clusters', body: { properties } },
      0,
    ],
    ['a snake_case dump', { properties: { display_name: 'orders', postgres_version: '15', storage_type: 'SSD' } }, 0],
    ['what is foreign', { kind: 'Deployment', metadata: { name: 'x' } }, 0],
  ])('--check of %s', (_, document, status) => {
    const folder = makeFolder({ 'a.json': JSON.stringify(document) });
    expect(run(['convert', 'a.json', '--check'], { folder })).toMatchObject({
      status,
      stdout: status ? 'a.json\n' : '',
    });
  });

  test('--check of __proto__', () => {
    const folder = makeFolder({ 'a.json': v2.replace('"properties"', '"__proto__": {}, "properties"') });
    expect(run(['convert', 'a.json', '--check'], { folder })).toMatchObject({ status: 1, stdout: 'a.json\n' });
  });

  test('--check names what is still of v1', () => {
    const folder = makeFolder({ 'old/a.json': makeCluster(), 'old/b.json': foreign });
    run(['convert', 'old', '--out-dir', 'new', ...supply], { folder });
    expect(run(['convert', 'old', '--check'], { folder })).toMatchObject({ status: 1, stdout: 'old/a.json\n' });
    expect(run(['convert', 'new', '--check'], { folder })).toMatchObject({ status: 0, stdout: '' });
    expect(run(['convert', 'new', 'gone.json', '--check'], { folder }).status).toBe(3);
  });

  test.each([
    [['--in-place', '--out-dir', 'x']],
    [['--split']],
    [['--dry-run', '--check']],
    [['--check', '--in-place']],
    [['--in-place', '--format', 'yaml']],
    [['--jobs', '0']],
  ])('%j is bad usage', (words) => {
    const folder = makeFolder({ 'a.json': makeCluster() });
    expect(run(['convert', 'a.json', ...words], { folder }).status).toBe(2);
  });
});

describe('a fleet', () => {
  test('is summed up, with what everyone has said once', () => {
    const response = (name: string, ram: number) =>
      JSON.stringify({ id: id.replace('498', name), ...JSON.parse(makeCluster({ ram, credentials: undefined })) });
    const folder = makeFolder({ 'in/a.json': response('aaa', 4096), 'in/b.json': response('bbb', 4096) });
    mkdirSync(join(folder, 'more'));
    const { stdout } = run(['audit', 'in'], { folder });
    const codes = 'cluster/reset/unsupplied, credentials/block/left-out';
    expect(stdout).toContain(`2 documents with nothing but what all of their kind have: ${codes}\n`);
    expect(stdout.match(/^ {2}warning {2}credentials\/block\/left-out/gm)).toHaveLength(1);
  });

  test('two documents of one cluster that differ are both named', () => {
    const make = (cores: number) => JSON.stringify({ id, ...JSON.parse(makeCluster({ cores })) });
    const folder = makeFolder({ 'a.json': make(2), 'b.json': make(4), 'c.json': make(4) });
    const said = `Two documents are of the cluster ${id} and say different things: a.json and b.json.`;
    for (const words of [['audit'], ['convert', '--out-dir', 'v2']]) {
      const { stdout, stderr, status } = run([...words, 'a.json', 'b.json', 'c.json', '--quiet'], { folder });
      expect(stderr).toContain(`warning: ${said}`);
      expect([status, stdout]).toEqual([0, '']);
    }
    expect(run(['audit', 'a.json', 'b.json'], { folder }).stdout).toContain(said);
  });

  test('--only, --select and --ignore choose what is shown', () => {
    const folder = makeFolder({ 'a.json': makeCluster({ ram: 1 }), 'b.json': makeCluster() });
    const shown = (...words: string[]) =>
      JSON.parse(run(['audit', 'a.json', 'b.json', ...supply, '--format', 'json', ...words], { folder }).stdout);
    expect(shown('--only', 'blocked').entries).toHaveLength(1);
    const codes = shown('--select', 'instances').entries.flatMap((entry: { findings: { code: string }[] }) =>
      entry.findings.map(({ code }) => code),
    );
    expect(codes.every((code: string) => code.startsWith('instances/'))).toBe(true);
    expect(run(['audit', 'a.json', '--ignore', 'instances/rom'], { folder }).stderr).toContain('instances/ram?');
  });
});

test('a link that leads in a circle or nowhere is named, and spares the rest of its folder', () => {
  const folder = makeFolder({ 'in/a.json': makeCluster(), 'outside.json': makeCluster() });
  symlinkSync('loop.yaml', join(folder, 'in/loop.yaml'));
  symlinkSync('nothing.json', join(folder, 'in/dangling.json'));
  symlinkSync('../outside.json', join(folder, 'in/out.json'));
  const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...supply], { folder });
  expect(stderr).toContain('in/out.json: not followed: the link leads out of the folder');
  expect(stderr).toContain('in/dangling.json, in/loop.yaml');
  expect([status, readdirSync(join(folder, 'v2'))]).toEqual([3, ['a.json']]);
});

describe('what convert says it did', () => {
  const request = JSON.stringify({
    method: 'POST',
    url: 'https://api.ionos.com/databases/postgresql/clusters',
    body: JSON.parse(makeCluster()),
  });
  const files = {
    'in/a.json': makeCluster(),
    'in/b-request.json': request,
    'in/c-broken.json': '{',
    'in/d-foreign.json': foreign,
    'in/e-users.json': '{"items":[{"properties":{"username":"app","password":"x"}}]}',
    'in/f-two.json': `[${makeCluster()},${makeCluster({ ram: 5000 })}]`,
    ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`in/g/${10 + at}.json`, makeCluster({ ram: 5000 })])),
  };
  const left = [
    '  unreadable         in/c-broken.json',
    '  blocked            in/f-two.json (1 of 2 documents)',
    ...Array.from({ length: 9 }, (_, at) => `                     in/g/${10 + at}.json`),
    '                     and 3 more; --report names all',
    '  foreign            in/d-foreign.json',
    '  without a v2 form  in/e-users.json',
  ];

  test('files that were written and requests among them, and what is left by reason', () => {
    const folder = makeFolder(files);
    const words = ['convert', 'in', ...supply, '--out-dir', 'v2'];
    const sum = (verb: string) =>
      `2 files ${verb} to v2 (1 of them requests), 16 left: 1 unreadable, 13 blocked, 1 foreign, 1 without a v2 form`;
    for (const [verb, more] of [
      ['would be written', ['--dry-run']],
      ['written', []],
      ['written', []],
    ] as const) {
      const { stderr } = run([...words, ...more], { folder });
      expect(stderr.split('\n').slice(0, left.length + 1)).toEqual([sum(verb), ...left]);
    }
    expect(readdirSync(join(folder, 'v2'))).toHaveLength(2);
  });

  test('documents where each has a file, and where they stand', () => {
    const folder = makeFolder({ 'all.json': files['in/f-two.json'], 'b.json': makeCluster({ ram: 5000 }) });
    const { stderr } = run(['convert', 'all.json', 'b.json', ...supply, '--split', '--out-dir', 'v2'], { folder });
    expect(stderr).toMatch(
      /^1 file written to v2, 2 documents left: 2 blocked\n {2}blocked {2}all.json#\/1\n {11}b.json\n/,
    );
    expect(stderr).toContain(`all.json:${makeCluster().split('\n').length + 8}:5, b.json:9:5\n`);
  });

  test('many files that are in the way are told as one', () => {
    const folder = makeFolder({
      ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`in/${at}.json`, makeCluster()])),
      ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`v2/${at}.json`, '{}'])),
    });
    expect(run(['convert', 'in', ...supply, '--out-dir', 'v2', '-q'], { folder }).stderr).toBe(
      'ionos-pg-migrate: 7 files not written: it exists and holds something else; --force replaces it: v2/0.json, v2/1.json, v2/2.json, v2/3.json, v2/4.json, and 2 more\n',
    );
  });

  test('--no-backup leaves the original to git', () => {
    const { properties } = JSON.parse(makeCluster({ credentials: undefined }));
    const folder = makeFolder({ 'in/a.json': JSON.stringify({ id, properties }) });
    const { status, stderr } = run(['convert', 'in', '--in-place', '--no-backup'], { folder });
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^1 file written in place\n/),
    });
    expect(readdirSync(join(folder, 'in'))).toEqual(['a.json']);
    expect(run(['convert', 'in', '--out-dir', 'v2', '--no-backup'], { folder }).status).toBe(2);
  });

  test('comments that are lost: those without a place in v2, and in JSON all', () => {
    const yaml = JSON.parse(makeCluster()).properties;
    const text = `properties:\n${Object.entries(yaml)
      .map(([key, value]) => `  ${key}: ${JSON.stringify(value)} # of ${key}\n`)
      .join('')}`;
    const folder = makeFolder({ 'in/a.yaml': text, 'in/b.yaml': text });
    const words = ['convert', 'in', ...supply, '--out-dir', 'v2'];
    const lost = '4 comments of 2 documents without a place in v2: diff names them\n';
    expect(run(words, { folder }).stderr).toContain(`2 files written to v2\n${lost}2 documents: `);
    const inJson = run([...words, '--format', 'json'], { folder }).stderr;
    expect(inJson).toMatch(
      / v2\n4 comments of .*\n\d+ comments left out, since JSON has none: --format yaml keeps them\n/,
    );
  });
});
