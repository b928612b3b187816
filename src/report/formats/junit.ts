// The report as JUnit XML: a suite for each file, a test case for each document. Blocked fails, unreadable is an error.
import { groupBy } from '../../model/group.js';
import { toPrintable } from '../printable.js';
import type { Report, ReportDocument } from '../report.js';
import { pointToRule } from '../rules/link.js';
import {
  counts,
  describeFinding,
  type FindingRow,
  listRows,
  listRunRows,
  nameAge,
  nameField,
  placeRow,
} from '../wording.js';
import { escapeXml, writeAttributes } from './xml.js';

interface Case {
  readonly document: ReportDocument;
  /** What the test case came to. */
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped';
}

/** Renders the report. It says nothing of times: none are taken. */
export function renderJunitReport(report: Report): string {
  const all = report.documents.map((document) => ({ document, verdict: judge(document) }));
  const run = report.run.length > 0 ? 1 : 0;
  const suites = groupBy(all, ({ document }) => document.path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${writeAttributes({ name: report.tool.name, ...countCases(all, run) })}>`,
    ...[...suites].flatMap(([path, cases]) => [
      `  <testsuite${writeAttributes({ name: path, ...countCases(cases) })}>`,
      ...cases.flatMap((one) => renderCase(report, one)),
      '  </testsuite>',
    ]),
    ...renderRun(report),
    '</testsuites>',
    '',
  ].join('\n');
}

/** Errors that an earlier report has do not fail again. */
function judge({ status, findings }: ReportDocument): Case['verdict'] {
  const isKnown = !findings.some((finding) => finding.severity === 'error' && counts(finding));
  if (status === 'skipped') return 'skipped';
  if (isKnown) return 'passed';
  return status === 'unreadable' ? 'error' : 'failure';
}

/** What is said of the run is a case of its own; all of it is warnings, and those fail no case. */
function renderRun(report: Report): string[] {
  if (report.run.length === 0) return [];
  return [
    `  <testsuite${writeAttributes({ name: 'run', ...countCases([], 1) })}>`,
    `    <testcase${writeAttributes({ name: 'what was supplied, and documents beside one another', classname: 'run' })}>`,
    `      <system-out>${listFindings(listRunRows(report))}</system-out>`,
    '    </testcase>',
    '  </testsuite>',
  ];
}

function countCases(cases: readonly Case[], passed = 0) {
  const count = (verdict: Case['verdict']) => cases.filter((one) => one.verdict === verdict).length;
  return {
    tests: cases.length + passed,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

function renderCase(report: Report, { document, verdict }: Case): string[] {
  const { name, label, kind, path } = document;
  const title = name ? `${label} (${name})` : label;
  const open = `    <testcase${writeAttributes({ name: title, classname: kind, file: path })}>`;
  const rows = listRows(report, [document]);
  const fails = verdict === 'failure' || verdict === 'error';
  const errors = fails ? rows.filter(({ finding }) => finding.severity === 'error') : [];
  // Errors come first.
  const rest = rows.slice(errors.length);
  return [
    open,
    ...(fails ? [renderFailure(verdict, errors)] : []),
    ...(verdict === 'skipped' ? [`      <skipped${writeAttributes({ message: rows[0]?.finding.message })}/>`] : []),
    ...(rest.length > 0 ? [`      <system-out>${listFindings(rest)}</system-out>`] : []),
    '    </testcase>',
  ];
}

function renderFailure(element: 'failure' | 'error', rows: readonly FindingRow[]): string {
  const first = rows[0]?.finding;
  const attributes = writeAttributes({ type: first?.code, message: first?.message });
  return `      <${element}${attributes}>${listFindings(rows)}</${element}>`;
}

function listFindings(rows: readonly FindingRow[]): string {
  const lines = rows.map((row) => {
    const { report, finding } = row;
    const { severity, code, rule } = finding;
    const words = [toPrintable(placeRow(row)), nameField(finding), severity, nameAge(finding), code]
      .filter(Boolean)
      .join(' ');
    return escapeXml(`${words}: ${describeFinding(finding)} ${pointToRule(report, rule)}`);
  });
  return lines.join('\n');
}
