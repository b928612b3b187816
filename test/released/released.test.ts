// What the released version made of documents is what this one makes of them; each that differs is named with what
// changed. A change that is meant is kept by UPDATE_RELEASED=1, after it was read; a new version of the package has files
// of its own, and those of earlier ones stay.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Kept, makeAll, readKept, writeGenerated, writeKept } from './released.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const isUpdate = process.env['UPDATE_RELEASED'] === '1';
const changesShown = 12;

test(`documents give what ${version} gave`, () => {
  if (isUpdate && !readKept(version)) writeGenerated();
  const all = makeAll();
  if (isUpdate) writeKept(version, all);
  const kept = new Map(readKept(version)?.map((one) => [one.name, one]));
  expect(kept.size).toBeGreaterThan(400);
  const changed = all.flatMap((one) => compare(kept.get(one.name), one));
  const gone = [...kept.keys()].filter((name) => !all.some((one) => one.name === name));
  expect([...changed, ...gone.map((name) => `${name}: gone`)]).toEqual([]);
});

test('what differs is named', () => {
  const result = { kind: 'a', status: 'ready', findings: ['info a'], document: { a: { b: 1 } } };
  const before = { name: 'x', results: [result] };
  const after = {
    name: 'x',
    results: [{ ...result, status: 'review', findings: ['info a', 'warning b'], document: { a: { b: 2 } } }],
  };
  expect(compare(before, before)).toEqual([]);
  expect(compare(before, after)).toEqual([
    'x: /0/status was "ready" and is "review"; /0/findings/1 was undefined and is "warning b"; /0/document/a/b was 1 and is 2',
  ]);
});

/** What is new is no change: it has no result that anybody relies on. */
function compare(before: Kept | undefined, after: Kept): string[] {
  const differences = before ? [...listDifferences(before.results, after.results, '')] : [];
  if (differences.length === 0) return [];
  const more = differences.length > changesShown ? `; ${differences.length - changesShown} more` : '';
  return [`${after.name}: ${differences.slice(0, changesShown).join('; ')}${more}`];
}

function* listDifferences(before: unknown, after: unknown, pointer: string): Generator<string> {
  const [one, other] = [before, after].map((value) =>
    typeof value === 'object' && value !== null ? value : undefined,
  );
  if (!one || !other) {
    if (JSON.stringify(before) !== JSON.stringify(after))
      yield `${pointer} was ${JSON.stringify(before)} and is ${JSON.stringify(after)}`;
    return;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
    yield* listDifferences(one[key as never], other[key as never], `${pointer}/${key}`);
}
