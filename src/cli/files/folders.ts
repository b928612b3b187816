// Finds the files below a folder: what may hold documents, and nothing that is hidden or leads out of the folder.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { formOfFile, isScript } from '../../index.js';
import { findRealFolder } from './claims.js';
import { isPartName, isStateName, listParts, type ModulePart } from './modules.js';

/** A file found in a folder. */
export interface FoundFile {
  /** Path to read, beginning with the folder's as it was given. */
  readonly path: string;
  /** Path below the folder. */
  readonly relative: string;
  /** The files of a Terraform module, whose folder it is then. */
  readonly parts?: readonly ModulePart[];
}

/** What a search came to. */
export interface Found {
  readonly files: FoundFile[];
  /** Folders that could not be looked into and links that lead nowhere, with what the system said. */
  readonly closed: { readonly path: string; readonly thrown: unknown }[];
  /** Links that lead out of the folder, which are not followed. */
  readonly outside: string[];
}

interface Search extends Found {
  readonly root: string;
  /** Folders whose content is left out, absolute. */
  readonly without: readonly string[];
  readonly links: FoundFile[];
}

/** Whether a file's name says that it may hold documents. */
export function isDocumentName(name: string): boolean {
  return formOfFile(name) !== undefined || isScript(name);
}

/** Whether a folder or file is left out of every search: hidden ones, and packages. */
function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Lists the files below a folder in the order of their paths. `without` are folders to leave out, such as the output's. */
export function listFolder(root: string, without: readonly string[]): Found {
  const found: Found = { files: [], closed: [], outside: [] };
  const search: Search = { ...found, root, without: without.map(findRealFolder), links: [] };
  addBelow(search, '');
  const { files } = found;
  if (search.links.length > 0) files.push(...chooseLinks(search));
  files.sort((a, b) => (a.relative < b.relative ? -1 : 1));
  return found;
}

function addBelow(search: Search, below: string): void {
  const entries = readEntries(search, below);
  const folder = join(search.root, below);
  const parts = listParts(entries, folder, below);
  if (parts.length > 0) search.files.push({ path: folder, relative: below, parts });
  for (const entry of entries) {
    const isBeside = isPartName(entry.name) || (parts.length > 0 && isStateName(entry.name));
    if (isLeftOut(entry.name) || (isBeside && !entry.isDirectory())) continue;
    const file = { path: join(search.root, below, entry.name), relative: join(below, entry.name) };
    if (entry.isDirectory()) {
      if (!search.without.includes(join(findRealFolder(search.root), file.relative))) addBelow(search, file.relative);
    } else if (isDocumentName(entry.name)) {
      if (entry.isFile()) search.files.push(file);
      else if (entry.isSymbolicLink()) search.links.push(file);
    }
  }
}

function readEntries({ root, closed }: Search, below: string): Dirent[] {
  const path = join(root, below);
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (thrown) {
    closed.push({ path, thrown });
    return [];
  }
}

/** Links to files inside the folder that were not found themselves, as a mounted ConfigMap has them. */
function chooseLinks({ root, links, files, closed, outside }: Search): FoundFile[] {
  const inside = realpathSync(root) + sep;
  const known = new Set(files.flatMap(({ path, parts }) => (parts ? [] : [realpathSync(path)])));
  return links.filter(({ path }) => {
    try {
      if (!statSync(path).isFile()) return false;
    } catch (thrown) {
      closed.push({ path, thrown });
      return false;
    }
    const target = realpathSync(path);
    const isInside = target.startsWith(inside);
    if (!isInside) outside.push(path);
    if (!isInside || known.has(target)) return false;
    known.add(target);
    return true;
  });
}
