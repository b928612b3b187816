// The program and the second opinion say the same: on every fixture, every example, and on generated documents.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import { fromPointer, valueAt } from '../../src/model/path.js';
import { listExampleCases } from '../support/examples.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { brokens, runs, wholes } from '../support/generate.js';
import { listDisagreements } from './compare.js';
import { formOpinion } from './opinion.js';

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
/** A quarter for whole documents, three quarters for broken ones: 2,000 in all, or four times `LAW_RUNS`. */
const shares = [
  ['whole', wholes, runs.numRuns],
  ['broken', brokens, runs.numRuns * 3],
] as const;

describe('the second opinion', () => {
  test.each(shares)('agrees on generated documents: %s', (_name, documents, numRuns) => {
    fc.assert(
      fc.property(documents, options, (v1, given) => {
        expect(listDisagreements(v1, translateValue(v1, given), given)).toEqual([]);
      }),
      { ...runs, numRuns },
    );
  });

  const values = listFixtures().flatMap((fixture) => {
    const { format: _format, positions: _positions, ...given } = fixture.options;
    return runFixture(fixture).translations.flatMap(({ status, source, pointer = '' }, index) => {
      const v1 = valueAt(source?.().value, fromPointer(pointer));
      // A patch with a base has a law of its own, and a request is told by its method.
      const isPlain = given.base === undefined && !fixture.name.startsWith('request/');
      const hasOpinion = status !== 'unreadable' && isPlain && formOpinion(v1, given) !== undefined;
      return hasOpinion ? [{ title: `${fixture.name} ${index + 1}`, v1, given }] : [];
    });
  });

  test('is asked about most fixtures', () => {
    expect(values.length).toBeGreaterThan(100);
  });

  test.each(values)('agrees on $title', ({ v1, given }) => {
    expect(listDisagreements(v1, translateValue(v1, given), given)).toEqual([]);
  });

  test.each(listExampleCases())('agrees on $title', ({ value, options: given }) => {
    expect(listDisagreements(value, translateValue(value, given), given)).toEqual([]);
  });
});
