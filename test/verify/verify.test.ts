// What comparisons say of two documents; each difference is found where it was made, and nowhere else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translateValue, verify } from '../../src/index.js';
import { isObject } from '../../src/model/json.js';
import { toDotted } from '../../src/model/path.js';
import { createOptions, ensureOptions } from '../support/base.js';
import { creates, responses, runs } from '../support/generate.js';
import { listLeafPointers } from '../support/laws.js';
import { changeLeaf, makeAnswer, verifyCases } from '../support/verify-cases.js';

describe('cases', () => {
  test.each(verifyCases)('$title', ({ v1, v2, says }) => {
    const codes = verify(v1, v2).map(({ code }) => code.replace(/^verify\//, ''));
    expect(codes.sort()).toEqual([...says].sort());
  });

  test('show no secret', () => {
    const all = verifyCases.flatMap(({ v1, v2 }) => verify(v1, v2));
    expect(JSON.stringify(all)).not.toMatch(/7357Cluster|Other8/);
  });

  test('make nothing throw', () => {
    for (const value of [null, undefined, 5, 'x', [], {}, [[]], Object.create(null), Proxy.revocable({}, {}).proxy]) {
      expect(verify(value, value).every(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

test('a difference is told at its place and nowhere else', () => {
  const documents = fc.oneof(
    responses.map((v1) => ({ v1, options: ensureOptions })),
    creates.map((v1) => ({ v1, options: createOptions })),
  );
  fc.assert(
    fc.property(documents, fc.nat(), fc.boolean(), ({ v1, options }, at, removes) => {
      const v2: unknown = translateValue(v1, options).document;
      fc.pre(isObject(v2));
      const places = listLeafPointers(v2).filter((place) => place.startsWith('/properties/'));
      const pointer = places[at % places.length] ?? '';
      const found = verify(v1, changeLeaf(v2, pointer, removes ? 'remove' : 'change'), options);
      const told = found.filter(({ severity }) => severity !== 'info').map(({ to, message }) => to ?? message);
      expect(told).toHaveLength(1);
      expect(told[0] === pointer || told[0]?.includes(toDotted(pointer))).toBe(true);
    }),
    runs,
  );
});

test('every field that is added to an answer is found', () => {
  for (const path of ['properties.description', 'properties.extra', 'properties.instances.disks']) {
    const found = verify(verifyCases[0]?.v1, makeAnswer({ [path]: 'x' })).filter(({ severity }) => severity !== 'info');
    expect(found.map(({ to }) => to)).toEqual([`/${path.replaceAll('.', '/')}`]);
  }
});
