// A v2 property is said in one row of the schema. Order, defaults and recognition come from there; what a new property
// forgets fails here by its name.
import { describe, expect, test } from 'vitest';
import { translateValue, verify } from '../../src/index.js';
import type { Json } from '../../src/model/json.js';
import { detect } from '../../src/recognise/detect.js';
import { listLeaves, listMembers } from '../../src/schema/leaves.js';
import { v1Properties } from '../../src/schema/v1-cluster.js';
import { v2CreateProperties, v2Defaults, v2EnsureProperties, v2PropertyOrder } from '../../src/schema/v2-cluster.js';
import { credentialOptions, type Draft, ensureOptions, makeFromBackup, makeResponse } from '../support/base.js';
import { describeFound } from '../support/describe-found.js';

const ofV1 = listMembers(v1Properties);
const ofV2 = listMembers(v2EnsureProperties);
const optional = listLeaves(v2EnsureProperties).filter(
  ({ requiredInContainer, optionalContainers }) => !requiredInContainer && optionalContainers.length === 0,
);
/** Every optional property with a value that is not its default, or nearly so. */
const supplied: Record<string, Json> = Object.fromEntries(
  optional.map(({ path, type, values }) => [
    path,
    type === 'boolean' ? true : type === 'number' ? 1 : (values?.[0] ?? path),
  ]),
);
const options = { ...ensureOptions, set: { ...ensureOptions.set, ...supplied, location: 'de/txl' } };
const samples = { string: 'text', number: 1, boolean: true, list: [{}], object: {} } as const;

describe('a property of v2', () => {
  test('has the same place in a POST and in a PUT', () => {
    expect(Object.keys(v2CreateProperties.shape)).toEqual(v2PropertyOrder);
  });

  test('says what v2 does where it may be left out', () => {
    expect(optional.map(({ path }) => path)).toEqual([...v2Defaults.keys()]);
  });

  test('keeps its place in a PUT and in a restore', () => {
    const whole = translateValue(makeResponse(), options).document;
    expect(namesOf(whole)).toEqual(v2PropertyOrder.filter((name) => name !== 'restoreFromBackup'));
    const restored = translateValue(makeFromBackup(), { ...options, kind: 'CreateRestoreRequest', base: whole });
    expect(namesOf(restored.document)).toEqual(v2PropertyOrder);
  });

  test.each([...v2Defaults])('is no surprise as v2 gives it by itself: %s %j', (name, value) => {
    const plain = translateValue(makeResponse(), credentialOptions).document as Draft;
    const { [name]: _absent, ...properties } = plain['properties'] as Draft;
    const codes = (v2: Draft) => verify(makeResponse(), v2, credentialOptions).map(({ code }) => code);
    const before = codes({ ...plain, properties });
    const added = codes({ ...plain, properties: { ...properties, [name]: value } });
    expect(added.sort()).toEqual(['verify/expected/filled', ...before].sort());
  });

  test.each([...ofV2].filter(([name]) => !ofV1.has(name)))('tells v2 from v1: %s', (name, sort) => {
    expect(describeFound(detect({ properties: { [name]: samples[sort] } }))).toMatch(/^v2 /);
  });

  test.each([...ofV1].filter(([name]) => !ofV2.has(name)))('and one of v1 tells v1: %s', (name, sort) => {
    expect(describeFound(detect({ properties: { [name]: samples[sort] } }))).toMatch(/^v1 /);
  });
});

function namesOf(document: unknown): string[] {
  return Object.keys((document as { properties: Draft }).properties);
}
