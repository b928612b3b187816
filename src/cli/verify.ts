// `verify`: v1 documents beside v2 documents, as a report on what differs.
import { type ComparedText, createReport, type ReportEntry, verifyTexts } from '../index.js';
import { listFiles } from './files/files.js';
import { readSupply } from './input/supply.js';
import { readDocuments } from './input/translated-file.js';
import type { ReadArguments, VerifyArguments } from './line/options.js';
import { failUsage } from './line/usage.js';
import { readReportOptions } from './talk/report-settings.js';
import { conclude, renderProduct } from './talk/reports.js';
import { describeRun, watchEntries } from './talk/run-watch.js';

/** Runs `verify` and gives its exit code. */
export async function runVerify(args: VerifyArguments): Promise<number> {
  const reporting = readReportOptions(args);
  if (args.v1 === '-' && args.v2 === '-') failUsage('verify reads one side from standard input, not both');
  const { options, told } = await readSupply(args);
  const v1 = await readSide(args.v1, args);
  const v2 = await readSide(args.v2, args);
  const entries = [...v1.unreadable, ...v2.unreadable, ...verifyTexts(v1.texts, v2.texts, options)];
  const run = [...told, ...describeRun(watchEntries(options, entries))];
  const report = createReport(entries, { ...reporting, run });
  const text = renderProduct(report, args, { sections: ['findings', 'totals'] });
  return conclude(text, report, args);
}

interface ReadSide {
  readonly texts: readonly ComparedText[];
  /** What stands for files that could not be read. */
  readonly unreadable: readonly ReportEntry[];
}

/** Reads the documents of a file or folder; what a folder holds besides clusters is left out. */
async function readSide(path: string, args: ReadArguments): Promise<ReadSide> {
  const texts: ComparedText[] = [];
  const unreadable: ReportEntry[] = [];
  for (const input of await listFiles([path], args)) {
    const read = await readDocuments(input, args);
    if ('unreadable' in read) unreadable.push(read.unreadable);
    else texts.push({ name: input.name, documents: read.documents, named: input.named });
  }
  return { texts, unreadable };
}
