// Exit codes: 0 nothing to tell, 1 findings, 2 bad usage, 3 no verdict. The strongest wins: 2, 3, 1.
import type { ReportEntry } from '../index.js';

/** From which severity on findings make the command fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** The exit codes by their meaning. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, noVerdict: 3 } as const;

/** What a run came to. */
export interface Outcome {
  readonly entries: readonly ReportEntry[];
  /** Whether an input could not be read, or an output not written. */
  readonly failed: boolean;
}

/** The exit code of a run; `never` cancels findings only. */
export function decideExitCode({ entries, failed }: Outcome, failOn: FailOn): number {
  const unreadable = entries.some(({ translation }) => translation.status === 'unreadable');
  if (failed || unreadable) return exitCodes.noVerdict;
  return entries.some((entry) => fails(entry, failOn)) ? exitCodes.findings : exitCodes.clean;
}

function fails({ translation }: ReportEntry, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  const { findings } = translation;
  return findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));
}
