// What all formats say of a finding, in the same words: its field, its state against an earlier report, its command.
import type { Finding, Severity } from '../model/finding.js';
import { toDotted } from '../model/path.js';
import { toPrintable } from './printable.js';
import type { ReportDocument, ReportFinding } from './report.js';
import { listSupplyLines } from './supply-line.js';

/** Severities, the worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The findings of a document, the worst first, else in their order. */
export function sortFindings(findings: readonly ReportFinding[]): ReportFinding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** The field a finding is about, dotted: that of v1, else that of v2; empty for the document. */
export function nameField(finding: Finding): string {
  return toPrintable(toDotted(finding.from ?? finding.to ?? ''));
}

/** Message and remedy, safe to print, as one text. */
export function sayFinding({ message, remedy }: Finding): string {
  return toPrintable(remedy ? `${message} ${remedy}` : message);
}

/** `new` or `known` against an earlier report; empty without one. */
export function sayAge({ isNew }: ReportFinding): 'new' | 'known' | '' {
  if (isNew === undefined) return '';
  return isNew ? 'new' : 'known';
}

/** The command line that would supply what one finding asks for; empty where nothing can be supplied. */
export function sayCommand({ source, options }: ReportDocument, finding: Finding): string {
  return listSupplyLines([{ source, options, findings: [finding] }])[0] ?? '';
}

/** Whether a finding counts: it is new, or nobody compares. */
export function counts({ isNew }: ReportFinding): boolean {
  return isNew !== false;
}
