// What a terminal adds to the text report: lines broken at its width, links to rules, and the age of findings.
import { expect, test } from 'vitest';
import { chooseLink } from '../../../../src/cli/talk/terminal.js';
import { renderFleet, translateList } from '../../../../src/index.js';
import { renderReport } from '../../../../src/report/create-report.js';
import { countCharacters, wrapText } from '../../../../src/report/formats/text/columns.js';
import { makeCreate } from '../../../support/base.js';
import { reportFleet } from '../../fleet.js';

test('sentences break between words, at the width that is measured', () => {
  expect(wrapText('one two three', 7, countCharacters)).toEqual(['one two', 'three']);
  expect(wrapText('日本 語', 4, (text) => [...text].length * 2)).toEqual(['日本', '語']);
  expect(wrapText('a-word-that-is-too-long b', 5, countCharacters)).toEqual(['a-word-that-is-too-long', 'b']);
  expect(wrapText('one two', Number.POSITIVE_INFINITY, countCharacters)).toEqual(['one two']);
});

test('a report for 80 columns has no longer sentence', () => {
  const text = renderReport(reportFleet(), { width: 80, sections: ['findings'] });
  const sentences = text.split('\n').filter((line) => /^ {13}/.test(line) && line.trim().includes(' '));
  expect(sentences.filter((line) => line.length > 80)).toEqual([]);
  expect(sentences.length).toBeGreaterThan(50);
});

test('changes for 80 columns stand under one another, and no line is longer that can be broken', () => {
  const [translation] = translateList({ ...makeCreate(), surprise: true });
  const entries = translation ? [{ source: 'payloads/checkout/orders.json', index: 0, translation }] : [];
  const show = (width: number) => renderReport(entries, { width, sections: ['changes', 'findings'] }).split('\n');
  expect(show(80).filter((line) => line.length > 80)).toEqual([]);
  expect(show(80).join('\n')).toMatch(/\n {4}~ connections\.0\.datacenterId: \S+\n {6}→ \S+: \S+\n/);
  expect(show(400)).toEqual(show(Number.POSITIVE_INFINITY));
});

test('a summary of a fleet for 80 columns has no longer sentence', () => {
  const { totals } = reportFleet();
  const sentences = (width?: number) =>
    renderFleet(totals, width === undefined ? {} : { width })
      .split('\n')
      .filter((line) => /^ {11}/.test(line));
  expect(sentences().some((line) => line.length > 80)).toBe(true);
  expect(sentences(80).filter((line) => line.length > 80)).toEqual([]);
  expect(sentences(80).join(' ').replaceAll(/ +/g, ' ')).toBe(sentences().join(' ').replaceAll(/ +/g, ' '));
});

test('codes link to their rules, where links are shown', () => {
  const link = (text: string, url: string) => `<${text} ${url}>`;
  const report = reportFleet({ rulesUrl: 'https://example.org/rules' });
  const text = renderReport(report, { link });
  expect(text).toContain('<cluster/name/invalid https://example.org/rules#rule-cluster-name>');
  expect(renderReport(report)).not.toContain('https://example.org/rules');
});

test('findings that an earlier report lacks are marked as new, and no others are shown', () => {
  const [first, ...rest] = reportFleet().documents.flatMap(({ findings }) => findings);
  const known = reportFleet({ run: [], baseline: new Set(rest.map(({ fingerprint }) => fingerprint)) });
  const lines = renderReport(known, { sections: ['findings'] }).split('\n');
  expect(lines.filter((line) => /^ {4}(?:error|warning|info) /.test(line))).toHaveLength(1);
  expect(lines.filter((line) => line.endsWith('  new'))).toHaveLength(1);
  expect(lines.find((line) => line.endsWith('  new'))).toContain(first?.code);
  expect(renderReport(known, { format: 'markdown' })).toContain('*new*');
  expect(renderReport(known, { format: 'github' }).split('\n')).toHaveLength(3);
  expect(renderReport(known, { format: 'sarif' }).match(/"baselineState": "new"/g)).toHaveLength(1);
  expect(renderReport(known, { format: 'junit' })).toContain('failures="0"');
  expect(renderReport(known, { format: 'html' })).toContain('with new findings');
});

test('links are written only for terminals known to show them', () => {
  const terminal = { isTTY: true };
  expect(chooseLink(terminal, {})).toBeUndefined();
  expect(chooseLink({}, { VTE_VERSION: '7000' })).toBeUndefined();
  expect(chooseLink(terminal, { VTE_VERSION: '4999' })).toBeUndefined();
  expect(chooseLink(terminal, { VTE_VERSION: '7000', CI: 'true' })).toBeUndefined();
  expect(chooseLink(terminal, { WT_SESSION: 'x', FORCE_HYPERLINK: '0' })).toBeUndefined();
  expect(chooseLink(terminal, { WT_SESSION: 'x' })?.('a', 'b')).toBe('\u001b]8;;b\u0007a\u001b]8;;\u0007');
  expect(chooseLink({}, { FORCE_HYPERLINK: '1' })).toBeDefined();
});
