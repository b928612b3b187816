// The logic of the HTML page, without a browser: aligning, searching, sorting, and what the page is made of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alignDocument, listFindings, unpackPatch } from '../../../../../src/report/formats/html/page/align.js';
import { indexDocuments, type Selection, selectDocuments } from '../../../../../src/report/formats/html/page/select.js';
import { packReport } from '../../../../../src/report/formats/html/page-data.js';
import { makePageCode } from '../../../../tools/page.mjs';
import { projectRoot } from '../../../../tools/source-files.js';
import { canary, reportFleet } from '../../../fleet.js';

const data = packReport(reportFleet());
const nothing: Selection = { text: '', status: '', code: '', decision: '', age: '', column: '', isDescending: false };

function select(members: Partial<Selection>): string[] {
  const shown = selectDocuments(indexDocuments(data), { ...nothing, ...members });
  return shown.map(({ document }) => document.name || document.label);
}

test('the code of the page is made of its sources', async () => {
  expect(readFileSync(join(projectRoot, 'src/report/formats/html/page-code.ts'), 'utf8')).toBe(await makePageCode());
});

describe('aligning', () => {
  test.each(data.documents)('every finding of $label stands in one place', (document) => {
    const { rows, rest } = alignDocument(data, document);
    const placed = [...rows.flatMap(({ findings }) => findings), ...rest];
    expect(placed).toHaveLength(document.findings.length);
    expect(listFindings(data, document).every(({ code }) => placed.some((finding) => finding.code === code))).toBe(
      true,
    );
  });

  test('marks what happened, in the order of v1', () => {
    const shop = data.documents.find(({ name }) => name === 'shop');
    const { rows } = alignDocument(data, shop ?? (data.documents[0] as never));
    const marks = Object.fromEntries(rows.map(({ mark, v1, v2 }) => [(v1[0] ?? v2[0])?.path, mark]));
    expect(marks).toMatchObject({
      displayName: 'renamed',
      ram: 'converted',
      storageType: 'dropped',
      'backup.retentionDays': 'supplied',
      'credentials.username': 'kept',
    });
    expect(rows.filter(({ v1 }) => v1.length > 0).map(({ line }) => line)).toEqual(
      rows
        .filter(({ v1 }) => v1.length > 0)
        .map(({ line }) => line)
        .sort((a, b) => a - b),
    );
  });

  test('unknown fields are rows without their values', () => {
    const orders = data.documents.find(({ label }) => label === 'fleet/orders.json');
    const { rows } = alignDocument(data, orders ?? (data.documents[0] as never));
    const shown = rows.filter(({ v1 }) => /HYPERLINK|onerror/.test(v1[0]?.path ?? ''));
    expect(shown.map(({ mark, v1, findings }) => [mark, v1[0]?.value, findings.length])).toEqual([
      ['dropped', '[redacted]', 1],
      ['dropped', '[redacted]', 1],
    ]);
  });
});

test('patches are as renderPatch gives them, secrets redacted', () => {
  const report = reportFleet();
  for (const [index, document] of data.documents.entries()) {
    const preview = report.documents[index]?.preview();
    expect(unpackPatch(data, document)).toEqual(preview?.patch ?? []);
  }
  expect(JSON.stringify(data)).not.toMatch(canary);
});

describe('selecting', () => {
  test('every word of a search must occur', () => {
    expect(select({ text: 'SHOP storageType/other' })).toEqual(['shop']);
    expect(select({ text: 'shop es/vit' })).toEqual([]);
  });

  test('status and finding narrow it down', () => {
    expect(select({ status: 'skipped' })).toEqual(['fleet/moved.json']);
    expect(select({ code: 'backup/location/v1-only' })).toHaveLength(1);
  });

  test('columns sort both ways', () => {
    expect(select({ column: 'status' })[0]).toBe('fleet/cut-off.json');
    expect(select({ column: 'findings', isDescending: true })[0]).toMatch(/^wide/);
  });
});
