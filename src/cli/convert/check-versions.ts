// `convert --check`: names the files that still hold v1 documents, and writes nothing.
import { toPrintable } from '../../index.js';
import { type Inputs, translateEach } from '../input/inputs.js';
import { decideExitCode, exitCodes } from '../line/exit.js';
import { talk } from '../talk/reports.js';
import { addEntries, type Run } from './run.js';

/** Prints the files with v1 documents. Gives exit code 1 where there is one, 3 where a file could not be read. */
export async function checkVersions(inputs: Inputs, run: Run): Promise<number> {
  let count = 0;
  for await (const { file, entries } of translateEach(inputs)) {
    addEntries(run, entries);
    const old = entries.filter(({ translation }) => isOfV1(translation.status, translation.kind)).length;
    count += old;
    if (old > 0) process.stdout.write(`${toPrintable(file.name)}\n`);
    for (const { translation } of entries) {
      if (translation.status === 'unreadable')
        talk(`${toPrintable(file.name)}: ${translation.findings[0]?.message}`, run.args);
    }
  }
  talk(`${count} of ${run.tally.documents} documents still of v1`, run.args);
  const { unreadable } = run.tally.statuses;
  if (count > 0 && unreadable === 0) return exitCodes.findings;
  return decideExitCode({ totals: run.tally, failed: false }, 'never');
}

/** What was not skipped, and is of the API, has yet to be translated. */
function isOfV1(status: string, kind: string): boolean {
  return status !== 'skipped' && status !== 'unreadable' && kind !== 'unknown';
}
