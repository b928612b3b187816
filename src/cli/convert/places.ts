// Where the translation of each file goes, and that no two go to one place.
import { dirname, extname, join, resolve } from 'node:path';
import { forms } from '../../index.js';
import { describeClaim, findClaim, identify } from '../files/claims.js';
import type { InputFile } from '../files/files.js';
import { isStateName } from '../files/modules.js';
import { type TranslatedFile, tellFormat } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { listNamedOutputs } from '../talk/named-outputs.js';
import { chooseFormat } from './documents.js';
import { nameDocument } from './file-names.js';

/** The places that outputs go to. */
export interface Places {
  /** What those taken so far are known by, with the name of the input that took each. */
  readonly taken: Map<string, string>;
  /** How many documents of a name have their places, in small letters. */
  readonly counts: Map<string, number>;
  /** The paths of the files whose format is told, which took their places before anything was read. */
  readonly told: Map<InputFile, string>;
}

/** Takes the places of all files whose format is told, so that bad usage is found before anything is written. */
export function takePlaces(files: readonly InputFile[], args: ConvertArguments): Places {
  const places: Places = { taken: new Map(), counts: new Map(), told: new Map() };
  const named = listNamedOutputs(args);
  // Names of documents are known only once these are read; a report does not go over one of them then.
  if (args.outDir === undefined || args.split) return places;
  for (const { words, keys } of named) for (const key of keys) places.taken.set(key, words);
  for (const file of files) {
    const format = tellFormat(file, args);
    if (file.reason !== undefined || format === undefined) continue;
    const path = placeFile({ file, format }, args);
    const reason = takePlace(places, path, file);
    if (reason !== undefined) failUsage(`--out-dir: ${reason}`);
    places.told.set(file, path);
  }
  return places;
}

/** The path of a file's translation, and why it cannot go there. */
export function findPlace(
  places: Places,
  translated: TranslatedFile,
  args: ConvertArguments,
): { readonly path: string; readonly problem?: string | undefined } {
  const told = places.told.get(translated.file);
  if (told !== undefined) return { path: told };
  const path = placeFile(translated, args);
  return { path, problem: args.inPlace ? undefined : takePlace(places, path, translated.file) };
}

/** Takes a place for a file. Gives the reason where it is another's, or that of an input. */
function takePlace({ taken }: Places, path: string, { name, path: input }: InputFile): string | undefined {
  const keys = identify(path);
  if (input !== undefined && identify(input).some((key) => keys.includes(key))) return `${path} is the input itself`;
  const claimed = findClaim(keys);
  if (claimed) return `${path}: ${describeClaim(claimed)}`;
  const rival = keys.map((key) => taken.get(key)).find((found) => found !== undefined);
  if (rival !== undefined && rival !== name) return `${rival} and ${name} would both be written to ${path}`;
  for (const key of keys) taken.set(key, name);
  return undefined;
}

/** The path of a file's translation. The ending stays where the format does. */
function placeFile({ file, format }: Pick<TranslatedFile, 'file' | 'format'>, args: ConvertArguments): string {
  if (args.inPlace && file.path !== undefined) return file.path;
  const chosen = chooseFormat(format, args);
  const relative = nameUnfolded(file);
  const ending = extname(relative);
  // What is written of a state is none.
  const keeps = chosen === format && ending !== '' && !isStateName(relative);
  const stem = relative.slice(0, relative.length - ending.length);
  return join(args.outDir ?? '', keeps ? relative : stem + forms[chosen].endings[0]);
}

/** What is written is not compressed again. */
function nameUnfolded({ relative }: InputFile): string {
  return relative.replace(/\.gz$/i, '');
}

/** The path of one document of a file, which no other document has, also where file systems ignore case. */
export function placeDocument(
  { taken, counts }: Places,
  { file, format, entries }: TranslatedFile,
  { args, index }: { args: ConvertArguments; index: number },
): string {
  const folder = join(args.outDir ?? '', dirname(file.relative));
  const name = nameDocument(entries[index]?.translation, nameUnfolded(file));
  const [ending] = forms[chooseFormat(format, args) === 'yaml' ? 'yaml' : 'json'].endings;
  const wanted = join(folder, name).toLowerCase();
  for (let count = (counts.get(wanted) ?? 0) + 1; ; count += 1) {
    const path = join(folder, count === 1 ? name + ending : `${name}-${count}${ending}`);
    const place = resolve(path).toLowerCase();
    if (taken.has(place)) continue;
    taken.set(place, file.name);
    counts.set(wanted, count);
    return path;
  }
}
