// Exit codes: 0 nothing to tell, 1 findings, 2 bad usage, 3 no verdict. The strongest wins: 2, 3, 1.
import type { Finding, ReportFinding, Totals } from '../../index.js';
import type { ReadArguments } from './options.js';

/** The exit codes by their meaning; 141 is what shells see of a program that lost its reader. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, noVerdict: 3, brokenPipe: 141 } as const;

/** What a run is judged by. */
export interface Evidence {
  readonly totals: Totals;
  /** Whether an input could not be read, or an output not written. */
  readonly failed: boolean;
  /** What there is to say of the run beside its documents. */
  readonly run?: readonly (Finding & Pick<Partial<ReportFinding>, 'isNew'>)[];
}

/** The exit code of a run; `never` cancels findings only. With an earlier report, only new findings count. */
export function decideExitCode({ totals, failed, run = [] }: Evidence, failOn: ReadArguments['failOn']): number {
  // With an earlier report, what could not be read then is known, as long as nothing is new.
  const isKnown = totals.newFindings !== undefined && totals.newFindings.error === 0;
  if (failed || (totals.statuses.unreadable > 0 && !isKnown)) return exitCodes.noVerdict;
  if (failOn === 'never') return exitCodes.clean;
  const { error, warning } = totals.newFindings ?? totals.findings;
  const isDoubtful = failOn === 'warning' && (warning > 0 || run.some(({ isNew }) => isNew !== false));
  return error > 0 || isDoubtful ? exitCodes.findings : exitCodes.clean;
}
