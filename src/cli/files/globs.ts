// Finds the files that a glob matches. The glob library is loaded only when a path is one.
import { basename, dirname, join, relative, sep } from 'node:path';
import { findRealFolder } from './claims.js';
import { type Found, type FoundFile, isDocumentName } from './folders.js';
import { isModuleName, isPartName, isStateName, openModule } from './modules.js';

const magic = /[*?[\]{}!()]/;

/** Whether a path that leads to no file can be meant as a glob. */
export function looksLikeGlob(path: string): boolean {
  return magic.test(path);
}

/**
 * Lists the files a glob matches in the order of their paths. A glob that names no ending, such as `payloads/*`, gives
 * only files whose name says that they may hold documents. `without` are folders that no file may be in.
 */
export async function listGlob(pattern: string, without: readonly string[]): Promise<Found> {
  const { globSync } = await import('tinyglobby');
  const fixed = findFixedPart(pattern);
  const paths = globSync(pattern, {
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
    onlyFiles: true,
  });
  const namesEnding = /\.[^*.]+$/.test(basename(pattern));
  const leftOut = without.map((folder) => findRealFolder(folder) + sep);
  const kept = paths.filter(
    (path) => !leftOut.some((folder) => (findRealFolder(dirname(path)) + sep).startsWith(folder)),
  );
  const modules = listModules(kept, fixed);
  const folders = new Set(modules.map(({ path }) => path));
  const files = kept
    .filter((path) => !isPartName(basename(path)))
    .filter((path) => namesEnding || (isDocumentName(path) && !(isStateName(path) && folders.has(dirname(path)))))
    .map((path): FoundFile => ({ path, relative: relative(fixed, path) }));
  files.push(...modules);
  files.sort((a, b) => (a.relative < b.relative ? -1 : 1));
  return { files, closed: [], outside: [] };
}

/** The modules of which a glob matches a file: each is whole, whichever of its files were meant. */
function listModules(paths: readonly string[], fixed: string): FoundFile[] {
  const folders = new Set(paths.filter((path) => isModuleName(basename(path))).map((path) => dirname(path)));
  return [...folders].map((path) => {
    const below = relative(fixed, path);
    const parts = openModule(path).map((part) => ({ ...part, relative: join(below, part.relative) }));
    return { path, relative: below, parts };
  });
}

/** The folders before the first segment with a wild card. */
function findFixedPart(pattern: string): string {
  const segments = pattern.split('/');
  const first = segments.findIndex((segment) => magic.test(segment));
  return segments.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}
