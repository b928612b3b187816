// The laws of comparisons: what says the same gives nothing above info, and each change of the v2 side is found where
// it was made, and nowhere else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translateValue, verify } from '../../src/index.js';
import { escapeKey, fromPointer, valueAt } from '../../src/model/path.js';
import { credentialOptions } from '../support/base.js';
import { creates, responses, runs } from '../support/generate.js';
import { listLeafPointers } from '../support/laws.js';
import { makeAnswer, verifyCases } from '../support/verify-cases.js';

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

describe.each([
  ['answers', responses, { to: 'read' } as const],
  ['bodies of a PUT', responses, credentialOptions],
  ['bodies of a POST', creates, { set: { 'credentials.database': 'app' } } as const],
])('%s', (_name, documents, options) => {
  const pairs = documents
    .map((v1) => ({ v1, translation: translateValue(v1, options) }))
    .filter(({ translation }) => translation.document !== undefined)
    .map(({ v1, translation }) => ({ v1, v2: structuredClone(translation.document) as object }));

  test('that say the same give nothing above info', () => {
    fc.assert(
      fc.property(pairs, ({ v1, v2 }) => {
        expect(verify(v1, v2, options).filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
      runs,
    );
  });

  test('that differ in one place give exactly that place', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.boolean(), ({ v1, v2 }, at, removes) => {
        const pointers = listLeafPointers(v2).filter((pointer) => isCompared(pointer));
        const pointer = pointers[at % pointers.length] ?? '';
        const found = verify(v1, change(v2, pointer, removes), options).filter(({ severity }) => severity !== 'info');
        const places = found.map(({ to, message }) => to ?? message);
        expect(places).toHaveLength(isSilent(pointer, v2, removes) ? 0 : 1);
        const dotted = fromPointer(pointer)
          .slice(pointer.startsWith('/properties') ? 1 : 0)
          .join('.');
        for (const place of places) expect(place === pointer || place.includes(dotted)).toBe(true);
      }),
      runs,
    );
  });
});

test('every field that is added to an answer is found', () => {
  for (const path of ['/properties/description', '/properties/extra', '/properties/instances/disks']) {
    const found = verify(verifyCases[0]?.v1, put(makeAnswer(), path, 'x')).filter(
      ({ severity }) => severity !== 'info',
    );
    expect(found.map(({ to }) => to)).toEqual([path]);
  }
});

/** Dates, people and state are not compared; neither are the type and the path of an href. */
function isCompared(pointer: string): boolean {
  return pointer === '/metadata/dnsName' || pointer === '/id' || pointer.startsWith('/properties/');
}

/** Taking away what v2 does by itself, or an id that nothing asks for, is no difference. */
function isSilent(pointer: string, v2: unknown, removes: boolean): boolean {
  if (!removes) return false;
  return pointer === '/id' || valueAt(v2, fromPointer(pointer)) === 'DISABLED';
}

function change(document: object, pointer: string, removes: boolean): object {
  const value = valueAt(document, fromPointer(pointer));
  return put(structuredClone(document), pointer, removes ? undefined : differ(value));
}

function differ(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${value}x`;
}

function put<T extends object>(document: T, pointer: string, value: unknown): T {
  const keys = fromPointer(pointer);
  const last = keys.pop() ?? '';
  const holder = valueAt(document, keys) as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  expect(escapeKey(last)).toBe(last);
  return document;
}
