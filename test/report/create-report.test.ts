// The report value: paths, fingerprints that survive moved lines, and what an earlier report lacks.
import { expect, test } from 'vitest';
import { type ReportSettings, translateText } from '../../src/index.js';
import { createReport } from '../../src/report/create-report.js';

const cluster = { properties: { displayName: 'a b', location: 'de/fra', ram: 5000, foo: 1 } };

function reportText(text: string, settings: ReportSettings = {}) {
  const entries = translateText(text).map((translation, index) => ({ source: '/project/a.json', index, translation }));
  return createReport(entries, settings);
}

function listFingerprints(text: string): string[] {
  return reportText(text).documents.flatMap(({ findings }) => findings.map((finding) => finding.fingerprint));
}

test('fingerprints survive moved lines and are all different', () => {
  const flat = listFingerprints(JSON.stringify(cluster));
  expect(flat.length).toBeGreaterThan(5);
  expect(listFingerprints(`\n\n${JSON.stringify(cluster, null, 4)}`)).toEqual(flat);
  expect(new Set(flat).size).toBe(flat.length);
});

test('equal documents of one file have fingerprints of their own', () => {
  const all = listFingerprints(JSON.stringify([cluster, cluster]));
  expect(new Set(all).size).toBe(all.length);
});

test('paths are told from the root', () => {
  expect(reportText('{}', { root: '/project' }).documents[0]?.path).toBe('a.json');
  expect(reportText('{}', { root: '/proj' }).documents[0]?.path).toBe('/project/a.json');
});

test('findings that an earlier report lacks are new, and counted', () => {
  const earlier = new Set(listFingerprints(JSON.stringify(cluster)));
  const later = { properties: { ...cluster.properties, bar: 1 } };
  const report = reportText(JSON.stringify(later), { baseline: earlier });
  const fresh = report.documents.flatMap(({ findings }) => findings.filter(({ isNew }) => isNew));
  expect(fresh.map(({ from }) => from)).toEqual(['/properties/bar']);
  expect(report.totals.newFindings).toEqual({ error: 0, warning: 1, info: 0 });
});

test('without an earlier report nothing is new', () => {
  const report = reportText(JSON.stringify(cluster));
  expect(report.totals.newFindings).toBeUndefined();
  expect(report.documents[0]?.findings[0]).not.toHaveProperty('isNew');
});

test('rules are those that the report names', () => {
  const report = reportText(JSON.stringify(cluster));
  expect(report.rules.map(({ id }) => id)).toContain('instances/ram');
  expect(report.rules.map(({ id }) => id)).not.toContain('restoreFromBackup/sourceBackupId');
});
