// Finds the files that a glob matches. The glob library is loaded only when a path is one.
import { basename, dirname, relative, sep } from 'node:path';
import { findRealFolder } from './claims.js';
import { type Found, isDocumentName, isModuleName, isStateName } from './folders.js';

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
  const modules = new Set(paths.filter((path) => isModuleName(basename(path))).map((path) => dirname(path)));
  const files = paths
    .filter((path) => namesEnding || (isDocumentName(path) && !(isStateName(path) && modules.has(dirname(path)))))
    .filter((path) => !leftOut.some((folder) => (findRealFolder(dirname(path)) + sep).startsWith(folder)))
    .map((path) => ({ path, relative: relative(fixed, path) }))
    .sort((a, b) => (a.relative < b.relative ? -1 : 1));
  return { files, closed: [], outside: [] };
}

/** The folders before the first segment with a wild card. */
function findFixedPart(pattern: string): string {
  const segments = pattern.split('/');
  const first = segments.findIndex((segment) => magic.test(segment));
  return segments.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}
