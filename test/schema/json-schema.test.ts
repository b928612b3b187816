// The JSON Schemas are valid, and say of documents what the pipeline says of them.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { listSchemaKinds, makeJsonSchema, type SchemaName } from '../../src/index.js';
import { makeBackup, makeCreate, makeFromBackup, makeResponse, shareProperties } from '../support/base.js';
import { listFixtures, runFixture } from '../support/fixtures.js';

// Formats are for editors; ids of IONOS are not all UUIDs of a version that ajv's format knows.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const all = (['v1', 'v2', 'report', 'decisions'] as const).flatMap((name) =>
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
  ['properties', shareProperties()],
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
});

test('an unknown kind is named, with those there are', () => {
  expect(() => makeJsonSchema('v2', 'patch')).toThrow(/there is no kind patch; there are create, ensure, read/);
});

function listErrors(name: SchemaName, kind: string, value: unknown): string[] {
  const validate = ajv.compile(makeJsonSchema(name, kind));
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
