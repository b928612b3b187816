// The decisions file that audit writes: in proportion to the problems, what is known filled in, and enough to unblock a fleet.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Decisions, makeJsonSchema } from '../../../src/index.js';
import { fillIn } from '../../support/fill-in.js';
import { canary, makeCluster, makeFolder, read, run } from '../command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const file = 'decisions.yaml';
const line = (properties: Readonly<Record<string, unknown>>) =>
  `${JSON.stringify(JSON.parse(makeCluster(properties)))}\n`;
const strong = { username: 'orders', password: 'Sample7!orders' };
const weak = { username: 'orders', password: 'short' };

/** Audits the folder `in` of some files, and gives the decisions file that is written, and what is said of it. */
function init(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(files);
  const { stderr, stdout, status } = run(['audit', 'in', '--init-decisions', file], { folder });
  return { folder, text: read(folder, file), stderr, stdout, status };
}

/** The sections of a decisions file that was written for some files. */
function sectionsOf(files: Readonly<Record<string, string>>): Decisions {
  return parse(init(files).text) as Decisions;
}

describe('what is written', () => {
  const fleet = {
    'in/ram.json': makeCluster({ displayName: 'ram', ram: 5000 }),
    'in/name.json': makeCluster({ displayName: 'not a name!' }),
    'in/mode.json': makeCluster({ displayName: 'mode', synchronizationMode: 'ODD' }),
    'in/where.json': makeCluster({ displayName: 'where', location: 'xx/yyy', backupLocation: undefined }),
    'in/window.json': makeCluster({ displayName: 'window', maintenanceWindow: { dayOfTheWeek: 'Sunday' } }),
    'in/net.json': makeCluster({ displayName: 'net', connections: [] }),
    'in/user.json': makeCluster({ displayName: 'user', credentials: { username: 'postgres', password: 'short' } }),
    'in/strict.json': makeCluster({ displayName: 'strict', synchronizationMode: 'STRICTLY_SYNCHRONOUS' }),
    'in/type.json': makeCluster({ displayName: 'type', cores: '4', instances: '1' }),
    'in/nameless.json': makeCluster({ displayName: null, credentials: weak }),
    'in/answer.json': JSON.stringify({ id, ...JSON.parse(makeCluster({ credentials: undefined, connections: null })) }),
  };

  test('asks for all that is open, and filling it in leaves nothing blocked', () => {
    const { folder, text, status } = init(fleet);
    expect(status).toBe(1);
    const filled = makeFolder({ ...fleet, [file]: fillIn(text) });
    const words = ['audit', 'in', '--decisions', file, '--fix-names'];
    const env = Object.fromEntries(
      run([...words, '--list-secrets'], { folder: filled })
        .stdout.split('\n')
        .map((one) => [one.split('=')[0], canary]),
    );
    const { stdout, stderr } = run([...words, '--format', 'json'], { folder: filled, env });
    expect(stderr).toBe('');
    const blocked = JSON.parse(stdout).entries.filter((entry: { status: string }) => entry.status === 'blocked');
    expect(blocked.map((entry: { source: string; findings: unknown }) => [entry.source, entry.findings])).toEqual([]);
    expect(stdout).not.toContain(canary);
    expect(read(folder, file)).not.toContain('short');
  });

  test('is what its own first line says, empty and filled in', () => {
    const { text } = init(fleet);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./decisions.schema.json');
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(makeJsonSchema('decisions'));
    expect([validate(parse(text)), validate(parse(fillIn(text)))]).toEqual([true, true]);
  });

  test('is as long as the problems are many, not the documents', () => {
    const kinds = Array.from({ length: 4 }, (_, index) => ({
      ram: 2048,
      storageSize: index % 2 === 0 ? 2048 : 20480,
      location: index < 2 ? 'de/fra' : 'es/vit',
      backupLocation: index === 3 ? 'de' : undefined,
      credentials: weak,
    }));
    const write = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `in/${index}.json`,
          makeCluster({ ...kinds[index % 4], displayName: `orders-${index}` }),
        ]),
      );
    const [few, many] = [4, 40].map((count) => init(write(count)));
    expect(parse(many?.text ?? '')).toEqual({
      defaults: { 'credentials.database': null },
      regions: { 'de/fra': { 'backup.location': null }, 'es/vit': { 'backup.location': null } },
      map: {
        'instances.ram': { 2: 4 },
        'instances.storageSize': { 2: 10 },
        'backup.location': { de: 'eu-central-4' },
      },
      repairs: { 'credentials.password': { env: 'PG_{NAME}_PASSWORD' } },
    });
    expect(parse(few?.text ?? '')).toEqual(parse(many?.text ?? ''));
    expect(many?.text.split('\n')).toHaveLength(few?.text.split('\n').length ?? 0);
    expect(many?.text).toContain('credentials.database: # 40 documents; Name of the initial database: 2 to 63');
    expect(many?.stderr).toBe(`${file}: 3 values to fill in, for 40 documents; 4 known and filled in\n`);
  });

  test('leaves names to --fix-names, but for those of which too little could be kept', () => {
    const files = { 'in/a.json': makeCluster({ displayName: 'a b' }), 'in/b.json': makeCluster({ displayName: '!' }) };
    const { text, stdout } = init({ ...files, 'in/many.ndjson': line({ displayName: 'c d' }).repeat(10) });
    expect(parse(text)).toEqual({
      defaults: { 'credentials.database': null },
      clusters: { [/sha256:\w+/.exec(text)?.[0] ?? '']: { name: null } },
    });
    expect(stdout).toContain('\n  name: 11 documents, --fix-names\n');
    expect(stdout).toMatch(/\nNext\n.*\n {2}ionos-pg-migrate audit in --decisions decisions\.yaml --fix-names\n$/);
  });

  test('gives sizes of which a rule makes no number one line where they are alike, else a line each', () => {
    const odd = (displayName: string, ram: number) => makeCluster({ displayName, ram });
    const alike = { 'in/a.json': odd('aa', 4500), 'in/b.json': odd('bb', 4500) };
    const defaults = { 'credentials.database': null };
    expect(sectionsOf(alike)).toEqual({ defaults, repairs: { 'instances.ram': null } });
    const { clusters, ...rest } = sectionsOf({ ...alike, 'in/c.json': odd('cc', 7000) });
    expect(rest).toEqual({ defaults });
    expect(Object.values(clusters ?? {})).toEqual(Array.from({ length: 3 }, () => ({ 'instances.ram': null })));
  });

  test('repairs words that are too many to map', () => {
    const users = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6'].map((username) => [
      `in/${username}.json`,
      makeCluster({ displayName: username, credentials: { ...strong, username } }),
    ]);
    const defaults = { 'credentials.database': null };
    expect(sectionsOf(Object.fromEntries(users))).toEqual({ defaults, repairs: { 'credentials.username': null } });
    expect(sectionsOf(Object.fromEntries(users.slice(0, 2)))).toEqual({
      defaults,
      map: { 'credentials.username': { 'a-1': null, 'a-2': null } },
    });
  });

  test('gives passwords of names that would share a variable one of their own', () => {
    const names = ['orders-db', 'orders.db', 'shop'];
    const files = Object.fromEntries(
      names.map((displayName) => [`in/${displayName}.json`, makeCluster({ displayName, credentials: weak })]),
    );
    const { text } = init(files);
    const [digest = ''] = /sha256:\w+/.exec(text) ?? [];
    const own = `PG_${digest.replace(':', '_').toUpperCase()}_PASSWORD`;
    expect(parse(text)).toMatchObject({
      repairs: { 'credentials.password': { env: 'PG_{NAME}_PASSWORD' } },
      clusters: { [digest]: { 'credentials.password': { env: own } } },
    });
    const folder = makeFolder({ ...files, [file]: fillIn(text) });
    const { stdout, status } = run(['audit', 'in', '--decisions', file, '--list-secrets'], { folder });
    expect([status, stdout]).toEqual([0, `PG_ORDERS_DB_PASSWORD=\n${own}=\nPG_SHOP_PASSWORD=\n`]);
  });

  test('tells documents of one name, or of none, apart by their digests', () => {
    const several = [{ lanId: '1', cidr: '10.7.1.5/24' }, { lanId: '2' }];
    const files = {
      'in/good.json': makeCluster({ displayName: 'shop' }),
      'in/two.json': makeCluster({ displayName: 'shop', connections: several }),
      'in/lines.ndjson': line({ displayName: 'shop', connections: several, cores: 8 }) + line({ displayName: null }),
    };
    const { text } = init(files);
    expect(text.match(/^ {2}sha256:[0-9a-f]{12}:\n {4}\w+: # [^;]*/gm)?.map((one) => one.split('\n')[1])).toEqual([
      '    connection: # in/lines.ndjson (shop)',
      '    connection: # in/two.json (shop)',
      '    name: # in/lines.ndjson:2',
    ]);
    expect(text).toContain('There are 2 connections and v2 takes one: 0: LAN 1, 10.7.1.5/24; 1: LAN 2, ?');
  });

  test('for one document, is of that', () => {
    expect(sectionsOf({ 'in/a.json': makeCluster({ ram: 2048, backupLocation: undefined }) })).toEqual({
      defaults: { 'credentials.database': null },
      regions: { 'de/fra': { 'backup.location': null } },
      map: { 'instances.ram': { 2: 4 } },
    });
  });
});

