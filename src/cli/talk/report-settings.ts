// What the command line says of reports: formats by file name, the earlier report to compare with, where rules are told.
import {
  isSecretPath,
  type ReportFormat,
  type ReportOptions,
  type RunOption,
  reportFiles,
  type Subject,
} from '../../index.js';
import type { ConvertArguments, ReadArguments, VerifyArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { failUsage, listWords, toKebab } from '../line/usage.js';
import { chooseKnown } from './baseline.js';

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
const writing = [
  'format',
  'emit',
  'omit',
  'source',
  'firstLine',
  'outDir',
  'inPlace',
  'split',
  'dryRun',
  'writeBlocked',
  'force',
] as const;
/** Options whose words supply a v2 path. */
const supplying: ReadonlySet<string> = new Set(['set', 'setEnv', 'override', 'overrideEnv']);

/** The format that a report's file name asks for; another ending is bad usage. */
export function findReportFormat(path: string): ReportFormat {
  const endings = reportFiles.map(({ ending }) => ending);
  return tellFormat(path) ?? failUsage(`--report ${path}: the name must end in ${listWords(endings)}`);
}

/** The format of a command's product: the one asked for, else that of the file it goes to, else text. */
export function chooseProductFormat<F extends string>(
  { format, out }: { readonly format?: F | undefined; readonly out?: string | undefined },
  formats: readonly F[],
): F | 'text' {
  if (format !== undefined) return format;
  const told = out === undefined ? undefined : tellFormat(out);
  const chosen = formats.find((one) => one === told);
  if (told !== undefined && chosen === undefined)
    failUsage(`--out ${out}: this is not written as ${told}; --format takes ${listWords(formats)}`);
  return chosen ?? 'text';
}

function tellFormat(path: string): ReportFormat | undefined {
  const named = reportFiles.filter(({ ending }) => path.toLowerCase().endsWith(ending));
  // `.codequality.json` ends in `.json`, too.
  const [found] = named.sort((a, b) => b.ending.length - a.ending.length);
  return found?.format;
}

/** Whether all documents are wanted at the end, which no thread hands over. */
export function keepsAll({ report, baseline, setBaseline }: ReadArguments): boolean {
  return report !== undefined || baseline !== undefined || setBaseline !== undefined;
}

/** What all reports of a run are made with; `output` says what `convert` writes. A file name that tells no format, or a baseline that is none, is bad usage. */
export function readReportOptions(args: ReadArguments, output: Partial<ConvertArguments> = {}): ReportOptions {
  const { report = [], rulesUrl, csv, failOn, severity } = args;
  if (severity === 'error' && failOn === 'warning')
    failUsage('--severity error would hide warnings that --fail-on warning counts; leave one of them out');
  for (const path of report) findReportFormat(path);
  return {
    options: [
      ...translating.flatMap((name) => writeOption(name, args[name])),
      ...writing.flatMap((name) => writeOption(name, output[name])).map((one) => ({ ...one, isOutput: true as const })),
    ],
    tool: program,
    subject: describeSubject(args),
    root: process.cwd(),
    ...(csv === undefined ? {} : { csv }),
    failOn,
    ...(severity === undefined ? {} : { severity }),
    ...chooseKnown(args),
    ...(rulesUrl === undefined ? {} : { rulesUrl: rulesUrl.split('#', 1)[0] ?? '' }),
  };
}

/** What the reports are on. */
function describeSubject(args: ReadArguments & Partial<VerifyArguments>): Subject {
  const { paths, v1, v2 } = args;
  const date = `${readClock().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (v1 !== undefined && v2 !== undefined) return { what: 'comparison', date, inputs: [v1, v2] };
  return { what: 'translation', date, ...(paths ? { inputs: paths } : {}) };
}

/** The time, or the one that whoever wants the same bytes again gives (reproducible-builds.org). */
function readClock(): Date {
  const given = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  const date = new Date(given * 1000);
  return Number.isNaN(date.getTime()) ? new Date() : date;
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
