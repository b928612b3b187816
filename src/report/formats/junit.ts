// The report as JUnit XML: a suite for each file, a test case for each document. Blocked fails, unreadable is an error.
import { formatPlace } from '../../model/place.js';
import { toPrintable } from '../printable.js';
import type { Report, ReportDocument, ReportFinding } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { counts, nameField, sayAge, sayFinding, sortFindings } from '../wording.js';
import { escapeXml, writeAttributes } from './xml.js';

interface Case {
  readonly document: ReportDocument;
  /** What the test case came to. */
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped';
}

/** Renders the report. It says nothing of times: none are taken. */
export function renderJunitReport(report: Report): string {
  const suites = new Map<string, Case[]>();
  for (const document of report.documents) {
    const suite = suites.get(document.path);
    const one = { document, verdict: judge(document) };
    if (suite) suite.push(one);
    else suites.set(document.path, [one]);
  }
  const all = [...suites.values()].flat();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${writeAttributes({ name: report.tool.name, ...countCases(all) })}>`,
    ...[...suites].flatMap(([path, cases]) => [
      `  <testsuite${writeAttributes({ name: path, ...countCases(cases) })}>`,
      ...cases.flatMap((one) => renderCase(report, one)),
      '  </testsuite>',
    ]),
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

function countCases(cases: readonly Case[]) {
  const count = (verdict: Case['verdict']) => cases.filter((one) => one.verdict === verdict).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function renderCase(report: Report, { document, verdict }: Case): string[] {
  const { name, label, kind, path } = document;
  const title = name ? `${label} (${name})` : label;
  const open = `    <testcase${writeAttributes({ name: title, classname: kind, file: path })}>`;
  const findings = sortFindings(document.findings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const fails = verdict === 'failure' || verdict === 'error';
  const rest = fails ? findings.filter(({ severity }) => severity !== 'error') : findings;
  return [
    open,
    ...(fails ? renderFailure(verdict, { report, document, findings: errors }) : []),
    ...(verdict === 'skipped' ? [`      <skipped${writeAttributes({ message: findings[0]?.message })}/>`] : []),
    ...(rest.length > 0
      ? [`      <system-out>${listFindings({ report, document, findings: rest })}</system-out>`]
      : []),
    '    </testcase>',
  ];
}

interface Told {
  readonly report: Report;
  readonly document: ReportDocument;
  readonly findings: readonly ReportFinding[];
}

function renderFailure(element: 'failure' | 'error', told: Told): string[] {
  const [first] = told.findings;
  const attributes = writeAttributes({ type: first?.code, message: first?.message });
  return [`      <${element}${attributes}>${listFindings(told)}</${element}>`];
}

function listFindings({ report, document, findings }: Told): string {
  const lines = findings.map((finding) => {
    const place = toPrintable(formatPlace(document.path, finding.at));
    const words = [place, nameField(finding), finding.severity, sayAge(finding), finding.code]
      .filter(Boolean)
      .join(' ');
    return escapeXml(`${words}: ${sayFinding(finding)} ${pointToRule(report, finding.rule)}`);
  });
  return lines.join('\n');
}
