// Reports on a run: to a file for programs and people, and to standard error for whoever is watching.
import { extname } from 'node:path';
import stringWidth from 'string-width';
import { type ReportEntry, type ReportFormat, type ReportOptions, renderReport } from '../index.js';
import { type ColorChoice, choosePalette } from './colors.js';
import { writeOutput } from './outputs.js';
import { failUsage } from './usage.js';
import { version } from './version.js';

/** The program, as reports name it. */
export const tool = { name: 'ionos-pg-migrate', version } as const;

/** Parts of a text report. */
export type Sections = NonNullable<ReportOptions['sections']>;

const formats: Readonly<Record<string, ReportFormat>> = { '.txt': 'text', '.json': 'json' };

/** Writes the reports that `--report` asks for. Gives what could not be written, in words. */
export function writeReports(
  entries: readonly ReportEntry[],
  paths: readonly string[],
  { force }: { readonly force: boolean },
): string[] {
  const problems: string[] = [];
  for (const path of paths) {
    const text = renderReport(entries, { format: findReportFormat(path), tool });
    const problem = writeOutput({ path, text }, { force });
    if (problem) problems.push(`${path}: not written: ${problem}`);
  }
  return problems;
}

/** The format that a report's file name asks for; another ending is bad usage. */
export function findReportFormat(path: string): ReportFormat {
  const format = formats[extname(path).toLowerCase()];
  return format ?? failUsage(`--report ${path}: the name must end in ${Object.keys(formats).join(' or ')}`);
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
    measure: stringWidth,
    tool,
  });
}

/** Puts a product where it belongs: to the file of `--out`, else to standard output. Gives what failed, in words. */
export function printProduct(
  text: string,
  { out, force }: { readonly out?: string | undefined; readonly force: boolean },
): string[] {
  if (out === undefined) {
    process.stdout.write(text);
    return [];
  }
  const problem = writeOutput({ path: out, text }, { force });
  return problem ? [`${out}: not written: ${problem}`] : [];
}

/** Prints lines of talk, unless told to be quiet. */
export function talk(text: string, { quiet }: { readonly quiet: boolean }): void {
  if (!quiet && text !== '') process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Prints what went wrong, quiet or not. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`ionos-pg-migrate: ${line}\n`);
}
