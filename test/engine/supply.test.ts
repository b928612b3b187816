// What people supply: who wins over whom, what it settles, and how it is told.
import { describe, expect, test } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { createOptions, ensureOptions, getAt, makeCreate, makeResponse, putAt } from '../support/base.js';
import { draftOf } from '../support/laws.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';

describe('who wins', () => {
  test.each<[string, TranslateOptions, unknown]>([
    ['v1 over set', { set: { name: 'of-set' } }, 'orders-db'],
    ['v1 over defaults', { decisions: { defaults: { name: 'of-defaults' } } }, 'orders-db'],
    ['override over v1', { override: { name: 'of-override' } }, 'of-override'],
    ['map over v1', { decisions: { map: { name: { 'orders-db': 'of-map' } } } }, 'of-map'],
    ['v1 over a map of other values', { decisions: { map: { name: { other: 'of-map' } } } }, 'orders-db'],
    [
      'override over map',
      { override: { name: 'of-override' }, decisions: { map: { name: { 'orders-db': 'of-map' } } } },
      'of-override',
    ],
    [
      'clusters over override',
      { override: { name: 'o' }, decisions: { clusters: { [id]: { name: 'of-cluster' } } } },
      'of-cluster',
    ],
    [
      'clusters over map',
      { decisions: { map: { name: { 'orders-db': 'of-map' } }, clusters: { 'orders-db': { name: 'of-cluster' } } } },
      'of-cluster',
    ],
    [
      'a cluster by id over one by name',
      { decisions: { clusters: { 'orders-db': { name: 'of-name' }, [id]: { name: 'of-id' } } } },
      'of-id',
    ],
    ['v1 over repairs', { decisions: { repairs: { name: 'of-repairs' } } }, 'orders-db'],
    ['v1 over regions', { decisions: { regions: { 'de/txl': { name: 'of-region' } } } }, 'orders-db'],
    ['v1 over decisions for others', { decisions: { clusters: { other: { name: 'of-cluster' } } } }, 'orders-db'],
  ])('%s', (_name, options, expected) => {
    expect(getAt(draftOf(translateValue(makeResponse(), options)), 'properties.name')).toBe(expected);
  });

  test.each<[string, TranslateOptions, string]>([
    ['set over defaults', { set: { location: 'de/txl' }, decisions: { defaults: { location: 'es/vit' } } }, 'de-txl'],
    ['override over set', { override: { location: 'de/fra' }, set: { location: 'de/txl' } }, 'de-fra'],
    [
      'clusters over override',
      { override: { location: 'de/fra' }, decisions: { clusters: { [id]: { location: 'de/txl' } } } },
      'de-txl',
    ],
  ])('%s for the region of a request without a body', (_name, options, region) => {
    const request = { method: 'DELETE', url: `https://api.ionos.com/databases/postgresql/clusters/${id}` };
    expect(translateValue(request, options)).toMatchObject({
      status: 'ready',
      document: { method: 'DELETE', url: `https://postgresql.${region}.ionos.com/clusters/${id}` },
    });
  });

  test('set over defaults where v1 is silent', () => {
    const options: TranslateOptions = {
      set: { 'credentials.database': 'of_set' },
      decisions: { defaults: { 'credentials.database': 'of_defaults' } },
    };
    const { document } = translateValue(makeCreate(), options);
    expect(getAt(document, 'properties.credentials.database')).toBe('of_set');
  });

  test.each<[string, TranslateOptions]>([
    ['set', { set: { description: 'the till' } }],
    ['defaults', { decisions: { defaults: { description: 'the till' } } }],
    ['override', { override: { description: 'the till' } }],
  ])('%s over the description that would keep an old name', (_name, options) => {
    const v1 = makeCreate();
    putAt(v1, 'properties.displayName', 'my orders');
    const { document, changes } = translateValue(v1, {
      ...options,
      set: { ...options.set, 'credentials.database': 'app' },
      fixNames: true,
    });
    expect(getAt(document, 'properties.name')).toBe('my-orders');
    expect(getAt(document, 'properties.description')).toBe('the till');
    expect(
      changes.filter(({ rule }) => rule === 'cluster/name').map(({ kind, before, after }) => [kind, before, after]),
    ).toEqual([
      ['map', ['my orders'], ['my-orders']],
      ['supply', [], ['the till']],
    ]);
  });

  test('set over the documented default', () => {
    const { document, changes } = translateValue(makeCreate(), {
      set: { 'credentials.database': 'app', 'backup.retentionDays': 14 },
    });
    expect(getAt(document, 'properties.backup.retentionDays')).toBe(14);
    expect(changes.find((change) => change.rule === 'backup/retentionDays')).toMatchObject({
      kind: 'supply',
      after: [14],
      why: 'A person supplied the value, since v1 holds none.',
    });
  });

  test('set leaf by leaf within a block', () => {
    const value = makeCreate();
    putAt(value, 'properties.maintenanceWindow.time', undefined);
    const set = {
      'credentials.database': 'app',
      'maintenanceWindow.time': '01:02:03',
      'maintenanceWindow.dayOfTheWeek': 'Friday',
    } as const;
    const { document } = translateValue(value, { set });
    expect(getAt(document, 'properties.maintenanceWindow')).toEqual({ time: '01:02:03', dayOfTheWeek: 'Sunday' });
  });

  test('set where v1 holds null', () => {
    const value = makeCreate();
    putAt(value, 'properties.displayName', null);
    expect(getAt(draftOf(translateValue(value, { set: { name: 'x' } })), 'properties.name')).toBe('x');
  });
});

