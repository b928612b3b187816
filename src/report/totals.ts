// The counts at the end of every report.
import type { Finding, Severity } from '../model/finding.js';
import type { Status } from '../model/translation.js';

/** How many documents came out how, and how many findings there are. */
export interface Totals {
  readonly documents: number;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The findings that an earlier report lacks; absent without an earlier report. */
  readonly newFindings?: Readonly<Record<Severity, number>>;
}

/** What is counted of a document. */
export interface Counted {
  readonly status: Status;
  readonly findings: readonly (Finding & { readonly isNew?: boolean })[];
}

/** Counts documents by status and findings by severity. */
export function countTotals(documents: readonly Counted[]): Totals {
  const statuses: Record<Status, number> = { ready: 0, review: 0, blocked: 0, skipped: 0, unreadable: 0 };
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const fresh: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let isCompared = false;
  for (const document of documents) {
    statuses[document.status] += 1;
    for (const { severity, isNew } of document.findings) {
      findings[severity] += 1;
      if (isNew) fresh[severity] += 1;
      isCompared ||= isNew !== undefined;
    }
  }
  return { documents: documents.length, statuses, findings, ...(isCompared ? { newFindings: fresh } : {}) };
}

/** A number with its noun: `1 document`, `2 documents`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The totals as one line: `2 documents: 1 ready, 1 blocked; 1 error, 0 warnings, 1 info`. */
export function sayTotals({ documents, statuses, findings, newFindings }: Totals): string {
  const counts = Object.entries(statuses).filter(([, count]) => count > 0);
  const described = counts.map(([status, count]) => `${count} ${status}`).join(', ');
  const fresh = newFindings ? `; new: ${sayFindings(newFindings)}` : '';
  return `${countNoun(documents, 'document')}${described ? `: ${described}` : ''}; ${sayFindings(findings)}${fresh}`;
}

function sayFindings({ error, warning, info }: Readonly<Record<Severity, number>>): string {
  return [countNoun(error, 'error'), countNoun(warning, 'warning'), `${info} info`].join(', ');
}
