// Writes files that belong together: all of them, or none as far as a file system allows.
import { describeFileError } from './errors.js';
import { findPresent, type Output, type WriteOptions, type WriteProblem, whyNotWritten } from './outputs.js';
import { writeOutput } from './write-output.js';

/** Why files were not written, each in words that name it; nothing where they all were. */
export interface TogetherProblem {
  readonly path: string;
  readonly problem: NonNullable<WriteProblem>;
}

/**
 * Writes files in the place of others, or none of them: first all are looked at, and where one of them cannot be written
 * after all, those before it get back what they held.
 */
export function writeTogether(outputs: readonly Output[], options: WriteOptions): TogetherProblem[] {
  const problems = outputs.flatMap((output) => describe(output.path, findProblem(output, options)));
  if (problems.length > 0) return problems;
  for (const [index, output] of outputs.entries()) {
    const problem = writeOutput(output, options);
    if (problem === undefined) continue;
    const left = outputs.slice(0, index).flatMap((earlier) => describe(earlier.path, putBack(earlier, options)));
    return [...describe(output.path, problem), ...left];
  }
  return [];
}

function findProblem(output: Output, { force }: WriteOptions): WriteProblem {
  try {
    return whyNotWritten(output, { present: findPresent(output), force });
  } catch (thrown) {
    return describeFileError(thrown);
  }
}

/** What was there before; a file that was made new stays, since nothing refers to it yet. */
function putBack({ path, text, replaces }: Output, options: WriteOptions): WriteProblem {
  if (replaces?.text === undefined) return undefined;
  const problem = writeOutput({ path, text: replaces.text, replaces: { text } }, options);
  return problem === undefined ? undefined : `it is converted while others of its module are not: ${problem}`;
}

function describe(path: string, problem: WriteProblem): TogetherProblem[] {
  return problem === undefined ? [] : [{ path, problem }];
}