describe('a map', () => {
  test.each([
    ['names the v2 value of a number', 2048, 4],
    ['of other numbers does nothing', 8192, 8],
  ])('%s', (_name, ram, expected) => {
    const value = makeCreate();
    putAt(value, 'properties.ram', ram);
    const decisions = { map: { 'instances.ram': { 2: 4 } } };
    const translation = translateValue(value, { ...createOptions, decisions });
    expect(translation.status).toBe('ready');
    expect(getAt(translation.document, 'properties.instances.ram')).toBe(expected);
  });

  test('serves a v1 word that the rule itself does not know', () => {
    const value = makeCreate();
    putAt(value, 'properties.synchronizationMode', 'EVENTUAL');
    const decisions = { map: { replicationMode: { EVENTUAL: 'ASYNCHRONOUS' } } };
    expect(translateValue(value, { ...createOptions, decisions }).status).toBe('ready');
  });

  test('is checked like any other value', () => {
    const decisions = { map: { version: { 15: '12' } } };
    expect(listCodes(translateValue(makeCreate(), { ...createOptions, decisions }))).toContain('cluster/version/old');
  });
});

describe('what settles a finding', () => {
  test('is every path of its decision', () => {
    const value = makeResponse();
    putAt(value, 'properties.connections', []);
    const leaves = {
      'connection.datacenterId': id,
      'connection.lanId': '1',
      'connection.primaryInstanceAddress': '10.0.0.9/24',
    };
    const some = translateValue(value, { set: { ...ensureOptions.set, 'connection.lanId': '1' } });
    expect(some.findings.find(({ code }) => code === 'connection/choice/none')?.decision).toEqual([
      'connection.datacenterId',
      'connection.primaryInstanceAddress',
    ]);
    const all = translateValue(value, { set: { ...ensureOptions.set, ...leaves } });
    expect(all.status).toBe('ready');
    expect(getAt(all.document, 'properties.connection.lanId')).toBe('1');
  });

  test.each<[string, [string, unknown], TranslateOptions]>([
    ['a name of the wrong type', ['properties.displayName', {}], { override: { name: 'xy' } }],
    ['a number that is text', ['properties.cores', '4'], { override: { 'instances.cores': 4 } }],
    ['a doubtful backup location', ['properties.backupLocation', 'de'], { override: { 'backup.location': 'de' } }],
    ['a rounded disk', ['properties.storageSize', 30480], { override: { 'instances.storageSize': 30 } }],
    ['a pooler that says nothing', ['properties.connectionPooler', {}], { override: { connectionPooler: 'SESSION' } }],
    ['a location that is gone', ['properties.location', 'mars/one'], { override: { location: 'de/txl' } }],
    [
      'a window of the wrong type',
      ['properties.maintenanceWindow', 'Sunday'],
      { override: { 'maintenanceWindow.time': '01:00:00', 'maintenanceWindow.dayOfTheWeek': 'Sunday' } },
    ],
    [
      'connections of the wrong type',
      ['properties.connections', {}],
      {
        override: {
          'connection.datacenterId': id,
          'connection.lanId': '1',
          'connection.primaryInstanceAddress': '10.0.0.9/24',
        },
      },
    ],
  ])('%s', (_name, [path, wrong], options) => {
    const value = makeCreate();
    putAt(value, path, wrong);
    expect(translateValue(value, createOptions).status).not.toBe('ready');
    const settled = translateValue(value, { ...createOptions, ...options });
    expect(settled.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(settled.status).toBe('ready');
  });

  test('is asked for with set where v1 is silent, with override where it is not', () => {
    const value = makeCreate();
    putAt(value, 'properties.displayName', 'not valid');
    putAt(value, 'properties.cores', undefined);
    const { findings } = translateValue(value, createOptions);
    expect(findings.find(({ code }) => code === 'cluster/name/invalid')).toMatchObject({
      settle: 'override',
      decision: ['name'],
      suggestion: { name: 'not-valid' },
      from: '/properties/displayName',
    });
    expect(findings.find(({ code }) => code === 'instances/cores/missing')).toMatchObject({
      settle: 'set',
      decision: ['instances.cores'],
    });
  });
});

function listCodes({ findings }: Translation): string[] {
  return findings.map(({ code }) => code);
}
