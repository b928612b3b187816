// The sections of decisions beside one another: which wins, what a region is, what is repaired and what never is, and values
// from the environment.
import { describe, expect, test } from 'vitest';
import { createTranslator, type Decisions, type TranslateOptions, translateValue } from '../../src/index.js';
import { createOptions, getAt, makeCreate, makeResponse, putAt } from '../support/base.js';
import { draftOf } from '../support/laws.js';

const { set = {} } = createOptions;

/** A create with some v1 fields changed; undefined removes one. */
function makeWith(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value = makeCreate();
  for (const [path, field] of Object.entries(fields)) putAt(value, `properties.${path}`, field);
  return value;
}

function readAt(v1: unknown, path: string, options: TranslateOptions): unknown {
  return getAt(draftOf(translateValue(v1, options)), `properties.${path}`);
}

describe('where v1 says nothing', () => {
  const v1 = makeWith({ backupLocation: undefined });
  const defaults = { 'backup.location': 'of-defaults' };
  const regions = { 'de/txl': { 'backup.location': 'of-region' }, 'es/vit': { 'backup.location': 'of-another' } };

  test.each<[string, TranslateOptions, string]>([
    ['regions over defaults', { decisions: { defaults, regions } }, 'of-region'],
    ['defaults where the region says nothing', { decisions: { defaults, regions: { 'de/txl': {} } } }, 'of-defaults'],
    [
      'defaults where there is another region only',
      { decisions: { defaults, regions: { 'es/vit': { 'backup.location': 'x' } } } },
      'of-defaults',
    ],
    ['set over regions', { set: { 'backup.location': 'of-set' }, decisions: { defaults, regions } }, 'of-set'],
    [
      'the region that an override says',
      { override: { location: 'es/vit' }, decisions: { defaults, regions } },
      'of-another',
    ],
    ['the region that a map says', { decisions: { regions, map: { location: { 'de/txl': 'es/vit' } } } }, 'of-another'],
  ])('%s', (_name, options, expected) => {
    expect(readAt(v1, 'backup.location', options)).toBe(expected);
  });

  test.each([
    ['de/fra', 'DE/FRA'],
    ['de/fra/2', 'de/fra'],
    ['DE/FRA', 'de/fra/1'],
    ['de/fra', 'de/fra/2'],
  ])('a document of %s is of the region %s', (location, key) => {
    const decisions = { regions: { [key]: { 'backup.location': 'of-region' } } };
    expect(readAt(makeWith({ location, backupLocation: undefined }), 'backup.location', { decisions })).toBe(
      'of-region',
    );
  });

  test('the region of a document that has none is that of defaults, or of what repairs it', () => {
    const lost = makeWith({ location: undefined, backupLocation: undefined });
    const wrong = makeWith({ location: 'mars/one', backupLocation: undefined });
    expect(readAt(lost, 'backup.location', { decisions: { regions, defaults: { location: 'es/vit' } } })).toBe(
      'of-another',
    );
    expect(readAt(wrong, 'backup.location', { decisions: { regions, repairs: { location: 'es/vit' } } })).toBe(
      'of-another',
    );
  });

  test('what is left blank is decided by nobody, and named', () => {
    const decisions = {
      defaults: { 'backup.location': null, credentials: { database: null } },
      regions: { 'de/txl': { 'backup.location': null }, 'es/vit': null },
      map: { 'instances.ram': { 2: null }, version: null },
      clusters: { orders: { connection: null } },
    } as unknown as Decisions;
    expect(translateValue(v1, { decisions })).toEqual(translateValue(v1));
  });
});

describe('repairs', () => {
  const cases: readonly [string, { field: string; wrong: unknown }, readonly [path: string, value: unknown]][] = [
    ['a number outside the bounds', { field: 'instances', wrong: 7 }, ['instances.count', 3]],
    ['a size that is not whole', { field: 'ram', wrong: 4500 }, ['instances.ram', 8]],
    ['a size in the wrong unit', { field: 'storageSize', wrong: 20 }, ['instances.storageSize', 20]],
    ['a word that nobody knows', { field: 'synchronizationMode', wrong: 'ODD' }, ['replicationMode', 'ASYNCHRONOUS']],
    ['a value of the wrong type', { field: 'cores', wrong: '4' }, ['instances.cores', 4]],
    ['a location of v1 only', { field: 'backupLocation', wrong: 'eu-south-2' }, ['backup.location', 'eu-central-3']],
    ['a user name', { field: 'credentials.username', wrong: 'db-user' }, ['credentials.username', 'app']],
    ['a password', { field: 'credentials.password', wrong: 'weak' }, ['credentials.password', '7357Cluster!x']],
    ['a pooler that says nothing', { field: 'connectionPooler', wrong: {} }, ['connectionPooler', 'SESSION']],
  ];

  test.each(cases)('%s', (_name, { field, wrong }, [path, expected]) => {
    const v1 = makeWith({ [field]: wrong });
    expect(translateValue(v1, { set }).status).toBe('blocked');
    const repaired = translateValue(v1, { set, decisions: { repairs: { [path]: expected } } });
    expect([repaired.status, getAt(repaired.document, `properties.${path}`)]).toEqual(['ready', expected]);
    const { changes } = repaired;
    expect(changes.find(({ to }) => to.includes(`/properties/${path.replace('.', '/')}`))).toMatchObject({
      kind: 'supply',
      why: 'A person supplied the value, since v2 refuses that of v1.',
    });
  });

  test('never replace a good value, nor fill one that is missing', () => {
    const repairs = {
      'instances.count': 1,
      'instances.ram': 240,
      replicationMode: 'STRICTLY_SYNCHRONOUS',
      version: '18',
    };
    const v1 = makeWith({ cores: undefined });
    const plain = translateValue(v1, { set });
    const decided = translateValue(v1, { set, decisions: { repairs: { ...repairs, 'instances.cores': 8 } } });
    expect(decided).toEqual(plain);
  });

  test('of what two values together make wrong, the first that is named', () => {
    const v1 = makeWith({ instances: 2, synchronizationMode: 'STRICTLY_SYNCHRONOUS' });
    const repairs = { 'instances.count': 3, replicationMode: 'ASYNCHRONOUS' };
    const { status, document } = translateValue(v1, { set, decisions: { repairs } });
    expect(status).toBe('ready');
    expect(getAt(document, 'properties.instances.count')).toBe(3);
    expect(getAt(document, 'properties.replicationMode')).toBe('STRICTLY_SYNCHRONOUS');
  });

  test('are weaker than a map, an override and a cluster, even where v2 refuses these', () => {
    const v1 = makeWith({ ram: 2048 });
    const repairs = { 'instances.ram': 8 };
    const ram = (options: TranslateOptions) => readAt(v1, 'instances.ram', options);
    expect(ram({ decisions: { repairs } })).toBe(8);
    expect(ram({ decisions: { repairs, map: { 'instances.ram': { 2: 4 } } } })).toBe(4);
    expect(ram({ decisions: { repairs }, override: { 'instances.ram': 3 } })).toBe(3);
    expect(ram({ decisions: { repairs, clusters: { 'orders-db': { 'instances.ram': 16 } } } })).toBe(16);
  });
});

