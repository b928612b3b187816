// The library never throws on what it is given to translate, whatever that is.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  renderDocument,
  renderDocuments,
  renderPatch,
  translateList,
  translateText,
  translateValue,
} from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import type { Translation } from '../../src/schema/documents.js';
import { makeCreate, makeResponse } from '../support/base.js';
import { runs } from '../support/generate.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 });

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  withObjectString: true,
  withUnicodeString: true,
});
const fields = [
  'properties',
  'items',
  'id',
  'type',
  'backupId',
  'metadata',
  'data',
  'instances',
  'messages',
  '__proto__',
];

describe('values', () => {
  test('of any kind are translated or refused', () => {
    fc.assert(
      fc.property(anything, (value) => void survive(value)),
      runs,
    );
  });

  test('of any kind in the fields that matter are translated or refused', () => {
    const shapes = fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 4 });
    fc.assert(
      fc.property(shapes, (value) => void survive(value)),
      runs,
    );
  });

  test('of any kind inside a whole document are translated or refused', () => {
    const places = fc.constantFrom(...Object.keys(makeCreate()['properties'] as object), 'id', 'metadata');
    fc.assert(
      fc.property(places, anything, (place, value) => {
        const whole = makeResponse();
        survive({ ...whole, [place]: value });
        survive({ ...whole, properties: { ...(whole['properties'] as object), [place]: value } });
      }),
      runs,
    );
  });

  test.each(listOddities())('such as %s are refused', (_name, value) => {
    expect(survive(value).status).toBe('blocked');
    const inside = survive({ properties: { ...(makeCreate()['properties'] as object), extra: value } });
    expect(['blocked', 'review']).toContain(inside.status);
  });
});

describe('texts', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json(), fc.string({ unit: 'grapheme' }));
  const parts = fc.constantFrom(
    ...'{ } [ ] : , " \' # & * ! | > - ? % @ ` \n \r\n \t \u0000 \ufeff --- ... null ~ properties: - &a *a !!binary <<:'.split(
      ' ',
    ),
    'id: 1\n',
    '"properties":',
    'displayName: x\n',
    '  ',
  );
  const soup = fc.array(parts, { maxLength: 40 }).map((some) => some.join(''));

  test.each<[string, unknown]>([
    ['bytes', Buffer.from('{}')],
    ['nothing', undefined],
    ['an object', {}],
  ])('that are none, such as %s, are refused', (_name, given) => {
    const [translation, ...more] = translateText(given as string);
    expect([translation?.status, more]).toEqual(['unreadable', []]);
    expect(translation?.findings[0]?.message).toBe('The input is no string.');
    render(translateText(given as string));
  });

  test.each(['json', 'yaml', 'ndjson', undefined] as const)('read as %s are translated or refused', (format) => {
    fc.assert(
      fc.property(fc.oneof(text, soup), (given) => {
        const translations = translateText(given, format ? { format } : {});
        expect(translations.length).toBeGreaterThan(0);
        for (const out of ['json', 'yaml', 'ndjson'] as const)
          expect(typeof renderDocuments(translations, { format: out })).toBe('string');
        render(translations);
      }),
      runs,
    );
  });
});

function survive(value: unknown): Translation {
  const translation = translateValue(value);
  render([translation]);
  for (const item of translateList(value)) expect(item.findings.length + item.changes.length).toBeGreaterThan(0);
  expect(Array.isArray(renderPatch({}, translation))).toBe(true);
  expect(typeof renderDocument(translation)).toBe('string');
  return translation;
}

function render(translations: readonly Translation[]): void {
  const entries = translations.map((translation, index) => ({ source: 'x.yaml', index, translation }));
  expect(renderReport(entries)).toMatch(/document/);
  expect(JSON.parse(renderReport(entries, { format: 'json' }))).toMatchObject({ reportVersion: 1 });
}

function listOddities(): [string, unknown][] {
  const cycle: Record<string, unknown> = { properties: {} };
  cycle['properties'] = cycle;
  const ring: unknown[] = [];
  ring.push(ring);
  const thrower = (): never => {
    throw new Error('not for reading');
  };
  const all = {
    get: thrower,
    has: thrower,
    ownKeys: thrower,
    getPrototypeOf: thrower,
    getOwnPropertyDescriptor: thrower,
  };
  class Cluster {
    properties = makeCreate()['properties'];
  }
  return [
    ['undefined', undefined],
    ['a cyclic object', cycle],
    ['a cyclic array', { properties: ring }],
    ['a date', new Date(0)],
    ['an invalid date', { properties: { at: new Date(Number.NaN) } }],
    ['a bigint', 10n],
    ['a function', thrower],
    ['a symbol', Symbol('x')],
    ['a map', new Map([['properties', {}]])],
    ['an instance of a class', new Cluster()],
    ['a getter that throws', Object.defineProperty({}, 'properties', { get: thrower, enumerable: true })],
    ['a proxy that throws', new Proxy({}, all)],
    ['a proxy of an array that throws', new Proxy([], all)],
    ['a revoked proxy', revoke()],
    ['not a number', Number.NaN],
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tested here.
    ['a sparse array', [, , 1]],
    ['a regular expression', /x/],
    ['a promise', Promise.resolve(1)],
    ['a boxed string', new String('x')],
  ];
}

function revoke(): object {
  const { proxy, revoke: close } = Proxy.revocable({}, {});
  close();
  return proxy;
}

test.each([
  ['a header whose name is an object', { headers: [{ name: { toString: '' }, value: { toString: 1 } }] }],
  ['headers that are objects', { headers: { authorization: { toString: '' } } }],
  ['a URL beside a path that is an object', { url: { toString: '' }, path: '/databases/postgresql/clusters' }],
  ['a URL without a prototype', { url: Object.create(null), path: '/databases/postgresql/clusters' }],
])('a stored request with %s is told of, and throws nothing', (_, parts) => {
  const request = { method: 'GET', url: 'https://api.ionos.com/databases/postgresql/clusters', ...parts };
  expect(translateValue(request)).toMatchObject({ kind: 'Request', status: 'blocked' });
});
