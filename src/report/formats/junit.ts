// The report as JUnit XML, as Jenkins' schema has it: a suite for each file, a test case for each document. What fails the
// run is a failure, what could not be read an error.
import { groupBy } from '../../model/group.js';
import { toPrintable } from '../printable.js';
import type { Report, ReportDocument } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { fails, lacksVerdict } from '../verdict.js';
import {
  describeFinding,
  type FindingRow,
  listRows,
  listRunRows,
  nameAge,
  nameField,
  placeRow,
  placeThere,
} from '../wording.js';
import { escapeXml, writeAttributes } from './xml.js';

/** What a test case came to. */
type Verdict = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly document: ReportDocument;
  readonly verdict: Verdict;
}

/** Renders the report. It says nothing of times: none are taken. */
export function renderJunitReport(report: Report): string {
  const all = report.documents.map((document) => ({ document, verdict: judge(report, document) }));
  const run = judgeRun(report);
  const suites = groupBy(all, ({ document }) => document.path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${writeAttributes({ name: report.tool.name, ...countCases([...all, ...run]) })}>`,
    ...[...suites].flatMap(([path, cases]) => [
      `  <testsuite${writeAttributes({ name: path, ...countCases(cases), skipped: countVerdict(cases, 'skipped') })}>`,
      ...cases.flatMap((one) => renderCase(report, one)),
      '  </testsuite>',
    ]),
    ...run.flatMap((one) => renderRun(report, one)),
    '</testsuites>',
    '',
  ].join('\n');
}

/** What fails the run fails its case, and nothing else does: JUnit agrees with the exit code. */
function judge({ failOn }: Report, document: ReportDocument): Verdict {
  if (lacksVerdict(document)) return 'error';
  if (document.findings.some((finding) => fails(finding, failOn))) return 'failure';
  return document.status === 'skipped' ? 'skipped' : 'passed';
}

/** What is said of the run is a case of its own; none where nothing is. */
function judgeRun({ run, failOn }: Report): readonly { readonly verdict: Verdict }[] {
  if (run.length === 0) return [];
  return [{ verdict: run.some((finding) => fails(finding, failOn)) ? 'failure' : 'passed' }];
}

function renderRun(report: Report, { verdict }: { readonly verdict: Verdict }): string[] {
  return [
    `  <testsuite${writeAttributes({ name: 'run', ...countCases([{ verdict }]), skipped: 0 })}>`,
    `    <testcase${writeAttributes({ name: 'what was supplied, and documents beside one another', classname: 'run' })}>`,
    ...renderVerdict(report, listRunRows(report), verdict),
    '    </testcase>',
    '  </testsuite>',
  ];
}

type Judged = readonly { readonly verdict: Verdict }[];

function countCases(cases: Judged) {
  return { tests: cases.length, failures: countVerdict(cases, 'failure'), errors: countVerdict(cases, 'error') };
}

function countVerdict(cases: Judged, verdict: Verdict): number {
  return cases.filter((one) => one.verdict === verdict).length;
}

function renderCase(report: Report, { document, verdict }: Case): string[] {
  const { name, label, kind } = document;
  const title = name ? `${label} (${name})` : label;
  return [
    `    <testcase${writeAttributes({ name: title, classname: kind })}>`,
    ...renderVerdict(report, listRows(report, [document]), verdict),
    '    </testcase>',
  ];
}

function renderVerdict(report: Report, rows: readonly FindingRow[], verdict: Verdict): string[] {
  const isFailed = verdict === 'failure' || verdict === 'error';
  const failing = isFailed ? rows.filter(({ finding }) => verdict === 'error' || fails(finding, report.failOn)) : [];
  const rest = rows.filter((row) => !failing.includes(row));
  return [
    ...(isFailed ? [renderFailure(verdict, failing)] : []),
    ...(verdict === 'skipped' ? [`      <skipped${writeAttributes({ message: rows[0]?.finding.message })}/>`] : []),
    ...(rest.length > 0 ? [`      <system-out>${listFindings(rest)}</system-out>`] : []),
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
    const place = [placeRow(row), placeThere(finding)].filter(Boolean).join(' ↔ ');
    const words = [toPrintable(place), nameField(finding), severity, nameAge(finding), code].filter(Boolean).join(' ');
    return escapeXml(`${words}: ${describeFinding(finding)} ${pointToRule(report, rule)}`);
  });
  return lines.join('\n');
}
