// `--databases`: v1 databases that stand beside the documents answer for `credentials.database`, where they can.
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run } from '../command.js';

const ids = ['498ae72f-411f-11eb-9d07-046c59cc737e', 'c4693ea0-e6d4-11ee-b5ed-04e42d88bbab'] as const;
const api = 'https://api.ionos.com/databases/postgresql/clusters';

function database(name: string, more: object = {}): object {
  return { type: 'database', id: name, ...more, properties: { name, owner: 'orders' } };
}

function list(names: readonly string[], id?: string): string {
  const envelope = id === undefined ? {} : { type: 'collection', id: 'databases', href: `${api}/${id}/databases` };
  return JSON.stringify({ ...envelope, items: names.map((name) => database(name)) });
}

function response(id: string, properties: object = {}): string {
  return JSON.stringify({ id, ...JSON.parse(makeCluster({ credentials: undefined, ...properties })) });
}

interface Entry {
  readonly status: string;
  readonly findings: readonly { readonly code: string; readonly message: string; readonly choices?: object }[];
}

function audit(words: readonly string[], folder: string): Entry[] {
  return JSON.parse(run(['audit', ...words, '--format', 'json'], { folder }).stdout).entries;
}

function codes(entry: Entry | undefined): string[] {
  const told = entry?.findings.filter(({ code }) => code.startsWith('credentials/')) ?? [];
  return told.map(({ code }) => code.slice('credentials/'.length)).sort();
}

describe('the only database that v2 takes', () => {
  const folder = makeFolder({
    'a.json': makeCluster(),
    'a.yaml': `properties:\n${Object.entries(JSON.parse(makeCluster()).properties)
      .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
      .join('')}`,
    'dbs.json': list(['shop', 'postgres', 'template0', 'price-list']),
    'dbs.yaml': '- properties: { name: shop, owner: orders }\n',
    'one.json': JSON.stringify(database('shop')),
  });

  test.each(['dbs.json', 'dbs.yaml', 'one.json'])('in %s is used, and said with its source', (source) => {
    for (const name of ['a.json', 'a.yaml']) {
      const { status, stdout, stderr } = run(['convert', name, '--databases', source], { folder });
      expect(status).toBe(0);
      expect(stdout).toMatch(/"?database"?: "?shop"?/);
      expect(stderr).toContain(
        `credentials.database is shop, the only database in ${source} that v2's credentials can name.`,
      );
      expect(stderr).not.toContain(canary);
    }
  });

  test('is a supply in the changes, and no secret', () => {
    const { stdout } = run(['diff', 'a.json', '--databases', 'dbs.json'], { folder });
    expect(stdout).toContain('+ (nothing)');
    expect(stdout).toMatch(/→ credentials\.database: "shop"/);
  });

  test('gives way to people', () => {
    const decisions = makeFolder({
      'a.json': makeCluster(),
      'dbs.json': list(['shop']),
      'decisions.yaml': 'defaults:\n  credentials.database: decided\n',
    });
    const convert = (...words: string[]) =>
      run(['convert', 'a.json', '--databases', 'dbs.json', ...words], { folder: decisions });
    expect(convert('--set', 'credentials.database=mine').stdout).toContain('"database": "mine"');
    expect(convert('--decisions', 'decisions.yaml').stdout).toContain('"database": "decided"');
    expect(convert('--set', 'credentials.database=mine').stderr).not.toContain('credentials/database/');
  });

  test('is used in streams, in one thread and in several', () => {
    const input = `${makeCluster().replaceAll(/\n */g, '')}\n`.repeat(3);
    for (const jobs of ['1', '2']) {
      const words = ['convert', '--ndjson', '--jobs', jobs, '--databases', 'dbs.json'];
      const { status, stdout } = run(words, { folder, input });
      expect(status).toBe(0);
      expect(stdout.match(/"database":"shop"/g)).toHaveLength(3);
    }
  });
});

