// Every regular expression of the source is linear on any text: checked by recheck, whose pure JavaScript build is used,
// and by long texts. They are found by parsing, and one that fails is named by file and line.
import { checkSync } from 'recheck/lib/browser.js';
import { describe, expect, test } from 'vitest';
import { attackPattern } from '../tools/attack-pattern.js';
import { listPatterns, watchMade } from '../tools/patterns.js';

const { literals, made } = listPatterns();
const run = await watchMade(() => import('../../src/index.js'));
/** zod makes some of its own while schemas are made; those are of no text. */
const own = run.filter(({ place }) => made.includes(place));
const all = [...literals, ...own];

describe('regular expressions', () => {
  test('are all known: those that are made of texts were made', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(made.filter((place) => !own.some((one) => one.place === place))).toEqual([]);
  });

  test('are linear by recheck', () => {
    const wrong = all.flatMap(({ place, source, flags }) => {
      const found = checkSync(source, flags, { timeout: 1000 });
      return found.status === 'vulnerable' ? [`${place}: ${found.complexity.summary}: /${source}/${flags}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('are linear by long texts', () => {
    const wrong = all.flatMap((pattern) => {
      const fault = attackPattern(pattern);
      return fault === undefined ? [] : [`${pattern.place}: ${fault}`];
    });
    expect(wrong).toEqual([]);
  });

  test('that are not linear are found', () => {
    const wrong = ['(?:a+)+$', '\\/+$', '"(?:[^"\\\\]|\\\\.)*"', '(?:-+x)+'];
    const found = wrong.map((source) => attackPattern({ place: '', source, flags: 'g' }) !== undefined);
    expect(found).toEqual([true, true, true, true]);
    expect(checkSync('\\/+$', '').status).toBe('vulnerable');
  });
});
