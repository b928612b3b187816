// From paths to translations: finds the files a command line names and gives them one after the other, translated.
import {
  type AskedVariables,
  type BaseText,
  type Finding,
  type Format,
  isTerraformText,
  openTranslator,
  type Prepared,
  type ReportEntry,
  type SourceDocument,
  toPrintable,
} from '../../index.js';
import { claimInput, type InputFile, listFiles } from '../files/files.js';
import { letSignalsThrough } from '../files/signals.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { describeRun } from '../talk/describe-run.js';
import { listNamedOutputs, type NamingArguments } from '../talk/named-outputs.js';
import { startProgress } from '../talk/progress.js';
import { keepsAll } from '../talk/report-settings.js';
import { talk } from '../talk/reports.js';
import { watchEntries } from '../talk/run-watch.js';
import { type Around, gatherAround, lookAround } from './around.js';
import { checkKeys } from './keys.js';
import { readSupply } from './supply.js';
import { isForeign, isScriptFile, isUnit, readDocuments, readText, type TranslatedFile } from './translated-file.js';

/** What a command line names, ready to be read. */
export interface Inputs {
  readonly args: ReadArguments & OutputPlace;
  readonly files: readonly InputFile[];
  readonly options: Prepared;
  /** The texts of bases, for other threads. */
  readonly baseTexts: readonly BaseText[];
  /** What there is to say of the run before its documents are read. */
  readonly told: readonly Finding[];
  /** The clusters of the run, for what is about one of them; undefined where nothing looks at its neighbours. */
  readonly around: Around | undefined;
}

/** Where documents go, as far as it matters to reading them. */
interface OutputPlace extends NamingArguments {
  readonly outDir?: string | undefined;
  readonly inPlace?: boolean | undefined;
  /** What the only input is called. */
  readonly source?: string | undefined;
}

/** Finds what a command line names, or takes what is piped in where it names nothing. `--out-dir` is no input. */
export async function openInputs(args: ReadArguments & OutputPlace): Promise<Inputs> {
  // Not for a small file alone, whose translation takes no longer than loading this.
  if (args.ndjson || args.decisions !== undefined) (await import('./memory.js')).keepHeapYoung();
  const { options: asked, baseTexts, told } = await readSupply(args);
  const files = await Promise.all(nameFiles(await listInputs(args), args.source).map((file) => openPiped(file, args)));
  // The sum of a batch shows few places and looks for those; all of them would take as long as the rest.
  const isBatch = files.length > 1 && (args.outDir !== undefined || args.inPlace === true) && !keepsAll(args);
  // A stream may be a part, so its documents know none of the others.
  const around = files.length > 1 && !args.ndjson ? lookAround() : undefined;
  const options: Prepared = {
    ...asked,
    ...(isBatch ? { positions: false } : {}),
    ...(args.ndjson ? { knowsNames: false } : {}),
    ...(around ? { neighbours: around.neighbours } : {}),
  };
  listNamedOutputs(args);
  const inputs = { args, files, options, baseTexts, told, around };
  await checkKeys(options, args.decisions, () => translateEach(inputs));
  return inputs;
}

/** The files that a command line names. */
export function listInputs(args: ReadArguments & OutputPlace): Promise<InputFile[]> {
  return listFiles(choosePaths(args), {
    without: args.outDir === undefined ? [] : [args.outDir],
    exclude: args.exclude,
    onOutside: (path) => talk(`${toPrintable(path)}: not followed: the link leads out of the folder`, args),
  });
}

/** Terraform on standard input is a module of one file, said or seen. */
export async function openPiped(file: InputFile, { inputFormat, ndjson }: ReadArguments): Promise<InputFile> {
  const isOpen = file.path === undefined && !ndjson && (inputFormat === undefined || inputFormat === 'terraform');
  if (!isOpen) return file;
  const read = inputFormat === undefined ? await readText(file) : undefined;
  const isModule = read === undefined || ('text' in read && isTerraformText(read.text));
  return isModule ? { ...file, parts: [{ relative: 'main.tf' }] } : file;
}

