// What the command line says of reports: formats by file name, the earlier report to compare with, where rules are told.
import { isSecretPath, type ReportFormat, type ReportOptions, type RunOption, reportFiles } from '../../index.js';
import { readFileOr } from '../files/files.js';
import type { ConvertArguments, ReadArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { failUsage, toKebab } from '../line/usage.js';

/** What documents are read and translated by: a command line is not complete without. */
const translating = [
  ...([
    'inputFormat',
    'ndjson',
    'kind',
    'to',
    'base',
    'id',
    'location',
    'databases',
    'decisions',
    'connection',
  ] as const),
  ...(['fixNames', 'set', 'setEnv', 'override', 'overrideEnv'] as const),
];
/** What `convert` writes, and where. */
const writing = ['format', 'emit', 'outDir', 'inPlace', 'split', 'dryRun', 'writeBlocked', 'force'] as const;
/** Options whose words supply a v2 path. */
const supplying: ReadonlySet<string> = new Set(['set', 'setEnv', 'override', 'overrideEnv']);

/** The format that a report's file name asks for; another ending is bad usage. */
export function findReportFormat(path: string): ReportFormat {
  const named = reportFiles.filter(({ ending }) => path.toLowerCase().endsWith(ending));
  // `.codequality.json` ends in `.json`, too.
  const [found] = named.sort((a, b) => b.ending.length - a.ending.length);
  const endings = reportFiles.map(({ ending }) => ending);
  return found?.format ?? failUsage(`--report ${path}: the name must end in ${listWords(endings)}`);
}

/** What all reports of a run are made with; `output` says what `convert` writes. A file name that tells no format, or a baseline that is no JSON report, is bad usage. */
export function readReportOptions(args: ReadArguments, output: Partial<ConvertArguments> = {}): ReportOptions {
  const { report = [], baseline, rulesUrl, csv, failOn, severity } = args;
  if (severity === 'error' && failOn === 'warning')
    failUsage('--severity error would hide warnings that --fail-on warning counts; leave one of them out');
  for (const path of report) findReportFormat(path);
  return {
    options: [
      ...translating.flatMap((name) => writeOption(name, args[name])),
      ...writing.flatMap((name) => writeOption(name, output[name])).map((one) => ({ ...one, isOutput: true as const })),
    ],
    tool: program,
    root: process.cwd(),
    ...(csv === undefined ? {} : { csv }),
    failOn,
    ...(severity === undefined ? {} : { severity }),
    ...(baseline === undefined ? {} : { baseline: readBaseline(baseline) }),
    ...(rulesUrl === undefined ? {} : { rulesUrl: rulesUrl.split('#', 1)[0] ?? '' }),
  };
}

/** An option as it stands on a command line; none where it was not given. */
function writeOption(name: string, value: string | number | boolean | readonly string[] | undefined): RunOption[] {
  const option = `--${toKebab(name)}`;
  if (value === undefined || value === false) return [];
  if (value === true) return [{ words: [option] }];
  if (name === 'location') return [{ words: [option, String(value)], path: name }];
  const words = (Array.isArray(value) ? value : [value]).map(String);
  return words.map((word) => (supplying.has(name) ? writeSupply(option, word) : { words: [option, word] }));
}

/** A secret is named by a variable, whatever way it was given. */
function writeSupply(option: string, word: string): RunOption {
  const path = word.slice(0, word.indexOf('='));
  const isTyped = isSecretPath(path.split('.')) && !option.endsWith('-env');
  return { words: isTyped ? [`${option}-env`, `${path}=NAME`] : [option, word], path };
}

/** The fingerprints of all findings of an earlier JSON report. */
function readBaseline(path: string): ReadonlySet<string> {
  const found = new Set<string>();
  const report = parseBaseline(path) as Partial<Record<'reportVersion' | 'entries' | 'run', unknown>> | null;
  if (report?.reportVersion !== 1 || !Array.isArray(report.entries)) failBaseline(path, 'it is no JSON report');
  // What was said of the run stands beside the documents; earlier reports lack it.
  const lists = [...(report.entries as readonly ({ findings?: unknown } | null)[]), { findings: report.run ?? [] }];
  for (const entry of lists) {
    const findings = entry?.findings;
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
