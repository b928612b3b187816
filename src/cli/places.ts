// Where the translation of each file goes, and that no two go to one place.
import { dirname, extname, join, resolve } from 'node:path';
import type { Format } from '../index.js';
import { chooseFormat } from './documents.js';
import { nameDocument } from './file-names.js';
import type { InputFile, MissingInput } from './files.js';
import type { ConvertArguments } from './options.js';
import { type TranslatedFile, tellFormat } from './translated-file.js';
import { failUsage } from './usage.js';

/** The places taken so far, with the name of the input that took each. */
export type Places = Map<string, string>;

const extensions: Readonly<Record<Format, string>> = { json: '.json', yaml: '.yaml', ndjson: '.ndjson' };

/** Takes the places of all files whose format is told, so that bad usage is found before anything is written. */
export function takePlaces(files: readonly (InputFile | MissingInput)[], args: ConvertArguments): Places {
  const places: Places = new Map();
  if (args.outDir === undefined || args.split) return places;
  for (const file of files) {
    const format = 'relative' in file ? tellFormat(file, args) : undefined;
    if (!('relative' in file) || format === undefined) continue;
    const path = placeFile({ file, format }, args);
    const reason = takePlace(places, path, file);
    if (reason !== undefined) failUsage(`--out-dir: ${reason}`);
  }
  return places;
}

/** Takes a place for a file. Gives the reason where it is another's, or the file itself. */
export function takePlace(places: Places, path: string, { name, path: input }: InputFile): string | undefined {
  const place = resolve(path);
  if (input !== undefined && resolve(input) === place) return `${path} is the input itself`;
  const rival = places.get(place);
  if (rival !== undefined && rival !== name) return `${rival} and ${name} would both be written to ${path}`;
  places.set(place, name);
  return undefined;
}

/** The path of a file's translation. The ending stays where the format does. */
export function placeFile({ file, format }: Pick<TranslatedFile, 'file' | 'format'>, args: ConvertArguments): string {
  if (args.inPlace && file.path !== undefined) return file.path;
  const chosen = chooseFormat(format, args);
  const ending = extname(file.relative);
  const keeps = chosen === format && ending !== '';
  const stem = file.relative.slice(0, file.relative.length - ending.length);
  return join(args.outDir ?? '', keeps ? file.relative : stem + extensions[chosen]);
}

/** The path of one document of a file, which no other document has, also where file systems ignore case. */
export function placeDocument(
  places: Places,
  { file, format, entries }: TranslatedFile,
  { args, index }: { args: ConvertArguments; index: number },
): string {
  const folder = join(args.outDir ?? '', dirname(file.relative));
  const name = nameDocument(entries[index]?.translation, file.relative);
  const ending = extensions[chooseFormat(format, args) === 'yaml' ? 'yaml' : 'json'];
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name + ending : `${name}-${count}${ending}`);
    const place = resolve(path).toLowerCase();
    if (places.has(place)) continue;
    places.set(place, file.name);
    return path;
  }
}
