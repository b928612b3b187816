// `verify`: v1 documents beside v2 documents, as a report on what differs.
import { type ComparedText, compareTexts, type ReportEntry, renderReport } from '../index.js';
import { listFiles } from './files/files.js';
import { readTranslateOptions } from './input/translate-options.js';
import { readDocuments } from './input/translated-file.js';
import type { ReadArguments, VerifyArguments } from './line/options.js';
import { checkUsage, failUsage } from './line/usage.js';
import { noteKeys, watchKeys } from './talk/decision-keys.js';
import { checkReportOptions, conclude, makeReport, renderForStream, type Sections } from './talk/reports.js';

const sections: Sections = ['findings', 'totals'];

/** Runs `verify` and gives its exit code. */
export async function runVerify(args: VerifyArguments): Promise<number> {
  checkReportOptions(args);
  if (args.v1 === '-' && args.v2 === '-') failUsage('verify reads one side from standard input, not both');
  const options = await readTranslateOptions(args);
  checkUsage(() => compareTexts([], [], options));
  const v1 = await readTexts(args.v1, args);
  const v2 = await readTexts(args.v2, args);
  const entries = [...v1.unreadable, ...v2.unreadable, ...compareTexts(v1.texts, v2.texts, options)];
  const report = makeReport(entries, args);
  const { format, csv, color, out } = args;
  const stream = out === undefined ? process.stdout : {};
  const text =
    format === 'text' ? renderForStream(report, stream, { color, sections }) : renderReport(report, { format, csv });
  return conclude(text, report, { ...args, keys: noteKeys(watchKeys(options.decisions), entries) });
}

interface Read {
  readonly texts: readonly ComparedText[];
  /** What stands for files that could not be read. */
  readonly unreadable: readonly ReportEntry[];
}

/** Reads the documents of a file or folder; what a folder holds besides clusters is left out. */
async function readTexts(path: string, args: ReadArguments): Promise<Read> {
  const texts: ComparedText[] = [];
  const unreadable: ReportEntry[] = [];
  for (const input of await listFiles([path])) {
    const read = await readDocuments(input, args);
    if ('unreadable' in read) unreadable.push(...read.unreadable.entries);
    else texts.push({ name: input.name, documents: read.documents, named: !('named' in input) || input.named });
  }
  return { texts, unreadable };
}
