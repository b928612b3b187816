// A wrong option throws a TypeError that names it; a right one does not, whatever the document.
import { describe, expect, test } from 'vitest';
import { createTranslator, translateList, translateText, translateValue } from '../../src/index.js';
import { readDecision } from '../../src/supply/paths.js';
import { makeCreate } from '../support/base.js';

const endless: Record<string, unknown> = {};
endless['credentials'] = endless;

const wrong: [string, unknown, string][] = [
  ['options that are a text', 'x', 'options: must be an object'],
  ['options that are null', null, 'options: must be an object'],
  ['options that are a list', [], 'options: must be an object'],
  ['an unknown option', { overide: {} }, 'options.overide: no such option; there are kind, to, set, override,'],
  ['an unknown kind', { kind: 'Cluster' }, 'options.kind: must be one of CreateClusterRequest,'],
  ['a kind of v2', { kind: 'ClusterCreate' }, 'options.kind: must be one of'],
  ['an unknown target', { to: 'patch' }, 'options.to: must be one of ensure, create, read'],
  ['fixNames as a text', { fixNames: 'yes' }, 'options.fixNames: must be one of true, false'],
  ['an unknown format', { format: 'xml' }, 'options.format: must be one of json, yaml, ndjson'],
  ['foreign as a boolean', { foreign: true }, 'options.foreign: must be one of blocked, skipped'],
  ['positions as a number', { positions: 1 }, 'options.positions: must be one of true, false'],
  ['a negative connection', { connection: -1 }, 'options.connection: must be a whole number, counted from 0'],
  ['half a connection', { connection: 0.5 }, 'options.connection: must be a whole number'],
  ['a connection as a text', { connection: '1' }, 'options.connection: must be a whole number'],
  ['a base path without its slash', { basePath: 'v2' }, 'options.basePath: must look like /v2'],
  ['a base path with a query', { basePath: '/v2?x=1' }, 'options.basePath: must look like /v2'],
  ['set as a list', { set: ['a'] }, 'options.set: must be an object'],
  [
    'a misspelt path',
    { set: { 'credentials.databse': 'x' } },
    'options.set: v2 has no path credentials.databse; did you mean credentials.database?',
  ],
  ['a v1 path', { override: { displayName: 'x' } }, 'options.override: v2 has no path displayName'],
  ['a path with properties', { set: { 'properties.name': 'x' } }, 'options.set: v2 has no path properties.name'],
  ['a container', { set: { credentials: 'x' } }, 'options.set: v2 has no path credentials'],
  ['a text for a number', { set: { 'instances.ram': '4' } }, 'options.set: instances.ram takes a number'],
  ['no number', { override: { 'instances.ram': Number.NaN } }, 'options.override: instances.ram takes a number'],
  ['a number for a text', { set: { version: 15 } }, 'options.set: version takes a string'],
  ['a text for a boolean', { set: { logsEnabled: 'true' } }, 'options.set: logsEnabled takes a boolean'],
  ['endless options', { set: endless }, 'options.set: v2 has no path credentials.credentials'],
  ['databases as a text', { databases: 'x' }, 'options.databases: must be an array of { name, value }'],
  [
    'databases without a name',
    { databases: [{ value: {} }] },
    'options.databases: must be an array of { name, value }',
  ],
  ['no databases at all', { databases: [] }, 'options.databases: there is no v1 database in what is offered'],
  [
    'databases that are users',
    { databases: [{ name: 'users.json', value: { items: [{ properties: { username: 'app' } }] } }] },
    'options.databases: users.json holds no v1 database',
  ],
  [
    'a folder without databases',
    { databases: [{ name: 'a/cluster.json', value: { properties: {} }, named: false }] },
    'options.databases: there is no v1 database in what is offered',
  ],
  ['decisions as a text', { decisions: 'x' }, 'options.decisions: must be an object'],
  [
    'an unknown part of decisions',
    { decisions: { default: {} } },
    'options.decisions.default: no such part; there are defaults, regions, map, repairs, clusters',
  ],
  ['defaults as a list', { decisions: { defaults: [] } }, 'options.decisions.defaults: must be an object'],
  [
    'an unknown default',
    { decisions: { defaults: { nmae: 'x' } } },
    'options.decisions.defaults: v2 has no path nmae; did you mean name?',
  ],
  ['a map as a list', { decisions: { map: [] } }, 'options.decisions.map: must be an object'],
  [
    'a map of an unknown path',
    { decisions: { map: { ram: {} } } },
    'options.decisions.map: v2 has no path ram; did you mean instances.ram?',
  ],
  ['a map without pairs', { decisions: { map: { name: 'x' } } }, 'options.decisions.map.name: must be an object'],
  [
    'a map to the wrong type',
    { decisions: { map: { 'instances.ram': { 2: '4' } } } },
    'options.decisions.map: instances.ram takes a number',
  ],
  ['regions as a list', { decisions: { regions: [] } }, 'options.decisions.regions: must be an object'],
  [
    'a region that is none',
    { decisions: { regions: { 'de/fr': {} } } },
    'options.decisions.regions: there is no location de/fr; did you mean de/fra?',
  ],
  [
    'a region given twice',
    { decisions: { regions: { 'DE/FRA': {}, 'de/fra/2': {} } } },
    'options.decisions.regions: DE/FRA and de/fra/2 are one region of v2',
  ],
  [
    'a location by location',
    { decisions: { regions: { 'de/fra': { location: 'de/txl' } } } },
    'options.decisions.regions.de/fra: location is what regions go by; it stands in defaults',
  ],
  ['repairs as a list', { decisions: { repairs: [] } }, 'options.decisions.repairs: must be an object'],
  [
    'a decision that v2 does not take',
    { decisions: { repairs: { replicationMode: 'SYNC' } } },
    'options.decisions.repairs: replicationMode takes no such value: Replication mode; STRICTLY_SYNCHRONOUS needs 3 instances. One of ASYNCHRONOUS, STRICTLY_SYNCHRONOUS',
  ],
  [
    'a variable named after what documents lack',
    { decisions: { defaults: { 'credentials.password': { env: 'PG_{team}' } } } },
    'options.decisions.defaults: credentials.password: the name of a variable may hold {name}, {NAME}, {id}, {ID}',
  ],
  ['an environment as a text', { environment: 'x' }, 'options.environment: must be an object of names and values'],
  ['clusters as a list', { decisions: { clusters: [] } }, 'options.decisions.clusters: must be an object'],
  [
    'a cluster as a text',
    { decisions: { clusters: { orders: 'x' } } },
    'options.decisions.clusters.orders: must be an object',
  ],
  [
    'an unknown path of a cluster',
    { decisions: { clusters: { orders: { credentials: { usr: 'x' } } } } },
    'options.decisions.clusters.orders: v2 has no path credentials.usr',
  ],
  [
    'a path given twice, dotted and nested',
    { set: { 'instances.ram': 8, instances: { ram: 4 } } },
    'options.set: instances.ram is supplied twice',
  ],
  ['secret paths as a text', { secretPaths: 'name' }, 'options.secretPaths: must be an array'],
  [
    'an unknown secret path',
    { secretPaths: ['credentials.pasword'] },
    'options.secretPaths: v2 has no path credentials.pasword; did you mean credentials.password?',
  ],
];

