// The law of patches: what comes out with a base is the translation of the cluster with the patch merged in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/forms/json/read.js';
import { createTranslator, translateValue } from '../../../src/index.js';
import { isObject } from '../../../src/model/json.js';
import type { Translation } from '../../../src/schema/documents.js';
import { type Draft, ensureOptions, makeCreate, makeResponse } from '../../support/base.js';
import { responses, runs } from '../../support/generate.js';
import { findUnnamed } from '../../support/laws.js';

const patchable = [
  'displayName',
  'postgresVersion',
  'instances',
  'cores',
  'ram',
  'storageSize',
  'connections',
  'maintenanceWindow',
  'connectionPooler',
  'synchronizationMode',
];
const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const kind = 'PatchClusterRequest';
const patches = fc
  .tuple(responses, fc.subarray(patchable, { minLength: 1 }), fc.boolean())
  .map(([document, keys, hasMetadata]) => {
    const properties = pick(document['properties'] as Draft, keys);
    return hasMetadata ? { metadata: {}, properties } : { properties };
  })
  .filter(({ properties }) => !(Array.isArray(properties['connections']) && properties['connections'].length === 0));

describe('a patch with a base of v1', () => {
  test('gives the translation of the cluster with the patch merged in', () => {
    fc.assert(
      fc.property(responses, patches, (base, patch) => {
        const whole = translateValue(
          { ...base, properties: merge(base['properties'], patch.properties) },
          ensureOptions,
        );
        const patched = translateValue(patch, { ...ensureOptions, kind, base });
        expect(draftOf(patched)).toEqual(draftOf(whole));
        // What a patch changes is told besides.
        const codes = patched.findings.map(({ code }) => code).filter((code) => !code.startsWith('patch/effect/'));
        expect(codes.sort()).toEqual(whole.findings.map(({ code }) => code).sort());
        expect(findUnnamed(patch, patched)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a patch with a base of v2', () => {
  test.each(['read', 'ensure'] as const)('gives the same, whatever the base was read from: %s', (to) => {
    fc.assert(
      fc.property(responses, patches, (v1, patch) => {
        const base = translateValue(v1, { ...(to === 'ensure' ? ensureOptions : {}), to }).document;
        fc.pre(base !== undefined);
        const options = {
          ...ensureOptions,
          set: { ...ensureOptions.set, location: String((v1['properties'] as Draft)['location']).toLowerCase() },
        };
        const merged = merge(v1['properties'], patch.properties);
        const whole = translateValue({ ...v1, properties: merged }, options);
        fc.pre(!JSON.stringify(merged).includes('poolMode') || !('connectionPooler' in patch.properties));
        const patched = translateValue(patch, { ...options, kind, base });
        if (whole.status !== 'blocked') expect(patched.document).toEqual(whole.document);
        expect(findUnnamed(patch, patched)).toEqual([]);
      }),
      runs,
    );
  });

  test('never carries a restore or an answer over', () => {
    const read = translateValue(makeResponse(), { to: 'read' }).document as unknown as Draft;
    const properties = {
      ...(read['properties'] as Draft),
      restoreFromBackup: { recoveryTargetDatetime: '2024-01-15T10:00:00Z' },
    };
    const { document } = translateValue({ properties: { cores: 8 } }, { base: { ...read, properties } });
    expect(JSON.stringify(document)).not.toMatch(/restoreFromBackup|dnsName|href|createdDate/);
  });
});

describe('which base', () => {
  const patch = { properties: { cores: 8 } };
  const other = { ...makeResponse(), id: '7d1c4b52-72c7-11ee-8c99-0242ac120002' };

  test('of a list is the one of that id', () => {
    const translation = translateValue(patch, { base: { items: [other, makeResponse()] }, id });
    expect(translation).toMatchObject({ status: 'review', id });
  });

  test('is told by the name of a file', () => {
    const translator = createTranslator({ base: [other, makeResponse()] });
    const [translation] = translator.translateSources([readJson(JSON.stringify(patch))], {
      source: `patches/${id}.json`,
      tellsId: true,
    });
    expect(translation?.id).toBe(id);
  });

  test.each([
    ['missing', {}],
    ['not-found', { base: [other, other], id }],
    ['several', { base: [other, makeResponse()] }],
    ['unusable', { base: { hello: 1 } }],
    ['unusable', { base: { backupId: 'x' } }],
    ['other-id', { base: other, id }],
  ])('is %s', (message, options) => {
    const translation = translateValue(patch, options);
    expect(translation.status).toBe('blocked');
    expect(translation.findings.map(({ code }) => code)).toEqual([`patch/base/${message}`]);
    expect(draftOf(translation)).toEqual({ properties: { instances: { cores: 8 } } });
  });

  test('of a create request takes the id from outside', () => {
    expect(translateValue(patch, { base: makeCreate(), id, set: { 'credentials.database': 'app' } })).toMatchObject({
      status: 'review',
      document: { id, properties: { instances: { cores: 8 }, credentials: { username: 'app' } } },
    });
  });
});

test('a restore with a base is the PUT of the whole cluster', () => {
  const restore = { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e', recoveryTargetTime: '2024-01-15T10:00:00Z' };
  const translation = translateValue(restore, { kind: 'CreateRestoreRequest', base: makeResponse() });
  expect(translation).toMatchObject({
    status: 'review',
    target: 'ClusterEnsure',
    request: { method: 'PUT' },
    document: {
      id,
      properties: { name: 'orders-db', restoreFromBackup: { recoveryTargetDatetime: '2024-01-15T10:00:00Z' } },
    },
  });
  expect(findUnnamed(restore, translation)).toEqual([]);
});

function draftOf(translation: Translation): unknown {
  return translation.document ?? ('partial' in translation ? translation.partial : undefined);
}

function pick(values: Draft, keys: readonly string[]): Draft {
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}

/** What v1's PATCH does; written again on purpose, as a second opinion. */
function merge(base: unknown, patch: unknown): unknown {
  if (patch === null || patch === undefined) return base;
  if (!isObject(base) || !isObject(patch)) return patch;
  return Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(patch).map(([key, value]) => [key, merge(base[key], value)]),
  ]);
}
