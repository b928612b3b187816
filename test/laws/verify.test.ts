// The laws of `verify` on generated documents: v1 beside its own translation is clean, however either side is carried;
// beside the same with any one leaf changed, null or gone it is not.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type TranslateOptions, translateValue, verify } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { createOptions, type Draft, ensureOptions } from '../support/base.js';
import { bares, creates, responses, runs } from '../support/generate.js';
import { listLeafPointers } from '../support/laws.js';
import { changeLeaf, isDefault } from '../support/verify-cases.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

type Carry = (document: unknown) => unknown;

const read: TranslateOptions = { to: 'read' };
const create: TranslateOptions = { ...ensureOptions, to: 'create' };
const url = 'https://api.ionos.com/databases/postgresql/clusters';
const alone: readonly Carry[] = [(v1) => v1, (v1) => [v1], (v1) => ({ type: 'collection', items: [v1] })];
const requests: readonly Carry[] = [
  (body) => ({ method: 'POST', url, body }),
  (body) => ({ log: { entries: [{ request: { method: 'POST', url, postData: { text: JSON.stringify(body) } } }] } }),
];

interface Kind {
  readonly name: string;
  readonly documents: fc.Arbitrary<Draft>;
  readonly options: TranslateOptions;
  readonly carried: readonly Carry[];
}

describe.each<Kind>([
  { name: 'answers', documents: responses, options: read, carried: alone },
  { name: 'bodies of a PUT', documents: responses, options: ensureOptions, carried: alone },
  { name: 'bodies of a POST', documents: creates, options: createOptions, carried: [...alone, ...requests] },
  { name: 'bodies of bare properties', documents: bares, options: createOptions, carried: alone },
  { name: 'bodies of another cluster', documents: responses, options: create, carried: alone },
])('$name', ({ documents, options, carried }) => {
  const ways = fc.record({ v1: fc.constantFrom(...carried), v2: fc.constantFrom(...carryV2(options)) });

  test('that say the same are clean', () => {
    check(documents, ways, (v1, translation, way) => {
      expect(listDoubts(way.v1(v1), way.v2(translation), options)).toEqual([]);
    });
  });

  test('that differ in one leaf are not', () => {
    const mistake = fc.tuple(ways, fc.nat(), fc.constantFrom('change' as const, 'null' as const, 'remove' as const));
    check(documents, mistake, (v1, translation, [way, at, how]) => {
      const v2 = way.v2(translation) as object;
      const places = listLeafPointers(v2).filter((pointer) => calls(pointer, v2, { how, options }));
      const pointer = places[at % places.length] ?? '';
      expect(listDoubts(way.v1(v1), changeLeaf(v2, pointer, how), options), pointer).not.toEqual([]);
    });
  });

  function check<Way>(
    v1s: fc.Arbitrary<Draft>,
    more: fc.Arbitrary<Way>,
    law: (v1: Draft, translation: Translation, way: Way) => void,
  ): void {
    fc.assert(
      fc.property(v1s, more, (v1, way) => {
        const translation = translateValue(v1, options);
        fc.pre(translation.document !== undefined);
        law(v1, translation, way);
      }),
      runs,
    );
  }
});

/** How the v2 side may be carried; an answer is no request. */
function carryV2({ to }: TranslateOptions): ((translation: Translation) => unknown)[] {
  const bodies = [bodyOf, (translation: Translation) => [bodyOf(translation)]];
  if (to === 'read') return bodies;
  return [
    ...bodies,
    (translation) => ({ ...('request' in translation ? translation.request : {}), body: bodyOf(translation) }),
  ];
}

function bodyOf({ document }: Translation): object {
  return structuredClone(document) as object;
}

function listDoubts(v1: unknown, v2: unknown, options: TranslateOptions): string[] {
  const found = verify(v1, v2, options).filter(({ severity }) => severity !== 'info');
  return found.map(({ code, message }) => `${code} ${message}`);
}

interface Mistake {
  readonly how: 'change' | 'null' | 'remove';
  readonly options: TranslateOptions;
}

/**
 * Dates, people, state and the word for what an answer is are not compared; an answer need not say what v2 does by
 * itself.
 */
function calls(pointer: string, v2: unknown, { how, options }: Mistake): boolean {
  if (/\/metadata\/(?!dnsName$)/.test(pointer) || pointer.endsWith('/metadata')) return false;
  if (how === 'change') return !pointer.endsWith('/type');
  return !(options.to === 'read' && isDefault(v2, pointer));
}
