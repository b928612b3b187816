// Terraform modules: all folders of a run are read at once, since one calls the other, and each becomes a unit of its own.
import { existsSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { type Prepared, type ReportEntry, readJson } from '../../index.js';
import type { ComparedModules, ModuleFile, ModuleOutcome, ModuleText, StateInstance } from '../../terraform.js';
import { claimInput, type InputFile } from '../files/files.js';
import { namesPart } from '../files/modules.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import {
  describeUnreadable,
  isUnit,
  readText,
  type TranslatedFile,
  type Unit,
  type WrittenText,
} from './translated-file.js';

interface ReadPart {
  readonly path: string;
  readonly relative: string;
  /** What the module knows it by. */
  readonly key: string;
  readonly text: string;
  readonly mode: number | undefined;
}

interface ReadUnit {
  readonly input: Unit;
  readonly parts: readonly ReadPart[];
  /** What stands for files that could not be read. */
  readonly unreadable: readonly ReportEntry[];
  /** What the state beside the files holds. */
  readonly stored: readonly StateInstance[] | undefined;
}

/** A run, as far as modules are concerned. */
export interface ModuleRun {
  readonly files: readonly InputFile[];
  readonly options: Prepared;
  readonly args: ReadArguments;
}

const stateName = 'terraform.tfstate';
const translated = new WeakMap<ModuleRun, Promise<ReadonlyMap<InputFile, TranslatedFile>>>();

/** What became of a module; those of a run are translated together, once. */
export async function translateUnit(run: ModuleRun, input: InputFile): Promise<TranslatedFile> {
  const known = translated.get(run) ?? translateUnits(run);
  translated.set(run, known);
  const file = (await known).get(input);
  return file ?? { file: input, format: 'json', entries: [] };
}

async function translateUnits({ files, options, args }: ModuleRun): Promise<Map<InputFile, TranslatedFile>> {
  const { translateModules } = await import('../../terraform.js');
  const { units, sources, states } = await readUnits(files, args);
  const outcome = translateModules(sources, options, states);
  const isAnyWritten = outcome.modules.some(({ files: texts }) => texts.some(({ isChanged }) => isChanged));
  return new Map(units.map((unit) => [unit.input, { ...gatherUnit(unit, outcome), isBeside: isAnyWritten }]));
}

/** The modules of a run with their texts, and the states of root modules by folder. */
interface ReadUnits {
  readonly units: readonly ReadUnit[];
  readonly sources: readonly ModuleFile[];
  readonly states: ModuleStates;
}

async function readUnits(files: readonly InputFile[], args: ReadArguments): Promise<ReadUnits> {
  const units: ReadUnit[] = [];
  for (const input of files) if (isUnit(input)) units.push(await readUnit(input, args.state !== undefined));
  const states = await readStates(units, args);
  const sources = units.flatMap(({ parts }) => parts.map(({ key, text }): ModuleFile => ({ path: key, text })));
  return { units, sources, states };
}

/** The modules of one side of a comparison, and what stands for files that could not be read. */
export interface ModuleSide {
  readonly modules: ComparedModules;
  readonly unreadable: readonly ReportEntry[];
}

/** Reads the modules among the files that a path led to. */
export async function readModuleSide(
  path: string,
  files: readonly InputFile[],
  args: ReadArguments,
): Promise<ModuleSide> {
  const { units, sources, states } = await readUnits(files, args);
  const folder = folderKey(namesPart(path) ? dirname(path) : path);
  return { modules: { files: sources, states, folder }, unreadable: units.flatMap(({ unreadable }) => unreadable) };
}

/** Reads the files of a module, and where it is not elsewhere the state beside them. */
async function readUnit(input: Unit, isElsewhere: boolean): Promise<ReadUnit> {
  const parts: ReadPart[] = [];
  const unreadable: ReportEntry[] = [];
  for (const { path, relative } of input.parts) {
    const file = { relative, named: input.named };
    const read = await readText(path === undefined ? { ...file, name: input.name } : { ...file, name: path, path });
    if ('unreadable' in read) unreadable.push(read.unreadable);
    else
      parts.push({
        path: path ?? input.name,
        relative,
        key: toKey(path ?? relative),
        text: read.text,
        mode: read.mode,
      });
  }
  const state = input.path === undefined ? undefined : join(input.path, stateName);
  const read = state !== undefined && !isElsewhere && existsSync(state) ? await readState(state) : undefined;
  if (typeof read === 'string') unreadable.push(describeUnreadable(state ?? '', read.replace(/\.$/, '')));
  return { input, parts, unreadable, stored: typeof read === 'string' ? undefined : read };
}

/** A path as modules know it: without detours, with forward slashes. */
function toKey(path: string): string {
  return normalize(path).split(sep).join('/');
}

/** The states of root modules by folder: what `--state` names, else what Terraform itself would read there. */
async function readStates(units: readonly ReadUnit[], { state }: ReadArguments): Promise<ModuleStates> {
  if (state === undefined)
    return new Map(units.flatMap(({ input, stored }) => (stored ? [[folderKey(input.path ?? ''), stored]] : [])));
  const root = chooseRoot(units.map(({ input }) => input.path ?? ''));
  const read = await readState(state);
  if (typeof read === 'string') failUsage(`--state ${state}: ${read}`);
  return new Map([[folderKey(root), read]]);
}

type ModuleStates = Map<string, readonly StateInstance[]>;

/** The folder that all others lie in. */
function chooseRoot(folders: readonly string[]): string {
  const keys = folders.map((folder) => folderKey(folder));
  const at = keys.findIndex((key) => keys.every((other) => other === key || key === '' || other.startsWith(`${key}/`)));
  const [root] = at === -1 ? [] : [folders[at]];
  return root ?? failUsage(`--state is of one root module, and there are several: ${folders.join(', ')}; name one`);
}

/** The folder of a module as its files tell it. */
function folderKey(folder: string): string {
  const key = toKey(join(folder, 'x'));
  return key === 'x' ? '' : dirname(key);
}

/** The instances of a state, or why there are none. */
async function readState(path: string): Promise<readonly StateInstance[] | string> {
  const { isState, listInstances } = await import('../../terraform.js');
  const input = { name: path, path, relative: path, named: true };
  const read = await readText(input);
  if ('unreadable' in read) return read.unreadable.translation.findings[0]?.message ?? '';
  const { value } = readJson(read.text);
  if (!isState(value)) return 'it is no Terraform state of version 4, nor what terraform show -json prints of one';
  claimInput(input);
  return listInstances(value);
}

function gatherUnit({ input, parts, unreadable }: ReadUnit, { translations, modules }: ModuleOutcome): TranslatedFile {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const own = translations.filter(({ source }) => byKey.has(source));
  const entries = own.map(({ source, translation }, index): ReportEntry => {
    return { source: byKey.get(source)?.path ?? source, index, translation };
  });
  const written = modules.filter(({ files }) => files.some(({ path }) => byKey.has(path)));
  const texts = written.flatMap(({ files }) => files.flatMap((file) => describeText(file, byKey.get(file.path))));
  const isBlocked = unreadable.length > 0 || written.some((module) => module.isBlocked);
  return { file: input, format: 'json', entries: [...unreadable, ...entries], module: { isBlocked, texts } };
}

function describeText({ text, isChanged }: ModuleText, part: ReadPart | undefined): WrittenText[] {
  if (!part) return [];
  const { path, relative, mode } = part;
  return [{ path, relative, before: part.text, text, isChanged, mode }];
}