describe('several', () => {
  const folder = makeFolder({ 'a.json': makeCluster(), 'dbs.json': list(['shop', 'stock', 'postgres']) });

  test('leave the decision open, and are its choices', () => {
    const [entry] = audit(['a.json', '--databases', 'dbs.json'], folder);
    expect(entry?.status).toBe('blocked');
    expect(codes(entry)).toEqual(['database/missing', 'database/several-listed']);
    const finding = entry?.findings.find(({ code }) => code.endsWith('several-listed'));
    expect(finding?.message).toBe('credentials.database could be one of several in dbs.json: shop, stock.');
    expect(finding?.choices).toEqual({ 'credentials.database': ['shop', 'stock'] });
  });

  test('are suggested in a decisions file, for the cluster that has them', () => {
    run(['audit', 'a.json', '--databases', 'dbs.json', '--init-decisions', 'decisions.yaml'], { folder });
    const text = read(folder, 'decisions.yaml');
    expect(text).toMatch(
      /clusters:\n {2}sha256:[0-9a-f]{12}:\n {4}credentials\.database: # a\.json \(orders\); .*; one of shop, stock\n/,
    );
    expect(text).not.toContain('defaults:');
  });
});

test('none that v2 takes is said, with what there is', () => {
  const folder = makeFolder({ 'a.json': makeCluster(), 'dbs.json': list(['price-list', 'template1']) });
  const [entry] = audit(['a.json', '--databases', 'dbs.json'], folder);
  expect(codes(entry)).toEqual(['database/missing', 'database/none-listed']);
  expect(JSON.stringify(entry)).toContain('no database of the cluster in dbs.json: price-list, template1.');
});

describe('databases are matched to clusters', () => {
  const [first, second] = ids;
  const clusters = { 'in/a.json': response(first), 'in/b.json': response(second) };
  const supply = ['--set', 'credentials.username=app', '--set', 'credentials.password=7357Cluster!x'];

  test.each([
    ['the URL of the list', { 'dbs/x.json': list(['shop'], first), 'dbs/y.json': list(['stock'], second) }],
    [
      'the name of the file',
      { [`dbs/${first}.json`]: list(['shop']), [`dbs/${second.toUpperCase()}.json`]: list(['stock']) },
    ],
    [
      'the URL of each',
      {
        'dbs/all.json': JSON.stringify([
          database('shop', { href: `${api}/${first}/databases/shop` }),
          database('stock', { href: `${api}/${second}/databases/stock` }),
        ]),
      },
    ],
    [
      'the id of the list',
      {
        'dbs/x.json': JSON.stringify({ id: `${first}/databases`, items: [database('shop')] }),
        'dbs/y.json': JSON.stringify({ id: `${second}/databases`, items: [database('stock')] }),
      },
    ],
  ])('by %s', (_by, files) => {
    const folder = makeFolder({ ...clusters, ...files, 'dbs/note.json': '{"a": 1}' });
    const words = ['convert', 'in', '--out-dir', 'v2', '--databases', 'dbs', ...supply];
    expect(run(words, { folder }).status).toBe(0);
    expect(read(folder, 'v2/a.json')).toContain('"database":"shop"');
    expect(read(folder, 'v2/b.json')).toContain('"database":"stock"');
  });

  test('and those of others are not offered', () => {
    const folder = makeFolder({ ...clusters, 'dbs.json': list(['shop'], first) });
    const entries = audit(['in', '--databases', 'dbs.json', ...supply], folder);
    expect(entries.map(codes)).toEqual([['database/listed'], ['block/left-out', 'database/none-listed']]);
  });

  test('and a document without an id takes one only where it is sure', () => {
    const folder = makeFolder({
      'a.json': makeCluster(),
      'one.json': list(['shop'], first),
      'two.json': list(['price-list'], second),
    });
    expect(codes(audit(['a.json', '--databases', 'one.json'], folder)[0])).toEqual(['database/listed']);
    const both = audit(['a.json', '--databases', 'one.json', '--databases', 'two.json'], folder);
    expect(codes(both[0])).toEqual(['database/missing', 'database/several-listed']);
  });
});

describe('bad usage', () => {
  const folder = makeFolder({
    'a.json': makeCluster(),
    'broken.json': '{',
    'users.json': JSON.stringify({ items: [{ properties: { username: 'app', password: canary } }] }),
    'in/a.json': makeCluster(),
  });

  test.each([
    ['nowhere.json', '--databases nowhere.json: there is no such file or folder'],
    ['broken.json', '--databases broken.json:1:2: The text ends in the middle of the document.'],
    ['users.json', 'databases: users.json holds no v1 database'],
    ['in', 'databases: there is no v1 database in what is offered'],
  ])('%s is told', (source, message) => {
    const { status, stdout, stderr } = run(['audit', 'a.json', '--databases', source], { folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(canary);
  });
});
