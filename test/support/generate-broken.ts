// Mistakes in documents: wrong types, missing fields, nulls, unknown fields, near-miss words, odd numbers, odd Unicode.
import fc from 'fast-check';
import { isObject } from '../../src/model/json.js';
import type { Draft } from './base.js';

interface Mistake {
  /** Which of the document's places it happens at, counted round and round. */
  readonly at: number;
  readonly kind: 'remove' | 'put' | 'add' | 'twist' | 'repeat' | 'wrap';
  readonly value: unknown;
  readonly key: string;
}

const oddNumbers = [0, -0, -1, 0.5, 1.0000001, 2 ** 53, -(2 ** 31), 1e21, 5e-324, 1024.5, 59459, 86400];
const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eabc',
  'e\u0301',
  '👩‍👩‍👧',
  '\u2028',
  'null',
  '1e3',
  'no',
  '0x10',
  '~',
  '/',
];
const nearMisses = [
  'SYNCHRONUS',
  'ASYNC',
  'strictly_synchronous',
  'SSD_PREMIUM',
  'Funday',
  'de-fra',
  'de/fra/3',
  'DISABLED',
];
const oddAddresses = [
  '10.0.0.0/8',
  '10.210.3.4/12',
  '010.0.0.1/24',
  '1.2.3.4/33',
  '127.0.0.1/8',
  '224.0.0.1/4',
  '::1/128',
];
const values = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [{}], { a: { b: [] } }, [[1]]),
  fc.constantFrom(...oddNumbers),
  fc.constantFrom(...oddTexts, ...nearMisses, ...oddAddresses),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const keys = fc.oneof(
  fc.constantFrom(
    'dispalyName',
    'vlan',
    'a/b',
    'm~n',
    '~1',
    '',
    '0',
    'ünï',
    'hasOwnProperty',
    'toString',
    'name',
    'version',
  ),
  fc.string({ maxLength: 12 }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
);
const mistakes: fc.Arbitrary<Mistake> = fc.record({
  at: fc.nat({ max: 200 }),
  kind: fc.constantFrom('remove', 'put', 'add', 'twist', 'repeat', 'wrap'),
  value: values,
  key: keys,
});

/** Whole documents with one to four mistakes made in them. */
export function breakDocument(wholes: fc.Arbitrary<Draft>): fc.Arbitrary<Draft> {
  return fc.tuple(wholes, fc.array(mistakes, { minLength: 1, maxLength: 4 })).map(([whole, made]) => {
    const document = structuredClone(whole);
    for (const mistake of made) makeMistake(document, mistake);
    return document;
  });
}

function makeMistake(document: Draft, { at, kind, value, key }: Mistake): void {
  const places = [...listPlaces(document)];
  const place = places[at % places.length];
  if (!place) return;
  const { holder, name } = place;
  const found = holder[name];
  if (kind === 'remove') delete holder[name];
  else if (kind === 'put') holder[name] = structuredClone(value);
  else if (kind === 'wrap') holder[name] = [structuredClone(found)];
  else if (kind === 'twist') holder[name] = twist(found);
  else if (kind === 'repeat' && Array.isArray(found)) found.push(structuredClone(found[0] ?? null));
  else if (isObject(found)) found[key] = structuredClone(value);
  else document[key] = structuredClone(value);
}

interface PlaceIn {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function* listPlaces(holder: Record<string, unknown>): Generator<PlaceIn> {
  for (const [name, value] of Object.entries(holder)) {
    // A hole in a list would be no JSON.
    if (!Array.isArray(holder)) yield { holder, name };
    if (typeof value === 'object' && value !== null) yield* listPlaces(value as Record<string, unknown>);
  }
}

/** The same thing in another spelling or type. */
function twist(value: unknown): unknown {
  if (typeof value === 'string') return value.toLowerCase() === value ? value.toUpperCase() : value.toLowerCase();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 0;
  return value === null ? 'null' : Object.entries(value as object);
}