describe('a file that exists', () => {
  test.each([
    ['payload.yaml', makeCluster(), 'it exists and is no decisions file'],
    ['payload.json', makeCluster(), 'it is written as YAML'],
  ])('is left as it is where it is a payload: %s', (name, text, reason) => {
    const folder = makeFolder({ 'in/a.json': makeCluster({ ram: 2048 }), [name]: text });
    const { status, stderr } = run(['audit', 'in', '--init-decisions', name], { folder });
    expect([status, read(folder, name)]).toEqual([2, text]);
    expect(stderr).toContain(reason);
  });

  test('is extended, and keeps its comments and answers', () => {
    const mine =
      '# mine\ndefaults:\n  credentials: { database: shop } # the old one\nmap:\n  instances.ram: { 2: 8 }\nregions:\n  de/fra:\n    version: "15"\n';
    const a = makeCluster({ displayName: 'a b', ram: 2048, storageSize: 2048, backupLocation: undefined });
    const { folder, text, stderr } = init({ 'in/a.json': a, [file]: mine });
    expect(text).toContain('# mine\n');
    expect(text).toContain('  credentials: { database: shop } # the old one\n');
    expect(parse(text)).toEqual({
      defaults: { credentials: { database: 'shop' } },
      map: { 'instances.ram': { 2: 8 }, 'instances.storageSize': { 2: 10 } },
      regions: { 'de/fra': { version: '15', 'backup.location': null } },
    });
    expect(stderr).toContain(`${file}: 1 value to fill in, for 1 document; 1 known and filled in`);
    const again = run(['audit', 'in', '--init-decisions', file], { folder });
    expect(read(folder, file)).toBe(text);
    expect(again.stderr).toContain('nothing to add: no document waits for a decision that it does not hold');
  });
});

