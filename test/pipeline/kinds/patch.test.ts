// Patches and restores with their bases: which base is whose, and what of it is not carried over. The law of patches stands
// in test/laws.
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/forms/json/read.js';
import { createTranslator, translateValue } from '../../../src/index.js';
import { type Draft, makeCreate, makeResponse } from '../../support/base.js';
import { draftOf, findUnnamed } from '../../support/laws.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';

describe('a patch with a base of v2', () => {
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
