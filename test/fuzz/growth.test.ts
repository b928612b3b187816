// Twice the text takes about twice the time, whatever structure it repeats: reading, translating, writing and reports.
import { expect, test } from 'vitest';
import { compareFleet, renderDocuments, renderReport, translateText } from '../../src/index.js';
import { type Growth, growths } from './growth-cases.js';

/** Long enough to be measured; what is quicker is repeated more often. */
const enough = 15;
const most = 100_000;
/** What grows with the square of its size takes four times as long. */
const patience = 3;
const tries = 4;

test.each(growths)('$name ($format)', (growth) => {
  let size = 256;
  while (size < most && measure(growth, size) < enough) size *= 2;
  let ratio = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0 && ratio > patience; left -= 1) {
    const once = Math.max(measure(growth, size), enough / 2);
    ratio = Math.min(ratio, measure(growth, 2 * size) / once);
  }
  expect({ size, ratio }).toMatchObject({ ratio: expect.toSatisfy((found: number) => found <= patience) });
});

function measure({ format, make }: Growth, size: number): number {
  const text = make(size);
  const started = performance.now();
  const translations = translateText(text, { format });
  renderDocuments(translations, { format });
  const entries = translations.map((translation, index) => ({ source: 'file', index, translation }));
  renderReport(entries, { run: compareFleet(entries) });
  return performance.now() - started;
}
