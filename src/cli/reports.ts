// Reports on a run: to a file for programs and people, and to standard error for whoever is watching.
import { extname } from 'node:path';
import { type ReportEntry, type ReportFormat, type ReportOptions, renderReport } from '../index.js';
import { type ColorChoice, choosePalette } from './colors.js';
import { decideExitCode, type FailOn } from './exit.js';
import { type Output, writeOutput } from './outputs.js';
import { failUsage } from './usage.js';
import { version } from './version.js';

/** The program, as reports name it. */
export const tool = { name: 'ionos-pg-migrate', version } as const;

/** Parts of a text report. */
export type Sections = NonNullable<ReportOptions['sections']>;

const formats: Readonly<Record<string, ReportFormat>> = { '.txt': 'text', '.json': 'json' };

/** Writes the reports that `--report` asks for. Gives what could not be written, in words. */
export async function writeReports(
  entries: readonly ReportEntry[],
  paths: readonly string[],
  { force }: { readonly force: boolean },
): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths) {
    const text = renderReport(entries, { format: findReportFormat(path), tool, measure: await loadMeasure() });
    problems.push(...(await writeNamed({ path, text }, { force })));
  }
  return problems;
}

/** The format that a report's file name asks for; another ending is bad usage. */
export function findReportFormat(path: string): ReportFormat {
  const format = formats[extname(path).toLowerCase()];
  return format ?? failUsage(`--report ${path}: the name must end in ${Object.keys(formats).join(' or ')}`);
}

/** Loads what measures text on a terminal. Only columns need it, and it takes a while to load. */
export async function loadMeasure(): Promise<(text: string) => number> {
  return (await import('string-width')).default;
}

/** Renders the text report for a stream, coloured as that stream allows. */
export function renderForStream(
  entries: readonly ReportEntry[],
  stream: { readonly isTTY?: boolean },
  options: ReportOptions & { readonly color: ColorChoice },
): string {
  return renderReport(entries, {
    ...options,
    palette: choosePalette(options.color, stream),
    tool,
  });
}

interface Ending {
  readonly out?: string | undefined;
  readonly report?: readonly string[] | undefined;
  readonly failOn: FailOn;
  readonly force: boolean;
}

/** Ends a command whose product is a report: to the file of `--out`, else to standard output. Gives the exit code. */
export async function conclude(product: string, entries: readonly ReportEntry[], args: Ending): Promise<number> {
  const problems: string[] = [];
  if (args.out === undefined) process.stdout.write(product);
  else problems.push(...(await writeNamed({ path: args.out, text: product }, args)));
  problems.push(...(await writeReports(entries, args.report ?? [], args)));
  complain(problems);
  return decideExitCode({ entries, failed: problems.length > 0 }, args.failOn);
}

/** Writes an output. Gives what failed, in words that name it; nothing where all went well. */
export async function writeNamed(output: Output, { force }: { readonly force: boolean }): Promise<string[]> {
  const problem = await writeOutput(output, { force });
  return problem ? [`${output.path}: not written: ${problem}`] : [];
}

/** Prints lines of talk, unless told to be quiet. */
export function talk(text: string, { quiet }: { readonly quiet: boolean }): void {
  if (!quiet && text !== '') process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Prints what went wrong, quiet or not. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`ionos-pg-migrate: ${line}\n`);
}
