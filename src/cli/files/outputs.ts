// What an output is, and whether it may be written: never over something else without being told to, and never over the
// only copy of an original.
import { describeClaim, findClaim, identify, isForReports } from './claims.js';
import { hasChanged, whyNotKept } from './keep-original.js';
import { holds, isUnfinished, lookAt, type Standing } from './standing.js';

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly text: string;
  /** Permissions of a new file: those of the input it is made of. */
  readonly mode?: number | undefined;
  /** Whether it holds a secret: then only its owner may read it, also where it takes the place of another file. */
  readonly secret?: boolean;
  /** Whether it is a report or a baseline, which takes the place of an earlier one. */
  readonly isReport?: true;
  /** What it takes the place of: the file that it was made of, which is the only copy of what it says. */
  readonly replaces?: Replaced;
}

/** A file that another takes the place of. */
export interface Replaced {
  /** What was read of it: it is replaced only while it holds that. Undefined where there was none. */
  readonly text: string | undefined;
  /** Gives the path that it is kept at; left out where it is kept elsewhere, as by a version control. */
  readonly backup?: (place: string, bytes: Uint8Array) => string;
}

/** How files are written. */
export interface WriteOptions {
  /** Whether files that exist are replaced. */
  readonly force: boolean;
  /** Whether what takes the place of an only copy is left to the system to write to the disk when it likes. */
  readonly noSync?: boolean;
}

/** Why an output was not written; undefined when it was, or when the same content is there already. */
export type WriteProblem = string | undefined;

const writeBits = 0o222;

/** What stands where an output is to go. Whoever names a link as input means the file; a link in the place of an output goes. */
export function findPresent({ path, replaces }: Output): Standing | undefined {
  return lookAt(path, { follows: replaces !== undefined });
}

/** Why a file would not be written over what is there. */
export function whyNotWritten(
  { path, text, replaces, isReport }: Output,
  { present, force }: { readonly present: Standing | undefined; readonly force: boolean },
): WriteProblem {
  if (present === undefined) return replaces?.text === undefined ? undefined : 'it is gone since it was read';
  const { stats, isLink, place } = present;
  if (stats.isDirectory()) return 'it is a folder';
  if (stats.isSymbolicLink()) return force && !replaces ? undefined : 'it is a link that leads nowhere';
  if (!stats.isFile()) return 'it is a device or a pipe, and only files are written';
  const claimed = replaces ? undefined : findClaim(identify(path));
  if (claimed && !(isReport && isForReports(claimed))) return describeClaim(claimed);
  const content = Buffer.from(text);
  if (holds(present, content)) return undefined;
  const original = replaces?.text === undefined ? undefined : Buffer.from(replaces.text);
  // Another file, or a link to one, may have taken its place.
  if (replaces && !(original && holds(present, original))) return hasChanged;
  if (!replaces && !force && !isUnfinished(present, content))
    return 'it exists and holds something else; --force replaces it';
  if (!isLink && (stats.mode & writeBits) === 0) return 'it is read-only';
  return replaces?.backup && original ? whyNotKept(replaces.backup(place, original), original) : undefined;
}
