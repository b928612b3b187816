// `convert`: v1 documents in, v2 documents out, with what there is to say on standard error.
import type { Report } from '../index.js';
import { planFiles, renderTogether } from './documents.js';
import { decideExitCode } from './exit.js';
import { type TranslatedFile, translateInputs } from './inputs.js';
import type { ConvertArguments } from './options.js';
import {
  checkReportOptions,
  complain,
  makeReport,
  renderForStream,
  type Sections,
  talk,
  writeNamed,
  writeReports,
} from './reports.js';
import { letSignalsThrough } from './signals.js';

/** Runs `convert` and gives its exit code. */
export async function runConvert(args: ConvertArguments): Promise<number> {
  checkReportOptions(args);
  const files = await translateInputs(args);
  const entries = files.flatMap((file) => file.entries);
  const problems = await writeDocuments(files, args);
  const report = makeReport(entries, args);
  problems.push(...(await writeReports(report, args)));
  talk(renderTalk(report, args), args);
  complain(problems);
  return decideExitCode({ totals: report.totals, failed: problems.length > 0 }, args.failOn);
}

/** Writes the documents where they belong. Gives what could not be written, in words. */
async function writeDocuments(files: readonly TranslatedFile[], args: ConvertArguments): Promise<string[]> {
  if (args.outDir === undefined) {
    process.stdout.write(await renderTogether(files, args));
    return [];
  }
  const problems: string[] = [];
  const { outputs, left } = await planFiles(files, args.outDir, args);
  for (const output of outputs) {
    await letSignalsThrough();
    problems.push(...(await writeNamed(output, args)));
  }
  for (const { name, reason } of left) talk(`${name}: not written: ${reason}`, args);
  return problems;
}

/** One document is talked about in full, a batch in sum: `audit` and `diff` tell the rest. */
function renderTalk(report: Report, args: ConvertArguments): string {
  const sections: Sections =
    report.documents.length === 1 ? ['findings', 'comments', 'totals', 'supply'] : ['totals', 'supply'];
  return renderForStream(report, process.stderr, { color: args.color, sections });
}
