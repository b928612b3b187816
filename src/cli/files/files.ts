// Finds the files that paths on the command line name.
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { claim, type Use } from './claims.js';
import { describeFileError } from './errors.js';
import type { Exclusion } from './exclude.js';
import { type Found, listFolder } from './folders.js';
import { listGlob, looksLikeGlob } from './globs.js';
import { isModuleName, type ModulePart, namesPart, openModule } from './modules.js';
import { sizeOfStdin } from './read-file.js';

/** A file to read, standard input, or a path that led to no file. */
export interface InputFile {
  /** The name people know it by; `<stdin>` for standard input. */
  readonly name: string;
  /** Path to read; absent for standard input. */
  readonly path?: string;
  /** Where its translation goes below an output folder. */
  readonly relative: string;
  /** Whether it was named itself, not found in a folder or by a glob. */
  readonly named: boolean;
  /** Why the path led to no file; absent for a file. */
  readonly reason?: string;
  /** The files of a Terraform module, which are read together; its path is that of their folder. */
  readonly parts?: readonly ModulePart[];
}

/** How files are looked for. */
export interface Search {
  /** Folders that no search goes into, such as the output's. */
  readonly without?: readonly string[];
  /** Globs of what is left out, as `.gitignore` has them. */
  readonly exclude?: readonly string[] | undefined;
  /** Hears of links that lead out of a folder. */
  readonly onOutside?: (path: string) => void;
}

/** Standard input as a file. */
export const standardInput: InputFile = { name: '<stdin>', relative: 'stdin', named: true };

/**
 * Lists the files that paths name, in the order of the paths; those in a folder or of a glob by name. A file that several
 * paths lead to is listed once. `-` is standard input.
 */
export async function listFiles(paths: readonly string[], search: Search = {}): Promise<InputFile[]> {
  const { exclude = [] } = search;
  const isExcluded = exclude.length === 0 ? () => false : await (await import('./exclude.js')).openExclusion(exclude);
  const listed = new Map<string, InputFile>();
  for (const path of paths) {
    for (const input of path === '-' ? [standardInput] : await listPath(path, search, isExcluded)) {
      const place = input.path === undefined ? input.name : resolve(input.path);
      const earlier = listed.get(place);
      if (!earlier) listed.set(place, input);
      // Whoever names a file means it, also when a folder led to it before.
      else if (input.named) listed.set(place, { ...earlier, named: true });
    }
  }
  for (const input of listed.values()) claimInput(input, input.named ? 'input' : 'found');
  return [...listed.values()];
}

async function listPath(
  path: string,
  { without = [], onOutside = () => undefined }: Search,
  isExcluded: Exclusion,
): Promise<InputFile[]> {
  const listed = await listAll(path, without, onOutside);
  const kept = listed.flatMap((input) => excludeFrom(input, isExcluded));
  const isSearch = listed.some(({ named }) => !named);
  return kept.length === 0 && isSearch ? [describeMissing(path, '--exclude leaves nothing of it')] : kept;
}

/** What is left of an input; of a module the files that are not left out. */
function excludeFrom(input: InputFile, isExcluded: Exclusion): InputFile[] {
  if (isExcluded(input)) return [];
  if (!input.parts) return [input];
  const parts = input.parts.filter((part) => !isExcluded(part));
  return parts.some((part) => isModuleName(basename(part.relative))) ? [{ ...input, parts }] : [];
}

async function listAll(
  path: string,
  without: readonly string[],
  onOutside: (path: string) => void,
): Promise<InputFile[]> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats && looksLikeGlob(path))
      return describeFound(path, await listGlob(path, without), 'the glob matches no file');
    if (!stats) return [describeMissing(path, 'there is no such file or folder')];
    if (!stats.isDirectory() && namesPart(path)) return [describeModule(dirname(path))];
    if (!stats.isDirectory()) return [{ name: path, path, relative: basename(path), named: true }];
    const found = listFolder(path, without);
    for (const link of found.outside) onOutside(link);
    return describeFound(path, found, 'the folder holds no JSON, YAML, NDJSON or Terraform file');
  } catch (thrown) {
    return [describeMissing(path, describeFileError(thrown))];
  }
}

function describeFound(name: string, { files, closed }: Found, reason: string): InputFile[] {
  if (files.length === 0 && closed.length === 0) return [describeMissing(name, reason)];
  return [
    ...files.map((file) => ({ name: file.path, named: false, ...file })),
    ...closed.map(({ path, thrown }) => describeMissing(path, describeFileError(thrown))),
  ];
}

/** Whoever names a file of a module means the module: what one of its files says is known from the others. */
function describeModule(folder: string): InputFile {
  const parts = openModule(folder);
  if (parts.length === 0) return describeMissing(folder, 'the folder holds no .tf file');
  return { name: folder, path: folder, relative: '', named: true, parts };
}

function describeMissing(path: string, reason: string): InputFile {
  return { name: path, relative: path, named: true, reason };
}

/** Takes note of a file that the run reads. */
export function claimInput({ name, path, reason, parts }: InputFile, use: Use = 'input'): void {
  for (const part of parts ?? []) if (part.path !== undefined) claim(part.path, use);
  if (parts) return;
  if (path !== undefined && reason === undefined) claim(path, use, name);
}

/** The bytes of all files together; undefined where one of them does not tell. */
export function sumSizes(files: readonly InputFile[]): number | undefined {
  let total = 0;
  for (const { path, reason } of files) {
    if (reason !== undefined) continue;
    // What is compressed has any size.
    if (path !== undefined && /\.gz$/i.test(path)) return undefined;
    const size = path === undefined ? sizeOfStdin() : sizeOf(path);
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

/** What cannot be read is told when it is read. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
