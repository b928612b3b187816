// What a dry run shows of many documents: a patch that makes the one text of the other, in time that grows with them.
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiff } from '../../../src/cli/convert/unified-diff.js';
import { indexTexts } from '../../../src/model/text-index.js';
import { makeCluster, makeFolder, read, run, supply } from '../command.js';

const names = { oldName: 'a', newName: 'a' };

describe('a diff', () => {
  test('made document by document turns the one text into the other', () => {
    const line = fc.constantFrom('---', '- a: 1', '  - b', '{', '    {', 'x: 1', 'x: 2', '}', '');
    const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean());
    fc.assert(
      fc.property(text, text, ([olds, oldEnds], [news, newEnds]) => {
        const before = olds.join('\n') + (oldEnds ? '\n' : '');
        const after = news.join('\n') + (newEnds ? '\n' : '');
        expect(applyPatch(before, renderDiff({ ...names, before, after }))).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['{"a":1}\n', '---\na: 1\n', '- a: 1\n', '  {\n    "a": 1\n  },\n'])(
    'of 4,000 documents like %j that all differ takes less than two seconds',
    (document) => {
      const before = `\n${document.repeat(4000)}`.trimStart();
      const after = before.replaceAll('1', '2');
      const start = performance.now();
      expect(applyPatch(before, renderDiff({ ...names, before, after }))).toBe(after);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  test('of one text in which too much differs takes it out and puts it in whole', () => {
    const before = Array.from({ length: 5000 }, (_, index) => `a${index}`).join('\n');
    const after = before.replaceAll('a', 'b');
    const patch = renderDiff({ ...names, before, after });
    expect(patch.split('\n')[2]).toBe('@@ -1,5000 +1,5000 @@');
    expect(applyPatch(before, patch)).toBe(after);
  });
});

test('secrets are found wherever they stand, the longest first', () => {
  const { within } = indexTexts(['secret', 'secret-2', 'other-one', 'secret'], 6);
  expect(within('a secret-2b and an other-one')).toEqual(['other-one', 'secret-2', 'secret']);
  expect(within('Secret secre other')).toEqual([]);
});

test('a dry run of 1,500 clusters with passwords of their own ends, and shows none', () => {
  const clusters = Array.from({ length: 1500 }, (_, index) =>
    JSON.parse(makeCluster({ credentials: { username: 'orders', password: `Password!${index * 7919}x` } })),
  );
  const text = JSON.stringify(clusters, null, 2);
  const folder = makeFolder({ 'all.json': text });
  const start = performance.now();
  const { status, stdout } = run(['convert', 'all.json', '--in-place', '--dry-run', ...supply], { folder });
  expect(performance.now() - start).toBeLessThan(15_000);
  expect([status, stdout.includes('Password!'), read(folder, 'all.json')]).toEqual([0, false, text]);
});
