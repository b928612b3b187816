// The fixtures beside the JSON Schemas of v1: a schema refuses exactly what the translation could not read. Its limits,
// which only document what v1 said, are told apart by their keywords.
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listSchemaKinds, makeJsonSchema, translateValue } from '../../src/index.js';
import { fromPointer, valueAt } from '../../src/model/path.js';
import { detect } from '../../src/recognise/detect.js';
import type { Translation } from '../../src/schema/documents.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { brokens, runs } from '../support/generate.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
/** The schema of a kind, and of its properties where they stand alone. */
const schemas: Readonly<Record<string, readonly [whole: string, bare?: string]>> = {
  CreateClusterRequest: ['create', 'properties'],
  ClusterResponse: ['response'],
  PatchClusterRequest: ['patch', 'properties'],
  fromBackup: ['from-backup', 'from-backup'],
  CreateRestoreRequest: ['restore', 'restore'],
  BackupResponse: ['backup'],
  User: ['user'],
  Database: ['database'],
};
const lists: Readonly<Record<string, string>> = {
  ClusterList: 'list',
  ClusterBackupList: 'backup-list',
  UserList: 'user-list',
  DatabaseList: 'database-list',
  PostgresVersionList: 'version-list',
};
/** Keywords that say of which type a value is; all others are limits. */
const structural = new Set(['type', 'anyOf']);

const validators = Object.fromEntries(
  listSchemaKinds('v1').map((kind) => [kind, ajv.compile(makeJsonSchema('v1', kind))]),
);

interface Case {
  readonly title: string;
  readonly schema: string;
  readonly value: unknown;
  /** JSON Pointers of what could not be read, or lies in it. */
  readonly unread: readonly string[];
}

const cases = listFixtures().flatMap((fixture) => {
  const { translations } = runFixture(fixture);
  const items = translations.flatMap((translation, index) => describeItem(translation, `${fixture.name} ${index + 1}`));
  return [...items, ...describeLists(translations, fixture.name)];
});
const unread = cases.filter((one) => one.unread.length > 0);

test('every schema of v1 has a fixture, and some fixtures are not what it says', () => {
  expect(new Set(cases.map(({ schema }) => schema))).toEqual(new Set(listSchemaKinds('v1')));
  expect(unread.length).toBeGreaterThan(2);
});

test.each(cases)('$title is what schema v1 $schema says, but for what could not be read', (one) => {
  expect(findDifferences(one)).toEqual([]);
});

test('broken documents are refused where they could not be read', () => {
  fc.assert(
    fc.property(brokens, (value) => {
      const translation = translateValue(value);
      const [one] = describeItem(translation, 'generated', value);
      // Of several connections none is read before one is chosen.
      const connections = valueAt(value, ['properties', 'connections']) ?? value['connections'];
      if (one && !(Array.isArray(connections) && connections.length > 1)) expect(findDifferences(one)).toEqual([]);
    }),
    runs,
  );
});

/** Where the schema and the translation are not of one mind. */
function findDifferences({ schema, value, unread }: Case): string[] {
  const validate = validators[schema];
  validate?.(value);
  const refused = listRefused(validate?.errors ?? []);
  return [
    ...refused.filter((place) => !unread.some((pointer) => isAtOrBelow(pointer, place))),
    ...unread.filter((pointer) => !refused.some((place) => isAtOrBelow(pointer, place))),
  ];
}

function describeItem(translation: Translation, title: string, value = originalOf(translation)): Case[] {
  const [whole, bare] = schemas[translation.kind] ?? [];
  if (whole === undefined || typeof value !== 'object' || value === null) return [];
  const schema = bare !== undefined && !('properties' in value) ? bare : whole;
  return [{ title, schema, value, unread: listUnread(translation, '') }];
}

function describeLists(translations: readonly Translation[], name: string): Case[] {
  const [first] = translations;
  const value = first?.source?.().value;
  const { kind } = detect(value);
  const schema = Array.isArray(value) ? undefined : lists[kind];
  // A list with something else in it is no list of v1.
  const isPure = translations.every(
    (one) => one.kind in schemas || one.kind in lists || one.kind === 'PostgresVersion',
  );
  if (schema === undefined || !isPure) return [];
  const unread = translations.flatMap((translation) => listUnread(translation, translation.pointer ?? ''));
  return [{ title: `${name}, whole`, schema, value, unread }];
}

function listUnread({ changes }: Translation, base: string): string[] {
  return changes.flatMap(({ rule, from }) => (rule === 'document/wrong-type' ? from.map((place) => base + place) : []));
}

function originalOf({ source, pointer = '' }: Translation): unknown {
  return valueAt(source?.().value, fromPointer(pointer));
}

/** Where values are of the wrong type. What is wrong inside a container is a fault of the container, too, for ajv. */
function listRefused(errors: readonly ErrorObject[]): string[] {
  const places = errors.map(({ instancePath }) => instancePath);
  // What lacks a field is an object, whatever else it may be.
  const objects = new Set(
    errors.filter(({ keyword }) => keyword === 'required').map(({ instancePath }) => instancePath),
  );
  const innermost = errors.filter(
    ({ instancePath }) => !objects.has(instancePath) && !places.some((place) => place.startsWith(`${instancePath}/`)),
  );
  return innermost.filter(({ keyword }) => structural.has(keyword)).map(({ instancePath }) => instancePath);
}

function isAtOrBelow(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
