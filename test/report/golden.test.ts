// One fleet in every format, compared with the reports that were reviewed by eye (vitest -u renews them).
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReportOptions, renderReport } from '../../src/report/create-report.js';
import { reportFormats } from '../../src/report/formats/index.js';
import { canary, fleetFolder, reportFleet } from './fleet.js';

const files: readonly (readonly [file: string, options: ReportOptions])[] = [
  ['report.txt', { format: 'text' }],
  ['report.json', { format: 'json' }],
  ['report.md', { format: 'markdown' }],
  ['report.html', { format: 'html' }],
  ['report.sarif', { format: 'sarif' }],
  ['report.xml', { format: 'junit' }],
  ['findings.csv', { format: 'csv' }],
  ['documents.csv', { format: 'csv', csv: 'documents' }],
  ['changes.csv', { format: 'csv', csv: 'changes' }],
  ['changes.md', { format: 'markdown', sections: ['changes'] }],
  ['report.codequality.json', { format: 'gitlab' }],
  ['annotations.txt', { format: 'github' }],
];

test('every format is among them', () => {
  expect(reportFormats.filter((format) => !files.some(([, options]) => options.format === format))).toEqual([]);
});

describe.each(files)('%s', (file, options) => {
  const text = renderReport(reportFleet(), options);

  test('is what was reviewed', async () => {
    await expect(text).toMatchFileSnapshot(join(fleetFolder, file));
  });

  test('holds no password, no comment beside one and no value of an unknown field', () => {
    expect(text).not.toMatch(canary);
  });

  test('holds no character that steers a terminal or turns the direction of text', () => {
    const steering = new Set([...text].filter((character) => /[\p{Cc}\p{Cf}]/u.test(character)));
    expect([...steering].filter((character) => !['\n', '\r', '\ufeff'].includes(character))).toEqual([]);
  });
});
