// The report as workflow commands of GitHub Actions, which shows them as annotations in the changed files.
import type { Severity } from '../../model/finding.js';
import { toPrintable } from '../printable.js';
import type { Report } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { counts } from '../verdict.js';
import { describeFinding, describeTotals, type FindingRow, listRows, listRunRows, nameField } from '../wording.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Renders an annotation a line, and the totals. Findings that an earlier report has are left out: GitHub shows only
 * ten annotations of a kind.
 */
export function renderGithubReport(report: Report): string {
  const rows = [...listRows(report), ...listRunRows(report)].filter(({ finding }) => counts(finding));
  return [...rows.map(annotate), describeTotals(report.totals), ''].join('\n');
}

function annotate({ report, document, finding }: FindingRow): string {
  const { at, severity, code, rule } = finding;
  const field = nameField(finding);
  const within = document?.address ?? document?.pointer;
  const place = within ? [toPrintable(within), field] : [field];
  const text = [place.filter(Boolean).join(' '), describeFinding(finding)].filter(Boolean).join(': ');
  const properties = [
    ...(document ? [`file=${escapeProperty(toPrintable(finding.path ?? document.path))}`] : []),
    ...(at ? [`line=${at.line}`, `col=${at.column}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(`${text}\n${pointToRule(report, rule)}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