describe('--list-secrets', () => {
  const files = {
    'in/a.json': makeCluster({ displayName: 'a b', credentials: weak }),
    'in/b.json': makeCluster({ displayName: 'bb', credentials: strong }),
    'd.yaml':
      'defaults: { credentials.database: app }\nrepairs: { credentials.password: { env: "PG_{NAME}_PASSWORD" } }\n',
    'raw.yaml': 'repairs: { credentials.password: { env: "PG_{name}" } }\n',
  };

  test('prints the variables that a run will ask for as an empty .env file, set or not', () => {
    const folder = makeFolder(files);
    const words = ['audit', 'in', '--decisions', 'd.yaml', '--list-secrets', '--set-env', 'credentials.database=DB'];
    const env = { PG_A_B_PASSWORD: canary };
    const { status, stdout, stderr } = run(words, { folder, env });
    expect([status, stdout, stderr]).toEqual([0, 'DB=\nPG_A_B_PASSWORD=\n', '']);
    expect(run([...words, '--out', '.env'], { folder }).stdout).toBe('');
    expect(read(folder, '.env')).toBe(stdout);
  });

  test('says what no shell can set, and that nothing is asked for', () => {
    const folder = makeFolder(files);
    const { stdout } = run(['audit', 'in', '--decisions', 'raw.yaml', '--list-secrets'], { folder });
    expect(stdout).toBe('# no shell can set PG_a b; {NAME} and {ID} make names that it can\n');
    const { status, stderr } = run(['audit', 'in', '--list-secrets'], { folder });
    expect([status, stderr]).toEqual([0, 'no environment variable is asked for\n']);
  });
});