/** A name for many would hide which of them is meant. */
function nameFiles(files: readonly InputFile[], source: string | undefined): readonly InputFile[] {
  if (source === undefined) return files;
  if (files.length > 1) failUsage(`--source is the name of one input, and there are ${files.length}`);
  return files.map((file) => ({ ...file, name: source }));
}

/** Translates the files, each when it is asked for. */
export async function* translateEach(inputs: Inputs): AsyncGenerator<TranslatedFile> {
  const progress = startProgress(inputs.args);
  for (const [index, input] of inputs.files.entries()) {
    await letSignalsThrough();
    const file = await translateFile(inputs, input);
    progress.add(file.entries.length, countBlocked(file), (index + 1) / inputs.files.length);
    // Most scripts and modules of a repository have nothing to do with us.
    if (file.entries.length > 0 || !(isScriptFile(input) || isUnit(input)) || isRewritten(file, inputs.args))
      yield file;
  }
  progress.end();
}

/** Translates everything that a command line names, with what there is to say of the run. */
export async function translateInputs(args: ReadArguments): Promise<Pick<Inputs, 'options'> & Translated> {
  const inputs = await openInputs(args);
  const { options } = inputs;
  const files: TranslatedFile[] = [];
  for await (const file of translateEach(inputs)) files.push(file);
  const entries = files.flatMap((file) => file.entries);
  const watch = watchEntries(options, entries);
  const run = [...inputs.told, ...describeRun(watch)];
  return { entries, options, run, asked: watch.asked };
}

/** What became of everything that a command line names. */
interface Translated {
  readonly entries: readonly ReportEntry[];
  /** What there is to say of the run. */
  readonly run: readonly Finding[];
  /** The environment variables that were asked for. */
  readonly asked: AskedVariables;
}

/** Reads and translates a file. */
export async function translateFile(inputs: Inputs, input: InputFile): Promise<TranslatedFile> {
  if (isUnit(input)) return (await import('./modules.js')).translateUnit(inputs, input);
  if (isScriptFile(input)) return (await import('./script.js')).readScript(input);
  const read = await readDocuments(input, inputs.args);
  if ('unreadable' in read) {
    claimInput(input);
    return { file: input, format: 'json', entries: [read.unreadable] };
  }
  const { documents, format, mode, isUnfolded } = read;
  const translate = () => translateSources(inputs, { ...input, format }, documents);
  const entries = translate();
  if (!isForeign(entries)) claimInput(input);
  const isComplete = inputs.around === undefined || (await gatherAround(inputs.around, inputs));
  return { file: input, format, mode, isUnfolded, entries: isComplete ? entries : translate() };
}

/**
 * Translates documents of a file. What is not of the API is an error where it was named outright; what was found in a
 * folder or by a glob is only skipped. A line knows no other, also where it is the only one.
 */
export function translateSources(
  { options }: Inputs,
  { name, named, format }: InputFile & { readonly format?: Format },
  documents: readonly SourceDocument[],
): ReportEntry[] {
  const translator = openTranslator({
    ...options,
    ...(named ? {} : { foreign: 'skipped' }),
    ...(format === 'ndjson' ? { neighbours: undefined } : {}),
  });
  const translations = translator.translateSources(documents, { source: name, tellsId: true });
  return translations.map((translation, index) => ({ source: name, index, translation }));
}

/** Whether a module without clusters changes because of what stands in another one, or goes along to another folder. */
function isRewritten({ module, isBeside }: TranslatedFile, { outDir }: OutputPlace): boolean {
  return module?.texts.some(({ isChanged }) => isChanged || (outDir !== undefined && isBeside)) ?? false;
}

function choosePaths({ paths = [] }: ReadArguments): readonly string[] {
  if (paths.length > 0) return paths;
  if (process.stdin.isTTY) failUsage('name a file or a folder, or pipe documents in');
  return ['-'];
}

function countBlocked({ entries }: TranslatedFile): number {
  return entries.filter(({ translation }) => translation.status === 'blocked').length;
}