describe('values from the environment', () => {
  const template = { 'credentials.password': { env: 'PG_{NAME}_PASSWORD' } };
  const environment = { PG_ORDERS_DB_PASSWORD: '7357Cluster!x', PG_SHOP_PASSWORD: 'Other7!shop' };
  const passwordOf = (v1: unknown, options: TranslateOptions) => {
    const { document, status, findings } = translateValue(v1, { set, ...options });
    return [
      status,
      getAt(document, 'properties.credentials.password'),
      findings.filter((one) => one.severity === 'error'),
    ];
  };
  const weak = makeWith({ 'credentials.password': 'weak' });

  test.each<[string, Decisions]>([
    ['repairs', { repairs: template }],
    ['clusters', { clusters: { 'orders-db': template } }],
    ['clusters, nested', { clusters: { 'orders-db': { credentials: { password: { env: 'PG_{NAME}_PASSWORD' } } } } }],
  ])('one line serves a fleet, and each document has its own: %s', (_section, decisions) => {
    expect(passwordOf(weak, { decisions, environment })).toEqual(['ready', '7357Cluster!x', []]);
    const shop = makeWith({ displayName: 'shop', 'credentials.password': 'weak' });
    if (decisions.repairs) expect(passwordOf(shop, { decisions, environment })).toEqual(['ready', 'Other7!shop', []]);
  });

  test.each([
    ['{name}', 'orders-db'],
    ['{NAME}', 'ORDERS_DB'],
    ['PG_{id}', 'PG_498ae72f-411f-11eb-9d07-046c59cc737e'],
    ['PG_{ID}_X', 'PG_498AE72F_411F_11EB_9D07_046C59CC737E_X'],
    ['PLAIN', 'PLAIN'],
  ])('%s is %s', (env, name) => {
    const decisions = { defaults: { ...set, 'credentials.username': 'app', 'credentials.password': { env } } };
    const { document } = translateValue(makeResponse(), { decisions, environment: { [name]: '7357Cluster!x' } });
    expect(getAt(document, 'properties.credentials.password')).toBe('7357Cluster!x');
  });

  test('one that is not set blocks what needs it, and is all that is said of the value', () => {
    const { findings, status } = translateValue(weak, { set, decisions: { repairs: template }, environment: {} });
    expect(status).toBe('blocked');
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'document/decisions/variable',
        message:
          'credentials.password comes from the environment variable PG_ORDERS_DB_PASSWORD, which is not set, or empty.',
        to: '/properties/credentials/password',
      },
    ]);
  });

  test('one of another type blocks too, and its value is never said', () => {
    const decisions = { repairs: { 'instances.ram': { env: 'RAM' } } };
    const translation = translateValue(makeWith({ ram: 4500 }), { set, decisions, environment: { RAM: 'CANARY9' } });
    expect(translation.findings).toMatchObject([{ code: 'document/decisions/variable-type' }, {}, {}, {}]);
    expect(JSON.stringify(translation)).not.toContain('CANARY9');
    const right = translateValue(makeWith({ ram: 4500 }), { set, decisions, environment: { RAM: '8' } });
    expect(getAt(right.document, 'properties.instances.ram')).toBe(8);
    expect(JSON.stringify(right.changes)).toContain('"[redacted]"');
  });

  test('a document without a name is left as it is', () => {
    const nameless = makeWith({ displayName: undefined, 'credentials.password': 'weak' });
    for (const decisions of [{ repairs: template }, { defaults: template }])
      expect(translateValue(nameless, { set, decisions, environment })).toEqual(translateValue(nameless, { set }));
  });

  test('what wins over v1 gives way to it where a document has no name', () => {
    const { id } = makeResponse();
    const v1 = { id, properties: makeWith({ displayName: undefined })['properties'] };
    const decisions = { clusters: { [String(id)]: template } };
    expect(readAt(v1, 'credentials.password', { set, decisions, environment })).toBe('7357Cluster!x');
  });

  test('what nobody needs is not asked for', () => {
    const translator = createTranslator({ set, decisions: { repairs: template }, environment: {} });
    expect(translator.translateValue(makeCreate()).status).toBe('ready');
  });
});
