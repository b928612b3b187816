// The report for people, line by line.
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../../src/report/create-report.js';
import { plainPalette } from '../../../../src/report/formats/text/style.js';
import { makeBlockedEntry, makeChange, makeFinding, makeReadyEntry } from '../../samples.js';

test('a document is shown with changes, findings, totals and what would supply the rest', () => {
  expect(renderReport([makeBlockedEntry(), makeReadyEntry()])).toBe(
    `orders.yaml  CreateClusterRequest → ClusterCreate  blocked  orders
  POST https://example.invalid/clusters
  changes
    = a: "x"             → a: "x"                   orders.yaml:9:5
    ~ ram: 16384         → instances.ram: 16        orders.yaml:9:5
        v2 counts GB.
    - storageType: "HDD" → (nothing)                orders.yaml:9:5
        Gone.
    + (nothing)          → backup.retentionDays: 7
        v1 kept 7.
  findings
    error    orders.yaml  credentials.database  credentials/database/missing
             v2 needs the name of a database.
             → Supply it.
    info     orders.yaml  credentials.database  a/b/c
             Fine.

list.json#/items/2  ClusterResponse → ClusterEnsure  ready
  PUT https://postgresql.de-txl.ionos.com/clusters/x
  changes
    ~ ram: 16384 → instances.ram: 16  list.json:9:5
        v2 counts GB.

2 documents: 1 ready, 1 blocked; 1 error, 0 warnings, 1 info

To supply what is open:
  ionos-pg-migrate convert orders.yaml --set credentials.database=VALUE
`,
  );
});

describe('sections', () => {
  test('only those asked for are shown', () => {
    expect(renderReport([makeReadyEntry()], { sections: ['totals'] })).toBe(
      '1 document: 1 ready; 0 errors, 0 warnings, 0 info\n',
    );
  });

  test('no entries give zero documents', () => {
    expect(renderReport([])).toBe('0 documents; 0 errors, 0 warnings, 0 info\n');
  });
});

test('text from documents and file names cannot steer a terminal', () => {
  const entry = makeBlockedEntry();
  const hostile = '\u001b[31mred\u009b1m\u202etxt\n';
  const changes = [makeChange({ before: [hostile], from: [`/properties/${hostile}`] })];
  const findings = [
    makeFinding({ message: hostile, from: `/${hostile}`, suggestion: { 'credentials.database': hostile } }),
  ];
  const translation = { ...entry.translation, name: hostile, changes, findings } as typeof entry.translation;
  const text = renderReport([{ source: hostile, index: 0, translation }]);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toContain('\\u001b[31mred\\u009b1m\\u202etxt\\u000a');
});

test('the palette paints marks, severities and statuses', () => {
  const palette = { ...plainPalette, red: (text: string) => `<${text}>` };
  const text = renderReport([makeBlockedEntry()], { palette });
  expect(text).toContain('ClusterCreate  <blocked>');
  expect(text).toContain('<->');
  expect(text).toContain('<error  >');
});

test('columns line up by the width that is measured', () => {
  const entry = makeReadyEntry();
  const changes = [makeChange({ before: ['日本'] }), makeChange({ before: ['abcd'] })];
  const translation = { ...entry.translation, changes } as typeof entry.translation;
  const measure = (text: string) => text.replace(/[日本]/gu, 'xx').length;
  const lines = renderReport([{ ...entry, translation }], { measure }).split('\n');
  expect(lines[3]).toBe('    ~ ram: "日本" → instances.ram: 16  list.json:9:5');
  expect(lines[5]).toBe('    ~ ram: "abcd" → instances.ram: 16  list.json:9:5');
});

test('long values are shortened', () => {
  const entry = makeReadyEntry();
  const translation = { ...entry.translation, changes: [makeChange({ before: ['x'.repeat(200)] })] };
  const text = renderReport([{ ...entry, translation: translation as typeof entry.translation }]);
  expect(text).toContain(`ram: "${'x'.repeat(58)}… →`);
});
