// From paths to translations: finds files, reads them and translates every document. What cannot be read becomes an
// unreadable document of its own, so that reports name it like everything else.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { createTranslator, type Finding, type Format, type ReportEntry, type TranslateOptions } from '../index.js';
import { describeFileError, type InputFile, listFiles, type MissingInput } from './files.js';
import { decode, readText } from './formats.js';
import { findKind } from './kinds.js';
import type { ReadArguments } from './options.js';
import { letSignalsThrough } from './signals.js';
import { readSupply } from './supply.js';
import { checkUsage, failUsage } from './usage.js';

/** A file with what became of its documents. */
export interface TranslatedFile {
  readonly file: InputFile;
  readonly format: Format;
  readonly entries: readonly ReportEntry[];
}

const formats: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** Translates everything that a command line names, or what is piped in where it names nothing. */
export async function translateInputs(args: ReadArguments): Promise<TranslatedFile[]> {
  const options = readTranslateOptions(args);
  // Made here already, so that a wrong option is told before anything is read.
  const named = checkUsage(() => createTranslator(options));
  const found = checkUsage(() => createTranslator({ ...options, foreign: 'skipped' }));
  const translated: TranslatedFile[] = [];
  for (const input of listFiles(choosePaths(args))) {
    const translator = 'reason' in input || input.named ? named : found;
    await letSignalsThrough();
    translated.push(await translateFile(input, args, translator.translateSources));
  }
  return translated;
}

/** The dotted paths whose values came from the environment. */
export function listSecretPaths(args: ReadArguments): readonly string[] {
  return readTranslateOptions(args).secretPaths ?? [];
}

function readTranslateOptions(args: ReadArguments): TranslateOptions {
  const { set = [], setEnv = [], override = [], overrideEnv = [] } = args;
  return {
    ...readSupply({ set, setEnv, override, overrideEnv }, process.env),
    ...(args.kind ? { kind: findKind(args.kind) } : {}),
    ...(args.to ? { to: args.to } : {}),
    ...(args.connection === undefined ? {} : { connection: args.connection }),
    fixNames: args.fixNames,
  };
}

function choosePaths({ paths = [] }: ReadArguments): readonly string[] {
  if (paths.length > 0) return paths;
  if (process.stdin.isTTY) failUsage('name a file or a folder, or pipe documents in');
  return ['-'];
}

type Translate = ReturnType<typeof createTranslator>['translateSources'];

async function translateFile(
  input: InputFile | MissingInput,
  args: ReadArguments,
  translate: Translate,
): Promise<TranslatedFile> {
  if ('reason' in input)
    return describeUnreadable({ name: input.name, relative: input.name, named: true }, input.reason);
  const bytes = await readBytes(input);
  if (typeof bytes === 'string') return describeUnreadable(input, bytes);
  const { text, problem } = decode(bytes);
  if (problem) return describeUnreadable(input, problem.message, problem);
  const { format, documents } = await readText(text, chooseFormat(input, args));
  const translations = translate(documents);
  return {
    file: input,
    format,
    entries: translations.map((translation, index) => ({ source: input.name, index, translation })),
  };
}

/** The bytes of a file, or the reason why there are none. */
async function readBytes({ path }: InputFile): Promise<Uint8Array | string> {
  try {
    return path === undefined ? await readStdin() : readFileSync(path);
  } catch (thrown) {
    return describeFileError(thrown);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function chooseFormat({ path }: InputFile, { inputFormat, ndjson }: ReadArguments): Format | undefined {
  const told = path === undefined ? undefined : formats[extname(path).toLowerCase()];
  return told ?? inputFormat ?? (ndjson ? 'ndjson' : undefined);
}

function describeUnreadable(
  file: InputFile,
  message: string,
  details: Partial<Finding & { code: string }> = {},
): TranslatedFile {
  const finding: Finding = {
    code: `document/source/${details.code ?? 'file'}`,
    rule: 'document/source',
    severity: 'error',
    message: details.message ?? `The file cannot be read: ${message}.`,
    remedy: details.remedy ?? 'Check the path and its permissions.',
    ...(details.at ? { at: details.at } : {}),
  };
  const translation = { kind: 'unknown', status: 'unreadable', changes: [], findings: [finding] } as const;
  return { file, format: 'json', entries: [{ source: file.name, index: 0, translation }] };
}
