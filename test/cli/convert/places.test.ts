// Where documents go that get files of their own: what options name beside them changes none of their names.
import { expect, test } from 'vitest';
import { placeDocument, takePlaces } from '../../../src/cli/convert/places.js';
import type { TranslatedFile } from '../../../src/cli/input/translated-file.js';
import type { ConvertArguments } from '../../../src/cli/line/options.js';

const orders = {
  file: { name: 'in/a.json', path: 'in/a.json', relative: 'a.json', named: true },
  format: 'json',
  entries: [{ source: 'in/a.json', index: 0, translation: { name: 'orders' } }],
} as unknown as TranslatedFile;

test.each(['/nowhere/v2', '/Nowhere/V2'])('a report of the name of a document in %s does not rename it', (outDir) => {
  const args = { split: true, outDir, report: [`${outDir}/orders.json`] } as unknown as ConvertArguments;
  const places = takePlaces([], args);
  expect(placeDocument(places, orders, { args, index: 0 })).toBe(`${outDir}/orders.json`);
  expect(placeDocument(places, orders, { args, index: 0 })).toBe(`${outDir}/orders-2.json`);
});
