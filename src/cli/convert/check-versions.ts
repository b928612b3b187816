// `convert --check`: names the files that hold something else than valid documents of v2, and writes nothing.
import { type AnyTranslation, decideExitCode, exitCodes, toPrintable } from '../../index.js';
import { type Inputs, translateEach } from '../input/inputs.js';
import { talk } from '../talk/reports.js';
import { addEntries, type Run } from './run.js';

/** Why a document is none of the API's, so that it does not count. */
const nobodys: ReadonlySet<string> = new Set([
  'document/kind/unrecognised',
  'document/kind/tool',
  'document/kind/not-an-object',
  'document/kind/error-document',
  'document/kind/logs-document',
  'document/kind/api-versions',
  'document/kind/dump',
  'document/kind/terraform-state',
  'document/kind/terraform-plan',
  'document/kind/provider',
  'request/operation/foreign',
]);

/** Prints the files that are to be looked at. Gives exit code 1 where there is one, 3 where a file could not be read. */
export async function checkVersions(inputs: Inputs, run: Run): Promise<number> {
  let count = 0;
  for await (const { file, entries } of translateEach(inputs)) {
    addEntries(run, entries);
    const old = entries.filter(({ translation }) => !isFine(translation));
    count += old.length;
    for (const source of new Set(old.map((entry) => entry.source))) process.stdout.write(`${toPrintable(source)}\n`);
    for (const { translation } of entries) {
      if (translation.status === 'unreadable')
        talk(`${toPrintable(file.name)}: ${translation.findings[0]?.message}`, run.args);
    }
  }
  talk(`${count} of ${run.tally.documents} documents are still of v1, or not what v2 takes`, run.args);
  const { withoutVerdict, statuses } = run.tally;
  if (count + statuses.unreadable > 0 && withoutVerdict === 0) return exitCodes.findings;
  return decideExitCode({ totals: run.tally, failed: false }, 'never');
}

/** Whether a document is of v2 and v2 would take it, or none of ours. What cannot be read is told otherwise. */
function isFine({ status, kind, document, findings }: AnyTranslation): boolean {
  if (status === 'unreadable') return true;
  if (findings.some(({ code }) => nobodys.has(code))) return kind === 'unknown' || kind === 'Request';
  if (status !== 'skipped' || findings.some(({ severity }) => severity !== 'info')) return false;
  return document !== undefined || findings.some(({ code }) => code === 'document/kind/empty-list');
}
