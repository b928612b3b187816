// Reports on a run: to a file for programs and people, and to standard error for whoever is watching.
import {
  countNoun,
  counts,
  decideExitCode,
  describeTotals,
  type Evidence,
  type Finding,
  formatPlace,
  type Report,
  type ReportFormat,
  type ReportOptions,
  renderReport,
  type Totals,
  toPrintable,
  toPrintableLines,
} from '../../index.js';
import type { Output, WriteOptions } from '../files/outputs.js';
import { syncOutputs, writeOutput } from '../files/write-output.js';
import type { ReadArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { type Baseline, makeBaseline } from './baseline.js';
import { groupProblems } from './problems.js';
import { findReportFormat } from './report-settings.js';
import { chooseLink, fitStream, type TextStream } from './terminal.js';

const tooLong = 'it would be longer than a text can be; report on a part of the fleet at a time';

/** Writes the reports that `--report` asks for. Gives what could not be written, in words. */
export async function writeReports(
  report: Report,
  args: ReadArguments & Pick<ReportOptions, 'sections'>,
): Promise<string[]> {
  const problems: string[] = [];
  const sections = args.sections ? { sections: args.sections } : {};
  for (const path of args.report ?? []) {
    const format = findReportFormat(path);
    const measure = format === 'text' ? { measure: await loadMeasure() } : {};
    const text = renderShort(report, { format, ...sections, ...chooseRows(args), ...measure });
    if (text === undefined) problems.push(`${toPrintable(path)}: not written: ${tooLong}`);
    else problems.push(...writeNamed({ path, text, isReport: true }, args));
  }
  const baseline = makeBaseline(report, args);
  if (baseline) problems.push(...writeBaseline(baseline, args));
  return problems;
}

/** A baseline takes the place of an earlier one. */
function writeBaseline({ output, count }: Baseline, args: ReadArguments): string[] {
  const problems = writeNamed(output, { force: true });
  if (problems.length === 0)
    talk(`${toPrintable(output.path)}: ${countNoun(count, 'finding')} known from now on`, args);
  return problems;
}

/** Undefined where the report would be longer than a text can be; the other reports of the run are written. */
function renderShort(report: Report, options: ReportOptions): string | undefined {
  try {
    return renderReport(report, options);
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Loads what measures text on a terminal. Only columns need it, and it takes a while to load. */
export async function loadMeasure(): Promise<(text: string) => number> {
  return (await import('string-width')).default;
}

/** Renders the text report for a stream, coloured as that stream allows. */
export function renderForStream(
  report: Report,
  stream: TextStream,
  options: ReportOptions & Pick<ReadArguments, 'color'>,
): string {
  const link = options.color === 'never' ? undefined : chooseLink(stream, process.env);
  return renderReport(report, { ...options, ...(link ? { link } : {}), ...fitStream(stream, options.color) });
}

/** So many files that could not be read are named beside a report. */
const shownUnread = 10;

/** What there is to say of a document, which leaves out its changes; `diff` shows them. */
export const allButChanges: NonNullable<ReportOptions['sections']> = ['findings', 'run', 'totals', 'supply'];

/** All that there is to say of a document. */
export const allSections = ['changes', ...allButChanges] as const;

/** Renders the report that is a command's product, as text for wherever that goes. */
export function renderProduct(report: Report, args: ProductArguments, options: ReportOptions): string {
  const { format, color } = args;
  if (format !== 'text') return renderReport(report, { format, ...chooseRows(args), ...options });
  return renderForStream(report, streamOf(args), { ...options, color });
}

/** Arguments of every command whose product is a report. */
interface ProductArguments extends Pick<ReadArguments, 'csv' | 'color'> {
  readonly format: ReportFormat;
  readonly out: string | undefined;
}

/** What a row of CSV is, where that was asked for. */
function chooseRows({ csv }: Pick<ReadArguments, 'csv'>): Pick<ReportOptions, 'csv'> {
  return csv === undefined ? {} : { csv };
}

/** The stream that a product goes to; a file is none. */
export function streamOf({ out }: { readonly out: string | undefined }): TextStream {
  return out === undefined ? process.stdout : {};
}

interface Product extends ReadArguments, Pick<ReportOptions, 'sections'> {
  readonly out?: string | undefined;
  readonly format: string;
  /** Whether the product may hold a password: a file of it is for its owner only. */
  readonly secret?: boolean;
  /** What could not be written so far. */
  readonly failed?: readonly string[];
}

/** Ends a command whose product is a report: to the file of `--out`, else to standard output. Gives the exit code. */
export async function conclude(product: string, report: Report, args: Product): Promise<number> {
  const { out, secret = false, failed = [], format, quiet } = args;
  const problems = [...failed];
  // Text is talk; whoever asks for another format has a use for it.
  if (out === undefined && !(quiet && format === 'text')) process.stdout.write(product);
  else if (out !== undefined) {
    problems.push(...writeNamed({ path: out, text: product, secret, isReport: true }, args));
    tellUnseen(report, args);
  }
  problems.push(...(await writeReports(report, args)));
  return endRun({ totals: report.totals, run: report.run, problems }, args);
}

/** Whoever looks at a file later hears now what the run came to, and what could not be read, quiet or not. */
function tellUnseen({ documents, totals }: Report, args: ReadArguments): void {
  talk(describeTotals(totals), args);
  const unread = documents.filter(({ status }) => status === 'unreadable');
  for (const { findings, source } of unread.slice(0, shownUnread))
    for (const { message, at } of findings.slice(0, 1))
      process.stderr.write(`${program.name}: ${toPrintable(`${formatPlace(source, at)}: ${message}`)}\n`);
  const more = unread.length - shownUnread;
  if (more > 0) process.stderr.write(`${program.name}: ${more} more could not be read; the report names them\n`);
}

/** What a run came to: its sums, what there is to say of it beside its documents, and what could not be written. */
interface RunEnd {
  readonly totals: Totals;
  readonly run: NonNullable<Evidence['run']>;
  readonly problems: readonly string[];
}

/** What each part of a stream would say of a decisions file that is for all of them. */
const ofParts: ReadonlySet<string> = new Set(['document/decisions/unmatched', 'document/decisions/unused']);

/** What nobody needs to hear who asked for quiet; reports and the exit code have it. */
function isTalk(finding: Finding): boolean {
  return finding.severity === 'info' || isIdleDecision(finding);
}

/** Whether a finding is about decisions that no document needed. */
export function isIdleDecision({ code }: Finding): boolean {
  return ofParts.has(code);
}

/** Says what is wrong beside the documents, quiet or not, and what else there is to say; gives the exit code. */
export function endRun({ totals, run, problems }: RunEnd, { failOn, quiet }: ReadArguments): number {
  const doubts = run
    .filter((finding) => counts(finding) && !(quiet && isTalk(finding)))
    .map(({ severity, message, remedy }) => toPrintable(`${severity}: ${message} ${remedy}`).trim());
  const failed = [...problems, ...syncOutputs().map(toPrintable)];
  for (const line of [...doubts, ...groupProblems(failed)])
    process.stderr.write(`${program.name}: ${toPrintableLines(line)}\n`);
  return decideExitCode({ totals, failed: failed.length > 0, run }, failOn);
}

/** Writes an output. Gives what failed, in words that name it; nothing where all went well. */
export function writeNamed(output: Output, options: WriteOptions): string[] {
  const problem = writeOutput(output, options);
  return problem ? [`${toPrintable(output.path)}: not written: ${problem}`] : [];
}

/** Prints lines of talk, unless told to be quiet. */
export function talk(text: string, args: { readonly quiet: boolean }): void {
  show(toPrintableLines(text), args);
}

/** Prints a report that was rendered for standard error, with its colours, unless told to be quiet. */
export function show(text: string, { quiet }: { readonly quiet: boolean }): void {
  if (!quiet && text !== '') process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
