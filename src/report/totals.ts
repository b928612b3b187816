// The counts at the end of every report.
import type { Severity } from '../model/finding.js';
import type { Status } from '../model/translation.js';
import type { ReportEntry } from './entry.js';

/** How many documents came out how, and how many findings there are. */
export interface Totals {
  readonly documents: number;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Counts documents by status and findings by severity. */
export function countTotals(entries: readonly ReportEntry[]): Totals {
  const statuses: Record<Status, number> = { ready: 0, review: 0, blocked: 0, skipped: 0, unreadable: 0 };
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { translation } of entries) {
    statuses[translation.status] += 1;
    for (const finding of translation.findings) findings[finding.severity] += 1;
  }
  return { documents: entries.length, statuses, findings };
}

/** A number with its noun: `1 document`, `2 documents`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
