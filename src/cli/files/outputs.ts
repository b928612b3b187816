// Writes outputs: never over something else without being told to, and never over the only copy of an original.
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describeFileError } from './files.js';
import { endOnSignals } from './signals.js';
import { removeQuietly, writeFileWhole } from './write-file.js';

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly text: string;
  /** Permissions of a new file: those of the input it is made of. */
  readonly mode?: number | undefined;
  /** Whether it holds a secret: then only its owner may read it, also where it takes the place of another file. */
  readonly secret?: boolean;
  /** The text of its input where it replaces that; the input is kept as `FILE.v1.bak`. */
  readonly replaces?: string;
}

/** Why an output was not written; undefined when it was, or when the same content is there already. */
export type WriteProblem = string | undefined;

const privateMode = 0o600;
/** An owner who may run a file, or only read it, stays so. */
const ownerRights = 0o700;
const writeBits = 0o222;
const folders = new Set<string>();

/** Writes a file, creating its folder. An existing file is replaced only by `force`, or where it is its own input. */
export function writeOutput(output: Output, { force }: { readonly force: boolean }): WriteProblem {
  try {
    const present = readPresent(output.path);
    if (present?.text === output.text) return undefined;
    const problem = whyNotWritten(output, { present, force });
    if (problem !== undefined) return problem;
    endOnSignals();
    if (output.replaces !== undefined) keepOriginal(output.path);
    return write(output, present?.stats);
  } catch (thrown) {
    return describeFileError(thrown);
  }
}

/** A file that stands where an output is to go. */
export interface Present {
  readonly text: string;
  readonly stats: Stats;
}

/** What stands at a path; undefined where there is nothing. */
export function readPresent(path: string): Present | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { text: readFileSync(path, 'utf8'), stats };
}

function write({ path, text, mode, secret }: Output, present: Stats | undefined): undefined {
  const folder = dirname(path);
  if (!folders.has(folder)) makeFolder(folder);
  folders.add(folder);
  writeFileWhole(path, present, {
    content: text,
    ...(mode === undefined ? {} : { mode: mode & 0o777 }),
    ...(secret ? { mode: privateMode, most: ownerRights } : {}),
  });
}

/** Node's own `recursive` never comes to an end where a system denies a folder as if it were not there, as /proc does. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (thrown) {
    // Another process may have been faster.
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  }
}

/** Why a file would not be written over what is there. */
export function whyNotWritten(
  { path, text, replaces }: Output,
  { present, force }: { readonly present: Present | undefined; readonly force: boolean },
): WriteProblem {
  if (present === undefined || present.text === text) return undefined;
  // Another file, or a link to one, may have taken its place.
  if (replaces !== undefined && present.text !== replaces) return 'it has changed since it was read';
  if (replaces === undefined && !force) return 'it exists and holds something else; --force replaces it';
  if ((present.stats.mode & writeBits) === 0) return 'it is read-only';
  const original = realpathSync(path);
  const backup = backupOf(original);
  const isTaken = lstatSync(backup, { throwIfNoEntry: false }) && !holdsCopy(backup, original);
  return replaces !== undefined && isTaken ? `${backup} exists and holds something else` : undefined;
}

/** Keeps the original as a second name of the same file, which costs nothing and cannot replace an earlier one. */
function keepOriginal(path: string): void {
  const original = realpathSync(path);
  try {
    linkSync(original, backupOf(original));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') copyOriginal(original);
    else if (!holdsCopy(backupOf(original), original)) throw thrown;
  }
}

/** Not every file system has links. */
function copyOriginal(original: string): void {
  const temporary = `${backupOf(original)}.tmp`;
  try {
    copyFileSync(original, temporary);
    copyFileSync(temporary, backupOf(original), constants.COPYFILE_EXCL);
  } finally {
    removeQuietly(temporary);
  }
}

function backupOf(original: string): string {
  return `${original}.v1.bak`;
}

/** So it is after a run that was killed between the two steps. A link keeps nothing: it may lead to the file itself. */
function holdsCopy(backup: string, original: string): boolean {
  return lstatSync(backup).isFile() && readFileSync(backup).equals(readFileSync(original));
}
