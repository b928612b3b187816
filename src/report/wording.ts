// What all formats say, in the same words: totals, and of a finding its field, its state against an earlier report and
// its command.
import { type Finding, type Severity, severities } from '../model/finding.js';
import type { Json } from '../model/json.js';
import { toDotted } from '../model/path.js';
import { formatPlace } from '../model/place.js';
import { printValue, toPrintable } from './printable.js';
import type { Report, ReportDocument, ReportFinding } from './report.js';
import { listSupplyLines } from './supply-line.js';
import type { Totals } from './totals.js';

/** So much of a value is shown beside another. */
const valueLimit = 60;

/** A finding with what it stands in. */
export interface FindingRow {
  readonly report: Report;
  /** Undefined for what is said of the run. */
  readonly document: ReportDocument | undefined;
  readonly finding: ReportFinding;
}

/** The findings of documents, of each the worst first. */
export function listRows(report: Report, documents: readonly ReportDocument[] = report.documents): FindingRow[] {
  return documents.flatMap((document) =>
    sortFindings(document.findings).map((finding) => ({ report, document, finding })),
  );
}

/** What is said of the run beside its documents. */
export function listRunRows(report: Report): FindingRow[] {
  return sortFindings(report.run).map((finding) => ({ report, document: undefined, finding }));
}

/** Where a finding stands: file, line and column; empty for one of the run. */
export function placeRow({ document, finding }: FindingRow): string {
  return document ? formatPlace(document.path, finding.at) : '';
}

/** Where the v2 document of a comparison says it; empty where nothing is compared. */
export function placeThere({ there }: ReportFinding): string {
  return there ? formatPlace(there.path, there.at) : '';
}

/** The findings of a document, the worst first, else in their order. */
export function sortFindings(findings: readonly ReportFinding[]): ReportFinding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** The field a finding is about, dotted: that of v1, else that of v2; empty for the document. */
export function nameField(finding: Finding): string {
  return toPrintable(toDotted(finding.from ?? finding.to ?? ''));
}

/** The fields of one side of a change with their values, cut for a glance, each as one text that is safe to print. */
export function describeSide(pointers: readonly string[], values: readonly Json[]): string[] {
  return pointers.map((pointer, index) => {
    const path = toPrintable(toDotted(pointer)) || '(document)';
    const value = values[index];
    return value === undefined ? path : `${path}: ${printValue(value, valueLimit)}`;
  });
}

/** The decisions that an error or a warning asks for. */
export function listOpen({ severity, decision = [] }: Finding): readonly string[] {
  return severity === 'info' ? [] : decision;
}

/** Message and remedy, safe to print, as one text. */
export function describeFinding({ message, remedy }: Finding): string {
  return toPrintable(remedy ? `${message} ${remedy}` : message);
}

/** `new` or `known` against an earlier report; empty without one. */
export function nameAge({ isNew }: ReportFinding): 'new' | 'known' | '' {
  if (isNew === undefined) return '';
  return isNew ? 'new' : 'known';
}

/** The command line that would supply what one finding asks for; empty where nothing can be supplied. */
export function findCommand({ source, options }: ReportDocument, finding: Finding): string {
  return listSupplyLines([{ source, options, findings: [finding] }])[0] ?? '';
}

/** A number with its noun: `1 document`, `2 documents`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The totals as one line: `2 documents: 1 ready, 1 blocked; 1 error, 0 warnings, 1 info`. */
export function describeTotals({ documents, statuses, findings, newFindings }: Omit<Totals, 'withoutVerdict'>): string {
  const counted = Object.entries(statuses).filter(([, count]) => count > 0);
  const described = counted.map(([status, count]) => `${count} ${status}`).join(', ');
  const fresh = newFindings ? `; new: ${describeCounts(newFindings)}` : '';
  return `${countNoun(documents, 'document')}${described ? `: ${described}` : ''}; ${describeCounts(findings)}${fresh}`;
}

function describeCounts({ error, warning, info }: Readonly<Record<Severity, number>>): string {
  return [countNoun(error, 'error'), countNoun(warning, 'warning'), `${info} info`].join(', ');
}
