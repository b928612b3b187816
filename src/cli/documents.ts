// What `convert` writes: which value of a translation, in which format, to which file.
import { extname, join, resolve } from 'node:path';
import type { Format, ReportEntry, Translation } from '../index.js';
import { renderText } from './formats.js';
import type { TranslatedFile } from './inputs.js';
import type { ConvertArguments } from './options.js';
import type { Output } from './outputs.js';
import { failUsage } from './usage.js';

/** The files to write, and the input files that are left alone, with the reason. */
export interface FilePlan {
  readonly outputs: readonly Output[];
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

const extensions: Readonly<Record<Format, string>> = { json: '.json', yaml: '.yaml', ndjson: '.ndjson' };

/** Renders the documents of all files as one text, in the format of the first where none is asked for. */
export function renderTogether(files: readonly TranslatedFile[], args: ConvertArguments): Promise<string> {
  const format = chooseFormat(files[0]?.format ?? 'json', args);
  const sameFormat = files.every((file) => file.format === format);
  return renderEntries(
    files.flatMap((file) => file.entries),
    { args, format, sameFormat },
  );
}

/** Plans a file for each file below a folder. Two inputs for one output, or an output over its input, is bad usage. */
export async function planFiles(
  files: readonly TranslatedFile[],
  folder: string,
  args: ConvertArguments,
): Promise<FilePlan> {
  const outputs = new Map<string, Output>();
  const left: { name: string; reason: string }[] = [];
  for (const file of files) {
    const reason = whyLeft(file.entries, args);
    if (reason !== undefined) {
      left.push({ name: file.file.name, reason });
      continue;
    }
    const output = await renderFile(file, folder, args);
    checkPlace(output, outputs);
    outputs.set(resolve(output.path), output);
  }
  return { outputs: [...outputs.values()], left };
}

async function renderFile(
  { file, format, entries }: TranslatedFile,
  folder: string,
  args: ConvertArguments,
): Promise<Output> {
  const chosen = chooseFormat(format, args);
  const sameFormat = chosen === format;
  const ending = extname(file.relative);
  const name =
    sameFormat && ending !== ''
      ? file.relative
      : file.relative.slice(0, file.relative.length - ending.length) + extensions[chosen];
  const text = await renderEntries(entries, { args, format: chosen, sameFormat });
  return { path: join(folder, name), text, ...(file.path === undefined ? {} : { like: file.path }) };
}

function checkPlace(output: Output, outputs: ReadonlyMap<string, Output>): void {
  const place = resolve(output.path);
  const rival = outputs.get(place);
  if (rival) failUsage(`--out-dir: ${rival.like} and ${output.like} would both be written to ${output.path}`);
  if (output.like !== undefined && resolve(output.like) === place)
    failUsage(`--out-dir: ${output.path} is the input itself`);
}

/** Why a file is not written: what is blocked would be lost from it, or it holds nothing of ours. */
function whyLeft(entries: readonly ReportEntry[], { emit, writeBlocked }: ConvertArguments): string | undefined {
  const count = (status: string) => entries.filter(({ translation }) => translation.status === status).length;
  if (count('unreadable') > 0) return 'it cannot be read';
  if (emit === 'result') return undefined;
  const blocked = count('blocked');
  if (blocked > 0 && !writeBlocked) return `${blocked} of its ${entries.length} documents blocked`;
  return entries.every(({ translation }) => documentOf(translation) === undefined)
    ? 'it holds no document of the API'
    : undefined;
}

interface Rendering {
  readonly args: ConvertArguments;
  readonly format: Format;
  readonly sameFormat: boolean;
}

function renderEntries(entries: readonly ReportEntry[], { args, format, sameFormat }: Rendering): Promise<string> {
  const translations = entries.map(({ translation }) =>
    args.writeBlocked ? withPartial(translation) : translation,
  ) as Translation[];
  if (args.emit === 'body') return renderText(translations, format, { sameFormat });
  const sources = new Map(entries.map(({ source }, index) => [translations[index], source]));
  const pick =
    args.emit === 'request'
      ? describeRequest
      : (translation: Translation) => describeResult(translation, sources.get(translation) ?? '');
  return renderText(translations, format, { sameFormat, pick });
}

/** What could be translated of a blocked document takes the place of a document. */
function withPartial(translation: ReportEntry['translation']): ReportEntry['translation'] {
  if (translation.status !== 'blocked' || translation.partial === undefined) return translation;
  return { ...translation, document: translation.partial } as unknown as ReportEntry['translation'];
}

function documentOf(translation: ReportEntry['translation']): unknown {
  return translation.document ?? ('partial' in translation ? translation.partial : undefined);
}

function describeRequest(translation: Translation): unknown {
  const { document } = translation;
  if (document === undefined || !('request' in translation) || !translation.request) return undefined;
  return { ...translation.request, body: document };
}

function describeResult(translation: Translation, source: string): unknown {
  const { kind, status, document, changes, findings } = translation;
  const target = 'target' in translation ? translation.target : undefined;
  const request = 'request' in translation ? translation.request : undefined;
  return { source, kind, target, status, request, document, changes, findings };
}

function chooseFormat(format: Format, { ndjson, format: asked }: ConvertArguments): Format {
  return ndjson ? 'ndjson' : (asked ?? format);
}
