// The JSON Schemas are valid, and say of documents what the pipeline says of them.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { listSchemaKinds, makeJsonSchema, type SchemaName } from '../../src/index.js';
import { makeBackup, makeCreate, makeFromBackup, makeResponse } from '../support/base.js';
import { listFixtures, runFixture } from '../support/fixtures.js';

// Formats are for editors; ids of IONOS are not all UUIDs of a version that ajv's format knows.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const all = (['v1', 'v2', 'report', 'result', 'decisions'] as const).flatMap((name) =>
  listSchemaKinds(name).map((kind) => [name, kind] as const),
);
const kinds: Readonly<Record<string, string>> = {
  ClusterCreate: 'create',
  ClusterEnsure: 'ensure',
  ClusterRead: 'read',
  ClusterReadList: 'read-list',
  restoreFromBackup: 'restore-from-backup',
  restoreInPlace: 'restore-in-place',
  Backup: 'backup',
  BackupReadList: 'backup-list',
  PostgresVersion: 'version',
  PostgresVersionReadList: 'version-list',
};

test.each(all)('%s %s is a schema that says what it is for', (name, kind) => {
  const schema = makeJsonSchema(name, kind);
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(JSON.stringify(schema)).toContain('"description"');
});

describe('fixtures', () => {
  const written = listFixtures().flatMap((fixture) =>
    runFixture(fixture).translations.flatMap((translation, index) =>
      'target' in translation && translation.document !== undefined && kinds[translation.target ?? '']
        ? [{ title: `${fixture.name} ${index + 1}`, kind: kinds[translation.target ?? ''] ?? '', translation }]
        : [],
    ),
  );

  test.each(written)('$title is what schema v2 $kind says', ({ kind, translation }) => {
    expect(listErrors('v2', kind, translation.document)).toEqual([]);
  });
});

test.each([
  ['create', makeCreate()],
  ['properties', makeCreate()['properties']],
  ['response', makeResponse()],
  ['patch', { properties: { cores: 4 } }],
  ['from-backup', makeFromBackup()],
  ['restore', makeFromBackup()],
  ['backup', makeBackup()],
])('a usual v1 document is what schema v1 %s says', (kind, value) => {
  expect(listErrors('v1', kind, value)).toEqual([]);
});

test('what v1 documents as its limits is in the schema', () => {
  expect(listErrors('v1', 'create', { properties: { ram: 3000 } })).not.toEqual([]);
  expect(listErrors('v1', 'create', { properties: { connections: [] } })).not.toEqual([]);
  expect(listErrors('v1', 'create', {})).toEqual([" must have required property 'properties'"]);
  expect(listErrors('v1', 'patch', {})).toEqual([]);
});

test.each(all.filter(([name]) => /^(?:v|result)/.test(name)))('every leaf of %s %s has a description', (name, kind) => {
  expect(listSilent(makeJsonSchema(name, kind), '')).toEqual([]);
});

describe('a decisions file, as an editor completes and refuses it', () => {
  test.each([
    { repairs: { replicationMode: 'SYNC' } },
    { defaults: { 'maintenanceWindow.time': '3:00' } },
    { defaults: { instances: { ram: 2 } } },
    { regions: { 'de/fr': {} } },
    { regions: { 'de/fra': { location: 'de/txl' } } },
    { map: { connectionPooler: { session: 'SESSIONS' } } },
    { clusters: { orders: { conection: 1 } } },
    { default: {} },
  ])('refuses %j', (value) => {
    expect(listErrors('decisions', 'decisions', value)).not.toEqual([]);
  });

  test.each([
    { repairs: { replicationMode: 'ASYNCHRONOUS', 'credentials.password': { env: 'PG_{NAME}_PASSWORD' } } },
    { defaults: { 'backup.location': 'somewhere-new', 'credentials.database': null } },
    { regions: { 'de/fra/2': { backup: { location: 'eu-central-4' } }, 'es/vit': null } },
    { map: { 'instances.ram': { 2: 4 } }, clusters: { orders: { connection: 0 } } },
  ])('takes %j', (value) => {
    expect(listErrors('decisions', 'decisions', value)).toEqual([]);
  });

  test('knows every location and every value that can be listed', () => {
    const text = JSON.stringify(makeJsonSchema('decisions'));
    for (const word of ['de/fra/2', 'us/mci', 'STRICTLY_SYNCHRONOUS', 'TRANSACTION', 'Wednesday', 'eu-central-4'])
      expect(text).toContain(`"${word}"`);
  });
});

test('an unknown kind is named, with those there are', () => {
  expect(() => makeJsonSchema('v2', 'patch')).toThrow(/there is no kind patch; there are create, ensure, read/);
});

function listErrors(name: SchemaName, kind: string, value: unknown): string[] {
  const validate = ajv.compile(makeJsonSchema(name, kind));
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

type Schema = Readonly<Record<string, unknown>>;

/** The leaves of a schema that do not say what they are for. */
function listSilent(schema: Schema, path: string, described = false): string[] {
  const isDescribed = described || typeof schema['description'] === 'string';
  const inner = [schema['items'], ...[schema['anyOf'], schema['oneOf'], schema['allOf']].flat()] as (
    | Schema
    | undefined
  )[];
  const below = inner.flatMap((one) => (one && typeof one === 'object' ? listSilent(one, path, isDescribed) : []));
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const members = properties.flatMap(([key, member]) => listSilent(member, `${path}/${key}`));
  const isLeaf = properties.length === 0 && inner.every((one) => one === undefined) && !('$ref' in schema);
  return [...below, ...members, ...(isLeaf && !isDescribed && path !== '' ? [path] : [])];
}
