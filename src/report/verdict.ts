// What a run comes to: which findings fail it, and its exit code, which every format agrees with.
import type { Finding } from '../model/finding.js';
import type { Status } from '../model/translation.js';
import type { Totals } from './totals.js';

/** The exit codes by their meaning; 141 is what shells see of a program that lost its reader. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, noVerdict: 3, brokenPipe: 141 } as const;

/** The least severity that fails a run; `never` lets all findings pass. */
export type FailOn = 'error' | 'warning' | 'never';

/** A finding with its state against an earlier report: `false` where that has it too. */
export type Aged = Finding & { readonly isNew?: boolean };

/** What a run is judged by. */
export interface Evidence {
  readonly totals: Totals;
  /** Whether something was not written. */
  readonly failed: boolean;
  /** What there is to say of the run beside its documents. */
  readonly run?: readonly Aged[];
}

/** Whether a finding counts: it is new, or nobody compares. */
export function counts({ isNew }: Pick<Aged, 'isNew'>): boolean {
  return isNew !== false;
}

/** Whether a finding fails the run. */
export function fails(finding: Aged, failOn: FailOn): boolean {
  if (failOn === 'never' || !counts(finding)) return false;
  return finding.severity === 'error' || (failOn === 'warning' && finding.severity === 'warning');
}

/** A document, as far as it matters to a verdict on it. */
interface Judged {
  readonly status: Status;
  readonly findings: readonly Aged[];
  /** Whether it is one line of many. */
  readonly isLine?: boolean | undefined;
}

/** Whether there is no verdict on an input: it could not be read, which no earlier report knows. An unreadable line is an error. */
export function lacksVerdict({ status, findings, isLine }: Judged): boolean {
  return status === 'unreadable' && isLine !== true && findings.some(counts);
}

/** The exit code of a run; `never` cancels findings only. With an earlier report, only new findings count. */
export function decideExitCode({ totals, failed, run = [] }: Evidence, failOn: FailOn): number {
  if (failed || totals.withoutVerdict > 0) return exitCodes.noVerdict;
  const { error, warning } = totals.newFindings ?? totals.findings;
  const isFailed =
    (failOn !== 'never' && error > 0) ||
    (failOn === 'warning' && warning > 0) ||
    run.some((finding) => fails(finding, failOn));
  return isFailed ? exitCodes.findings : exitCodes.clean;
}
