// The files that options name to be written: none of them is an input of the run, or another of them.
import { describeClaim, findClaim, identify, isForReports } from '../files/claims.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';

/** The options that name a file to be written; not every command has all of them. */
export interface NamingArguments extends Partial<Pick<ReadArguments, 'report' | 'setBaseline'>> {
  readonly out?: string | undefined;
  readonly initDecisions?: string | undefined;
}

/** A file that an option names. */
export interface NamedOutput {
  /** The option with the file, as on the command line. */
  readonly words: string;
  /** What the file is known by. */
  readonly keys: readonly string[];
}

/** The files that options name. One that is an input, or that two of them name, is bad usage, told before anything is written. */
export function listNamedOutputs({ report = [], out, initDecisions, setBaseline }: NamingArguments): NamedOutput[] {
  const reports = [...list('--out', out), ...report.flatMap((path) => list('--report', path))];
  const named = [...reports, ...list('--set-baseline', setBaseline), ...list('--init-decisions', initDecisions)];
  const taken = new Map<string, string>();
  for (const { words, keys } of named) {
    const claimed = findClaim(keys);
    // Decisions are only ever written into a file of decisions.
    const extendsOne = words.startsWith('--init-decisions') && claimed?.use !== 'baseline';
    if (claimed && !extendsOne && !isForReports(claimed)) failUsage(`${words}: ${describeClaim(claimed)}`);
    const rival = keys.map((key) => taken.get(key)).find((found) => found !== undefined);
    if (rival !== undefined && rival !== words) failUsage(`${words}: ${rival} would be written there, too`);
    for (const key of keys) taken.set(key, words);
  }
  return named;
}

function list(option: string, path: string | undefined): NamedOutput[] {
  return path === undefined ? [] : [{ words: `${option} ${path}`, keys: identify(path) }];
}
