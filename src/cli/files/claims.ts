// Which files a run reads and writes, known by what they are (device and number, whatever names and links lead to them) and
// by the folder that they stand in; so that nothing is written over what was read, or over what was written before.
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * What a run does with a file, from what matters least: what a search found may be of somebody else, such as the report of
 * an earlier run, until it turns out to hold documents.
 */
const uses = ['found', 'baseline', 'decisions', 'input', 'output'] as const;

/** One of them. */
export type Use = (typeof uses)[number];

/** A file of the run. */
export interface Claim {
  /** What people know it by. */
  readonly name: string;
  readonly use: Use;
}

const claims = new Map<string, Claim>();
const realFolders = new Map<string, string>();
const ignoresCase: ReadonlySet<string> = new Set<NodeJS.Platform>(['darwin', 'win32']);

/** What a path is known by: what stands there, if anything does, and its place. Two that share one of them are the same file. */
export function identify(path: string): readonly string[] {
  const place = join(findRealFolder(dirname(path)), foldName(basename(path), process.platform));
  const stats = lookUp(path);
  return stats?.isFile() ? [`${stats.dev}:${stats.ino}`, place] : [place];
}

/** What cannot be looked at is told where it is read or written. */
function lookUp(path: string) {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The folder that a path leads to, which may not be there yet. */
export function findRealFolder(path: string): string {
  const folder = resolve(path);
  const known = realFolders.get(folder);
  if (known !== undefined) return known;
  const real = resolveFolder(folder);
  realFolders.set(folder, real);
  return real;
}

function resolveFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(findRealFolder(above), basename(folder));
  }
}

/**
 * A name as the usual file system of a platform tells it from others: macOS and Windows ignore case and the way accents are
 * composed, Windows dots and spaces at the end. Elsewhere it is told only once the file is there.
 */
export function foldName(name: string, platform: NodeJS.Platform): string {
  if (!ignoresCase.has(platform)) return name;
  const folded = name.normalize('NFC').toLowerCase();
  if (platform !== 'win32') return folded;
  let end = folded.length;
  while (end > 0 && '. '.includes(folded.charAt(end - 1))) end -= 1;
  return folded.slice(0, end);
}

/** Takes note of a file; of several uses the one that matters most counts. */
export function claim(path: string, use: Use, name: string = path): void {
  for (const key of identify(path)) {
    const earlier = claims.get(key);
    if (!earlier || uses.indexOf(earlier.use) <= uses.indexOf(use)) claims.set(key, { name, use });
  }
}

/** What the run does with the file that a path leads to; undefined where that is none of its files. */
export function findClaim(keys: readonly string[]): Claim | undefined {
  return keys.map((key) => claims.get(key)).find((found) => found !== undefined);
}

/** Whether a report, or a baseline, may take the place of a file of the run. */
export function isForReports({ use }: Claim): boolean {
  return use === 'found' || use === 'baseline';
}

/** What a file of the run is, in words. */
export function describeClaim({ name, use }: Claim): string {
  if (use === 'output') return `this run has written ${name} there`;
  if (use === 'decisions' || use === 'baseline') return `it holds the ${use} of this run`;
  return `it is ${name}, which this run reads`;
}
