// What many documents come to, in numbers.
import type { Severity } from '../model/finding.js';
import type { Status } from '../model/translation.js';

/** How many documents came out how, and how many findings there are. */
export interface Totals {
  readonly documents: number;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The findings that an earlier report lacks; absent without an earlier report. */
  readonly newFindings?: Readonly<Record<Severity, number>>;
  /** Inputs that could not be read, as far as no earlier report knows them; an unreadable line is none of them. */
  readonly withoutVerdict: number;
}
