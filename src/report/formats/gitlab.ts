// The report as GitLab reads it for Code Quality: one issue a finding, in files of the project.
import type { Severity } from '../../model/finding.js';
import { toPrintable, writeJson } from '../printable.js';
import type { Report } from '../report.js';
import { describeFinding, type FindingRow, listRows, listRunRows, nameField } from '../wording.js';

/** GitLab's words for severities. */
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

/** Renders the report as Code Quality of GitLab, which itself tells what is new in a merge request. */
export function renderGitlabReport(report: Report): string {
  return `${writeJson([...listRows(report), ...listRunRows(report)].map(describeIssue), 2)}\n`;
}

function describeIssue({ document, finding }: FindingRow) {
  const { code, severity, fingerprint, at } = finding;
  const field = nameField(finding);
  const said = describeFinding(finding);
  return {
    description: field ? `${field}: ${said}` : said,
    check_name: code,
    fingerprint,
    severity: severities[severity],
    // What is said of the run stands in no file, and GitLab takes no issue without one.
    location: { path: document ? toPrintable(document.path) : '.', lines: { begin: at?.line ?? 1 } },
  };
}
