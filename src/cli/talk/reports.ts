// Reports on a run: to a file for programs and people, and to standard error for whoever is watching.
import {
  createReport,
  type Palette,
  type Report,
  type ReportEntry,
  type ReportOptions,
  renderReport,
  toPrintable,
} from '../../index.js';
import { type Output, writeOutput } from '../files/outputs.js';
import { type ColorChoice, choosePalette } from '../line/colors.js';
import { decideExitCode, type FailOn } from '../line/exit.js';
import { judgeKeys, type KeyDoubt, type KeyUse } from './decision-keys.js';
import { chooseLink } from './links.js';
import { findReportFormat, type ReportArguments, readReportSettings } from './report-settings.js';

/** In a narrower terminal, sentences break as if it had this many columns. */
const narrowest = 60;

/** Parts of a text report. */
export type Sections = NonNullable<ReportOptions['sections']>;

/** Arguments of every command that writes reports. */
export interface ReportingArguments extends ReportArguments {
  readonly report?: readonly string[] | undefined;
  readonly force: boolean;
}

/** Makes the report of a run. */
export function makeReport(entries: readonly ReportEntry[], args: ReportArguments): Report {
  return createReport(entries, readReportSettings(args));
}

/** Refuses wrong report options, before anything is read. */
export function checkReportOptions(args: ReportingArguments): void {
  for (const path of args.report ?? []) findReportFormat(path);
  readReportSettings(args);
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
  options: ReportOptions & { readonly color: ColorChoice },
): string {
  const link = options.color === 'never' ? undefined : chooseLink(stream, process.env);
  return renderReport(report, { ...options, ...(link ? { link } : {}), ...fitStream(stream, options.color) });
}

/** Somewhere that text goes, as far as a terminal matters. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** How text looks on a stream: its colours, and where a terminal ends. */
export function fitStream(stream: TextStream, color: ColorChoice): { palette: Palette; width?: number } {
  const { isTTY, columns } = stream;
  const palette = choosePalette(color, stream);
  return isTTY && columns ? { palette, width: Math.max(columns, narrowest) } : { palette };
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
  for (const line of lines) process.stderr.write(`ionos-pg-migrate: ${line}\n`);
}
