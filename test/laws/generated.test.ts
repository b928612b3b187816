// The laws on generated documents: whole ones of every kind, and broken ones.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { bares, brokens, creates, fromBackups, responses, runs, wholes } from '../support/generate.js';
import { others } from '../support/generate-others.js';
import {
  applyBothPatches,
  findRefusals,
  findUnnamed,
  freeze,
  isTranslated,
  keepsPromise,
  translateAgain,
} from '../support/laws.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const supply: TranslateOptions = { set: { 'credentials.database': 'app', 'backup.retentionDays': 14 } };
const decided: TranslateOptions = {
  set: { 'credentials.username': 'app', 'credentials.password': '7357Cluster!x', 'credentials.database': 'app' },
  override: { 'instances.count': 3, name: 'given', description: 'given' },
  connection: 0,
  fixNames: true,
};
const options = fc.constantFrom<TranslateOptions>({}, supply, decided, { ...supply, to: 'create' });

describe('whole documents', () => {
  const kinds = { creates, bares, responses, fromBackups };
  test.each(Object.entries(kinds))('of %s are translated', (_name, documents) => {
    fc.assert(
      fc.property(documents, (v1) => {
        expect(['ready', 'review']).toContain(translateValue(v1, supply).status);
      }),
      runs,
    );
  });

  test('pass the v2 schema of their target', () => {
    check(wholes, (_v1, translation) => {
      if (translation.document) expect(findRefusals(translation)).toEqual([]);
    });
  });
});

describe.each([
  ['whole', wholes],
  ['broken', brokens],
  ['other', others],
] as const)('%s documents', (_name, documents) => {
  test('name every leaf of both sides', () => {
    check(documents, (v1, translation) => {
      if (isTranslated(translation)) expect(findUnnamed(v1, translation)).toEqual([]);
    });
  });

  test('are patched there and back', () => {
    check(documents, (v1, translation) => {
      if (!translation.document) return;
      const { there, back } = applyBothPatches(v1, translation);
      expect(there).toEqual(translation.document);
      // As JSON, which writes no negative zero.
      expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(v1)));
    });
  });

  test('pass the v2 schema where they are ready or to be reviewed', () => {
    check(documents, (_v1, translation) => {
      if (translation.status === 'ready' || translation.status === 'review')
        expect(findRefusals(translation)).toEqual([]);
    });
  });

  test('have the request that their type promises', () => {
    check(documents, (_v1, translation) => {
      expect(keepsPromise(translation)).toBe(true);
    });
  });

  test('are translated once and for all', () => {
    check(documents, (_v1, translation) => {
      if (translation.status !== 'ready' && translation.status !== 'review') return;
      const again = translateAgain(translation);
      if (!isOfBoth(translation)) expect(again.status).toBe('skipped');
      expect(again.document).toEqual(translation.document);
    });
  });

  test('give the same twice and are not touched', () => {
    fc.assert(
      fc.property(documents, options, (v1, given) => {
        const frozen = freeze(structuredClone(v1));
        const first = JSON.stringify(translateValue(frozen, freeze(structuredClone(given))));
        expect(JSON.stringify(translateValue(structuredClone(v1), given))).toBe(first);
      }),
      runs,
    );
  });
});

/** A backup without a version and an address looks the same in v1 and v2. */
function isOfBoth({ kind, document }: Translation): boolean {
  return kind === 'BackupResponse' && !/"(?:postgresClusterVersion|href)":/.test(JSON.stringify(document));
}

function check(documents: fc.Arbitrary<unknown>, law: (v1: unknown, translation: Translation) => void): void {
  fc.assert(
    fc.property(documents, options, (v1, given) => law(v1, translateValue(v1, given))),
    runs,
  );
}
