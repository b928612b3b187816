// Reports on a run: to a file for programs and people, and to standard error for whoever is watching.
import { type Report, type ReportFormat, type ReportOptions, renderReport, toPrintable } from '../../index.js';
import { type Output, writeOutput } from '../files/outputs.js';
import { decideExitCode, type FailOn } from '../line/exit.js';
import type { ReadArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { judgeKeys, type KeyDoubt, type KeyUse } from './decision-keys.js';
import { findReportFormat, type ReportArguments, readReportSettings } from './report-settings.js';
import { chooseLink, fitStream, type TextStream } from './terminal.js';

/** Arguments of every command that writes reports. */
export interface ReportingArguments extends ReportArguments {
  readonly report?: readonly string[] | undefined;
  readonly force: boolean;
}

/** Reads what all reports of a run are made with. Wrong options are refused, before anything else is read. */
export function readReportOptions(args: ReportingArguments): ReportOptions {
  for (const path of args.report ?? []) findReportFormat(path);
  return readReportSettings(args);
}

/** Writes the reports that `--report` asks for. Gives what could not be written, in words. */
export async function writeReports(report: Report, args: ReportingArguments): Promise<string[]> {
  const problems: string[] = [];
  for (const path of args.report ?? []) {
    const format = findReportFormat(path);
    const text = renderReport(report, { format, csv: args.csv, measure: await loadMeasure() });
    problems.push(...(await writeNamed({ path, text }, args)));
  }
  return problems;
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

/** Renders the report that is a command's product, as text for wherever that goes. */
export function renderProduct(report: Report, args: ProductArguments, options: ReportOptions): string {
  const { format, csv, color } = args;
  if (format !== 'text') return renderReport(report, { format, csv });
  return renderForStream(report, streamOf(args), { ...options, color });
}

/** Arguments of every command whose product is a report. */
interface ProductArguments extends Pick<ReadArguments, 'csv' | 'color'> {
  readonly format: ReportFormat;
  readonly out: string | undefined;
}

/** The stream that a product goes to; a file is none. */
export function streamOf({ out }: { readonly out: string | undefined }): TextStream {
  return out === undefined ? process.stdout : {};
}

interface Ending extends ReportingArguments {
  readonly out?: string | undefined;
  readonly failOn: FailOn;
  /** Whether the product may hold a password: a file of it is for its owner only. */
  readonly secret?: boolean;
  readonly decisions?: string | undefined;
  /** Which clusters of the decisions file were found. */
  readonly keys?: KeyUse;
  /** What could not be written so far. */
  readonly failed?: readonly string[];
}

/** Ends a command whose product is a report: to the file of `--out`, else to standard output. Gives the exit code. */
export async function conclude(product: string, report: Report, args: Ending): Promise<number> {
  const problems: string[] = [...(args.failed ?? [])];
  if (args.out === undefined) process.stdout.write(product);
  else problems.push(...(await writeNamed({ path: args.out, text: product, secret: args.secret === true }, args)));
  problems.push(...(await writeReports(report, args)));
  const doubts = args.keys ? complainOfKeys(args.keys, args) : [];
  complain(problems);
  return decideExitCode({ totals: report.totals, failed: problems.length > 0, doubts }, args.failOn);
}

/** Says what is wrong with the clusters of the decisions file, and gives it. */
export function complainOfKeys(keys: KeyUse, { decisions }: { readonly decisions?: string | undefined }): KeyDoubt[] {
  const doubts = judgeKeys(keys);
  complain(doubts.map(({ message }) => `${decisions}: ${message}`));
  return doubts;
}

/** Writes an output. Gives what failed, in words that name it; nothing where all went well. */
export async function writeNamed(output: Output, { force }: { readonly force: boolean }): Promise<string[]> {
  const problem = await writeOutput(output, { force });
  return problem ? [`${toPrintable(output.path)}: not written: ${problem}`] : [];
}

/** Prints lines of talk, unless told to be quiet. */
export function talk(text: string, { quiet }: { readonly quiet: boolean }): void {
  if (!quiet && text !== '') process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Prints what went wrong, quiet or not. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${program.name}: ${line}\n`);
}
