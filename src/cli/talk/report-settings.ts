// What the command line says of reports: formats by file name, the earlier report to compare with, where rules are told.
import { extname } from 'node:path';
import { type ReportFormat, type ReportOptions, reportFiles } from '../../index.js';
import { readFileOr } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { failUsage, toKebab } from '../line/usage.js';

/** What documents are read and translated by, besides what is supplied: a command line is not complete without. */
const repeated = ['kind', 'to', 'base', 'id', 'location', 'databases', 'decisions', 'connection', 'fixNames'] as const;

/** The format that a report's file name asks for; another ending is bad usage. */
export function findReportFormat(path: string): ReportFormat {
  const found = reportFiles.find(({ ending }) => ending === extname(path).toLowerCase());
  const endings = reportFiles.map(({ ending }) => ending);
  return found?.format ?? failUsage(`--report ${path}: the name must end in ${listWords(endings)}`);
}

/** What all reports of a run are made with. A file name that tells no format, or a baseline that is no JSON report, is bad usage. */
export function readReportOptions(args: ReadArguments): ReportOptions {
  const { report = [], baseline, rulesUrl, csv } = args;
  for (const path of report) findReportFormat(path);
  return {
    options: repeated.flatMap((name) => writeOption(name, args[name])),
    tool: program,
    root: process.cwd(),
    csv,
    ...(baseline === undefined ? {} : { baseline: readBaseline(baseline) }),
    ...(rulesUrl === undefined ? {} : { rulesUrl: rulesUrl.replace(/#.*$/, '') }),
  };
}

/** An option as the words of a command line; none where it was not given. */
function writeOption(name: string, value: string | number | boolean | readonly string[] | undefined): string[] {
  const option = `--${toKebab(name)}`;
  if (value === undefined || value === false) return [];
  if (value === true) return [option];
  return (Array.isArray(value) ? value : [value]).flatMap((one) => [option, String(one)]);
}

/** The fingerprints of all findings of an earlier JSON report. */
function readBaseline(path: string): ReadonlySet<string> {
  const found = new Set<string>();
  const report = parseBaseline(path) as Partial<Record<'reportVersion' | 'entries', unknown>> | null;
  if (report?.reportVersion !== 1 || !Array.isArray(report.entries)) failBaseline(path, 'it is no JSON report');
  for (const entry of report.entries as readonly (Readonly<Record<string, unknown>> | null)[]) {
    const findings = entry?.['findings'];
    if (!Array.isArray(findings)) failBaseline(path, 'its entries have no findings');
    for (const finding of findings) {
      if (typeof finding?.fingerprint !== 'string') failBaseline(path, 'its findings have no fingerprint');
      found.add(finding.fingerprint);
    }
  }
  return found;
}

function parseBaseline(path: string): unknown {
  const bytes = readFileOr(path, (reason) => failBaseline(path, reason));
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return failBaseline(path, 'it is no JSON report');
  }
}

function failBaseline(path: string, reason: string): never {
  failUsage(`--baseline ${path}: ${reason}; audit --format json --out FILE writes one`);
}

function listWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
