// The report for programs: its promise and what it must not hold.
import { expect, test } from 'vitest';
import { renderReport } from '../../../src/report/create-report.js';
import { report } from '../../../src/schema/report.js';
import { makeBlockedEntry, makeFinding, makeReadyEntry } from '../samples.js';

const tool = { name: 'ionos-pg-migrate', version: '1.2.3' };

function renderSample(): unknown {
  return JSON.parse(
    renderReport([makeBlockedEntry(), makeReadyEntry()], { format: 'json', tool, run: [makeFinding()] }),
  );
}

test('it is what its schema says', () => {
  const parsed = report.parse(renderSample());
  expect(parsed.reportVersion).toBe(1);
  expect(parsed.tool).toEqual(tool);
  expect(parsed.summary).toEqual({
    documents: 2,
    statuses: { ready: 1, review: 0, blocked: 1, skipped: 0, unreadable: 0 },
    findings: { error: 1, warning: 0, info: 1 },
  });
  expect(parsed.entries.map((entry) => [entry.source, entry.index, entry.pointer, entry.target])).toEqual([
    ['orders.yaml', 0, undefined, 'ClusterCreate'],
    ['list.json', 2, '/items/2', 'ClusterEnsure'],
  ]);
});

test('the schema knows every field of it', () => {
  expect(report.parse(renderSample())).toEqual(renderSample());
});

test('it holds changes, findings and stranded comments in full', () => {
  const [blocked] = report.parse(renderSample()).entries;
  const sample = makeBlockedEntry().translation;
  expect(blocked?.changes).toEqual(sample.changes);
  expect(blocked?.findings).toMatchObject(sample.findings as object[]);
  expect(blocked?.strandedComments.map((comment) => comment.text)).toEqual([' cheap', ' [redacted]']);
});

test('it holds no document and no secret', () => {
  expect(JSON.stringify(renderSample())).not.toMatch(/Canary|"document"|"partial"/);
});

test('an unknown format is named', () => {
  expect(() => renderReport([], { format: 'xls' as 'json' })).toThrow(new TypeError('Unknown report format: xls'));
});
