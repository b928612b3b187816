import fc from 'fast-check';
import fastJsonPatch, { type Operation } from 'fast-json-patch';
import { describe, expect, test } from 'vitest';
import { makePatch, maskPatch, type PatchOperation } from '../../src/report/json-patch.js';

/** JSON without the keys that the pipeline refuses by name before any patch is made. */
const value = fc
  .jsonValue({ maxDepth: 4 })
  .map((json) => JSON.stringify(json))
  .filter((text) => !/"(?:__proto__|constructor|prototype)":/.test(text))
  .map((text) => JSON.parse(text));

function apply(document: unknown, patch: readonly PatchOperation[]): unknown {
  return fastJsonPatch.applyPatch(structuredClone(document), patch as Operation[], true, true).newDocument;
}

describe('makePatch', () => {
  test('says what differs', () => {
    expect(makePatch({ a: 1, 'b/~c': [1, 2, 3] }, { 'b/~c': [1, 4], d: null })).toEqual([
      { op: 'remove', path: '/b~1~0c/2' },
      { op: 'replace', path: '/b~1~0c/1', value: 4 },
      { op: 'remove', path: '/a' },
      { op: 'add', path: '/d', value: null },
    ]);
  });

  test.each([
    [{}, []],
    [[], {}],
    [{ a: {} }, { a: [] }],
    [1, { a: 1 }],
    ['x', null],
    [{ a: 1 }, { a: 1 }],
    [{ a: { toJSON: 1 } }, { a: { toJSON: 2 } }],
    [{ a: [] }, { a: [[], {}] }],
    [{ '': { '': 1 } }, { '': { '': 2 } }],
  ])('applies: %j to %j', (v1, v2) => {
    expect(apply(v1, makePatch(v1, v2))).toEqual(v2);
    expect(apply(v2, makePatch(v2, v1))).toEqual(v1);
  });

  test('applied, it gives the other document, both ways, and changes neither', () => {
    fc.assert(
      fc.property(value, value, (v1, v2) => {
        const before = JSON.stringify([v1, v2]);
        const patch = makePatch(v1, v2);
        expect(apply(v1, patch)).toEqual(v2);
        expect(apply(v2, makePatch(v2, v1))).toEqual(v1);
        expect(JSON.parse(JSON.stringify(patch))).toEqual(patch);
        expect(JSON.stringify([v1, v2])).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test('shares nothing with the documents', () => {
    const added = { deep: [1] };
    const [operation] = makePatch({}, { added });
    added.deep.push(2);
    expect(operation).toEqual({ op: 'add', path: '/added', value: { deep: [1] } });
  });
});

describe('maskPatch', () => {
  const isSecret = (pointer: string): boolean => pointer.endsWith('/credentials/password');

  test('hides secrets wherever they stand', () => {
    const patch: PatchOperation[] = [
      { op: 'replace', path: '', value: { properties: { credentials: { username: 'u', password: 's3cret' } } } },
      { op: 'add', path: '/items/0', value: [{ credentials: { password: 's3cret' } }] },
      { op: 'test', path: '/credentials/password', value: 's3cret' },
      { op: 'add', path: '/credentials/password/part', value: 's3cret' },
      { op: 'move', path: '/a', from: '/credentials/password' },
      { op: 'copy', path: '/b', from: '/credentials/password' },
      { op: 'remove', path: '/credentials/password' },
      { op: 'add', path: '/name', value: 'shown' },
    ];
    const masked = maskPatch(patch, isSecret);
    expect(JSON.stringify(masked)).not.toContain('s3cret');
    expect(masked[0]).toEqual({
      op: 'replace',
      path: '',
      value: { properties: { credentials: { username: 'u', password: '[redacted]' } } },
    });
    expect(masked[1]).toEqual({ op: 'add', path: '/items/0', value: [{ credentials: { password: '[redacted]' } }] });
    expect(masked.slice(4)).toEqual(patch.slice(4));
    expect(JSON.stringify(patch)).toContain('s3cret');
  });

  test('a patch without secrets stays as it is', () => {
    fc.assert(
      fc.property(value, value, (v1, v2) => {
        expect(maskPatch(makePatch(v1, v2), () => false)).toEqual(makePatch(v1, v2));
      }),
    );
  });
});