describe('a translator', () => {
  test('translates texts and values as the functions do', () => {
    const options = { set: { 'credentials.database': 'app' }, format: 'yaml' } as const;
    const translator = createTranslator(options);
    const text = 'id: orders\n';
    // As JSON, since the text is handed out by a function.
    expect(JSON.stringify(translator.translateText(text))).toBe(JSON.stringify(translateText(text, options)));
    expect(translator.translateValue({ id: 'orders' })).toEqual(translateValue({ id: 'orders' }, options));
    expect(translator.translateText(new Uint8Array() as never)).toEqual(translateText(new Uint8Array() as never));
  });
});

describe('wrong options', () => {
  test.each(wrong)('%s', (_name, options, message) => {
    const calls = [
      () => translateValue({}, options as never),
      () => translateText('{}', options as never),
      () => translateList([], options as never),
      () => createTranslator(options as never),
    ];
    for (const call of calls) {
      expect(call).toThrow(TypeError);
      expect(call).toThrow(message);
    }
  });

  test('say no secret value', () => {
    const options = { set: { 'credentials.pasword': 'CANARY9' }, override: { 'instances.ram': 'CANARY9' } };
    expect(() => translateValue({}, options as never)).not.toThrow('CANARY9');
    expect(() => translateValue({}, { override: options.override } as never)).not.toThrow('CANARY9');
  });
});

describe('right options', () => {
  test('may be left out, undefined or null inside', () => {
    const { findings } = translateValue(makeCreate());
    expect(translateValue(makeCreate(), { set: {}, connection: undefined } as never).findings).toEqual(findings);
    expect(translateValue(makeCreate(), { set: { name: null, version: undefined } } as never).findings).toEqual(
      findings,
    );
  });

  test('may be nested or dotted', () => {
    const nested = { credentials: { database: 'app' } };
    const dotted = { 'credentials.database': 'app' };
    const translate = (defaults: object) => translateValue(makeCreate(), { decisions: { defaults: { ...defaults } } });
    expect(translate(nested)).toEqual(translate(dotted));
    expect(translate(nested).status).toBe('ready');
  });

  test('add a base path to the request', () => {
    expect(translateValue(makeCreate(), { basePath: '/v2' })).toMatchObject({
      request: { method: 'POST', url: 'https://postgresql.de-txl.ionos.com/v2/clusters' },
    });
  });
});

describe('readDecision', () => {
  test('reads a text as the type of its path', () => {
    expect(readDecision('instances.ram', '4', 'set')).toBe(4);
    expect(readDecision('logsEnabled', 'false', 'set')).toBe(false);
    expect(readDecision('version', '15', 'set')).toBe('15');
    expect(readDecision('location', 'de/txl', 'set')).toBe('de/txl');
  });

  test.each([
    ['instances.ram', '4GB', 'instances.ram takes a number'],
    ['instances.ram', '', 'instances.ram takes a number'],
    ['instances.ram', '0x4', 'instances.ram takes a number'],
    ['logsEnabled', 'yes', 'logsEnabled takes a boolean'],
    ['ram', '4', 'did you mean instances.ram?'],
  ])('refuses %s=%s', (path, text, message) => {
    expect(() => readDecision(path, text, 'set')).toThrow(message);
  });
});
