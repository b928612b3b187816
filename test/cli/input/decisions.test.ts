// The decisions file: checked with places, used as it says, and told of where nobody used it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const line = (properties: Readonly<Record<string, unknown>>) =>
  `${JSON.stringify(JSON.parse(makeCluster(properties)))}\n`;

describe('--decisions', () => {
  const convert = (decisions: string, environment = {}) => {
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.yaml': decisions });
    return run(['convert', 'a.json', '--decisions', 'd.yaml'], { folder, env: environment });
  };

  test('an id is found in capital letters too', () => {
    const cluster = JSON.stringify({ id, ...JSON.parse(makeCluster({ credentials: undefined })) });
    const text = `clusters:\n  ${id.toUpperCase()}:\n    backup.retentionDays: 21\n`;
    const folder = makeFolder({ 'a.json': cluster, 'd.yaml': text });
    const { stdout, stderr } = run(['convert', 'a.json', '--decisions', 'd.yaml'], { folder });
    expect(JSON.parse(stdout).properties.backup.retentionDays).toBe(21);
    expect(stderr).not.toContain('no document of this run');
  });

  test.each([
    ['defaults:\n  credentials.databse: app\n', 'd.yaml:2:3: v2 has no path credentials.databse; did you mean'],
    [
      'defaults:\n  instances: { ram: four }\n',
      'd.yaml:2:16: instances.ram takes a number: Memory of each instance in GB. 4 to 240; or { env: NAME }',
    ],
    ['map:\n  instances.ram: { 2: four }\n', 'd.yaml:2:20: instances.ram takes a number'],
    [
      'clusters:\n  orders:\n    instances.ram: 8\n    instances: { ram: 4 }\n',
      'd.yaml:2:3: instances.ram is given twice',
    ],
    ['default:\n', 'd.yaml:1:1: there is no part default'],
    ['- a\n', 'd.yaml:1:1: a decisions file is an object'],
    ['repairs:\n  replicationMode: SYNC\n', 'd.yaml:2:3: replicationMode takes a string: Replication mode; '],
    ['regions:\n  de/fr: {}\n', 'd.yaml:2:3: there is no location de/fr; did you mean de/fra?'],
    ['regions:\n  DE/FRA: { instances.ram: 1 }\n', 'd.yaml:2:13: instances.ram takes a number: '],
    ['clusters:\n  orders:\n    name: { env: "{NAMES}" }\n', 'd.yaml:3:5: the name of a variable may hold {name}'],
    ['defaults: {\n', 'd.yaml:'],
  ])('%j is told with its place', (text, message) => {
    const { status, stderr, stdout } = convert(text);
    expect(stderr).toContain(message);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('defaults fill, map and clusters win, and a secret is never said', () => {
    const text = `defaults: { credentials: { database: app }, name: nobody }
map:
  instances.ram: { 4: 8 }
clusters:
  orders:
    instances.cores: 4
    credentials.password: { env: SECRET }
`;
    const { status, stdout, stderr } = convert(text, { SECRET: 'Other-Secret-1!' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).properties).toMatchObject({
      name: 'orders',
      instances: { ram: 8, cores: 4 },
      credentials: { database: 'app', password: 'Other-Secret-1!' },
    });
    expect(stderr).not.toContain('Other-Secret');
  });

  test('a variable that is not set blocks the documents that need it, and all such are named together', () => {
    const decisions =
      'defaults: { credentials.database: app }\nrepairs: { credentials.password: { env: "PG_{NAME}" } }\n';
    const names = ['a b', 'cart', 'desk', 'eggs'];
    const files = names.map((displayName, index) => {
      const password = index < 3 ? 'weak' : 'Sample7!orders';
      return [`in/${index}.json`, makeCluster({ displayName, credentials: { username: 'orders', password } })] as const;
    });
    const folder = makeFolder({ ...Object.fromEntries(files), 'd.yaml': decisions });
    const words = ['--decisions', 'd.yaml', '--fix-names'];
    const told = 'warning: 2 environment variables are not set, or empty: PG_A_B, PG_DESK. Set them';
    for (const command of [
      ['audit', 'in'],
      ['convert', 'in', '--out-dir', 'v2'],
    ]) {
      const { status, stderr } = run([...command, ...words], { folder, env: { PG_CART: canary } });
      expect([status, stderr]).toEqual([1, expect.stringContaining(told)]);
      expect(stderr).not.toContain(canary);
    }
    expect(JSON.parse(read(folder, 'v2/1.json')).properties.credentials.password).toBe(canary);
    expect(existsSync(join(folder, 'v2/0.json'))).toBe(false);
    const lines = names
      .slice(0, 3)
      .map((displayName) => line({ displayName, credentials: { username: 'orders', password: 'weak' } }));
    for (const jobs of ['1', '2']) {
      const stream = ['convert', '--ndjson', '--jobs', jobs, ...words];
      const { status, stderr } = run(stream, { folder, env: { PG_CART: canary }, input: lines.join('').repeat(50) });
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining('2 environment variables are not set, or empty: PG_A_B'),
      ]);
    }
  });

  test.each([
    ['audit', 'in'],
    ['convert', 'in', '--out-dir', 'v2'],
    ['convert', '--ndjson'],
  ])('two names that give one variable are refused: %s %s', (...words) => {
    const decisions = 'defaults: { credentials.database: app, credentials.password: { env: "PG_{NAME}" } }\n';
    const lines = ['orders-db', 'orders.db', 'orders-db'].map((displayName) =>
      line({ displayName, credentials: { username: 'orders' } }),
    );
    const files = Object.fromEntries(lines.map((text, index) => [`in/${index}.json`, text] as const));
    const folder = makeFolder({ ...files, 'd.yaml': decisions });
    const { status, stderr } = run([...words, '--decisions', 'd.yaml'], {
      folder,
      env: { PG_ORDERS_DB: canary },
      input: lines.join(''),
    });
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('PG_ORDERS_DB would serve both orders-db and orders.db'),
    ]);
    expect(existsSync(join(folder, 'v2'))).toBe(false);
  });

  test('what is left blank is not decided yet, and told', () => {
    const decisions =
      'defaults: { credentials.database: app, version: }\nregions: { de/txl: { backup.location: } }\nclusters: { orders: { connection: } }\n';
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.yaml': decisions });
    const { status, stderr } = run(['convert', 'a.json', '--decisions', 'd.yaml', '--fail-on', 'warning'], { folder });
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining(
        'info: 3 decisions are not decided yet: defaults: version, regions: de/txl: backup.location, clusters: orders: connection.',
      ),
    ]);
    expect(run(['convert', 'a.json', '--decisions', 'd.yaml', '--quiet'], { folder }).stderr).toBe('');
  });

  const missed = 'clusters: no document of this run has the id, name or digest of 1 of its keys: nobody.';

  test.each([
    ['convert', 'a.json'],
    ['convert', 'a.json', '--ndjson'],
    ['audit', 'a.json'],
    ['diff', 'a.json'],
  ])('a key that no document has is a warning of the run: %s %s', (...words) => {
    const decisions = 'defaults: { credentials.database: app }\nclusters: { nobody: { version: "16" } }';
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.yaml': decisions });
    const told = run([...words, '--decisions', 'd.yaml'], { folder });
    expect(told.stderr).toContain(missed);
    expect([told.status, told.stdout]).toEqual([0, expect.stringContaining('orders')]);
    const strict = run([...words, '--decisions', 'd.yaml', '--fail-on', 'warning'], { folder });
    expect([strict.status, strict.stdout]).toEqual([1, told.stdout]);
    expect(strict.stderr).toContain(missed);
  });

  test('a key that an earlier run served is no error in the next', () => {
    const decisions = 'clusters: { orders: { credentials.database: app, name: shop } }';
    const folder = makeFolder({ 'in/a.json': makeCluster(), 'd.yaml': decisions });
    const words = ['convert', 'in', '--in-place', '--decisions', 'd.yaml'];
    expect(run(words, { folder }).status).toBe(0);
    const again = run(words, { folder });
    expect([again.status, again.stderr]).toEqual([0, expect.not.stringContaining('clusters:')]);
  });

  test('keys that no document has are told in part where they are many', () => {
    const names = Array.from({ length: 25 }, (_, index) => `orders-${index}`);
    const clusters = Object.fromEntries(names.map((name) => [name, { 'backup.retentionDays': 14 }]));
    const folder = makeFolder({ 'a.json': makeCluster(), 'd.json': JSON.stringify({ clusters }) });
    const { stderr } = run(['convert', 'a.json', ...supply, '--decisions', 'd.json'], { folder });
    expect(stderr).toMatch(/has the id, name or digest of 25 of its keys: orders-0, orders-1, orders-2 and others\./);
  });
});
