// Writes outputs, each in the same steps: a temporary file, the original kept, a last look, and then its place.
import { mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { claim } from './claims.js';
import { codeOf, describeFileError } from './errors.js';
import { hasChanged, keepOriginal } from './keep-original.js';
import { findPresent, type Output, type WriteOptions, type WriteProblem, whyNotWritten } from './outputs.js';
import { endOnSignals } from './signals.js';
import { holds, lookAt, type Standing } from './standing.js';
import { putNew, putOver, removeQuietly, syncFolder, writeTemporary } from './write-file.js';

const privateMode = 0o600;
/** An owner who may run a file, or only read it, stays so. */
const ownerRights = 0o700;
const everybody = 0o7777;
/** What a file is created with, but for what the user's umask takes away. */
const usual = 0o666;
const folders = new Set<string>();
const unsynced = new Set<string>();

/** How often an output is tried where other runs are faster. */
const most = 5;

/** Writes a file, creating its folder. An existing file is replaced only by `force`, or where it is its own input. */
export function writeOutput(output: Output, options: WriteOptions): WriteProblem {
  for (let tries = 1; ; tries += 1) {
    try {
      const problem = judgeAndWrite(output, options);
      // Another run may have written the same while this one looked.
      if (problem !== undefined && !(problem === hasChanged && isThere(output))) return problem;
      claim(output.path, 'output');
      return undefined;
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST' || tries === most) return describeFileError(thrown);
    }
  }
}

function isThere(output: Output): boolean {
  const present = findPresent(output);
  return present !== undefined && holds(present, Buffer.from(output.text));
}

function judgeAndWrite(output: Output, { force, noSync }: WriteOptions): WriteProblem {
  const present = findPresent(output);
  const content = Buffer.from(output.text);
  if (present && holds(present, content)) return undefined;
  const problem = whyNotWritten(output, { present, force });
  if (problem !== undefined) return problem;
  endOnSignals();
  return write({ output, present, content, sync: output.replaces !== undefined && !noSync });
}

interface Writing {
  readonly output: Output;
  readonly present: Standing | undefined;
  readonly content: Buffer;
  readonly sync: boolean;
}

function write(writing: Writing): WriteProblem {
  const { output, present, content, sync } = writing;
  const place = present?.place ?? output.path;
  const folder = dirname(place);
  if (!folders.has(folder)) makeFolder(folder);
  folders.add(folder);
  // A link that goes hands nothing on of what it led to.
  const owner = present?.isLink ? undefined : present?.stats;
  const temporary = writeTemporary(folder, { content, rights: chooseRights(output, owner), owner, sync });
  const problem = secure(writing, temporary);
  if (problem === undefined && sync) unsynced.add(folder);
  return problem;
}

/** Puts a written file in its place, once what stands there is kept. `EEXIST`: something has come to stand there. */
function secure({ output: { path, replaces }, present, sync }: Writing, temporary: string): WriteProblem {
  try {
    if (!present) return putNew(temporary, path);
    if (replaces?.text !== undefined) {
      const bytes = Buffer.from(replaces.text);
      const backup = replaces.backup?.(present.place, bytes);
      const problem = backup === undefined ? undefined : keepOriginal({ standing: present, bytes, backup, sync });
      if (problem !== undefined) return leave(temporary, problem);
      if (sync) syncFolder(dirname(present.place));
      // Another run may have been faster, or a person.
      const now = lookAt(present.place);
      if (!now || now.isLink || !holds(now, bytes)) return leave(temporary, hasChanged);
    }
    return putOver(temporary, present.place);
  } catch (thrown) {
    removeQuietly(temporary);
    throw thrown;
  }
}

function leave(temporary: string, problem: WriteProblem): WriteProblem {
  removeQuietly(temporary);
  return problem;
}

/** An existing file keeps its permissions, a new one has those of its input; with a secret neither is for others. */
function chooseRights({ mode, secret }: Output, present: Stats | undefined): number {
  if (secret) return present ? present.mode & ownerRights : privateMode;
  return (present?.mode ?? (mode === undefined ? usual & ~process.umask() : mode & 0o777)) & everybody;
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
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
  }
}

/**
 * Has the disk remember which files took the place of others, once for each folder, at the end of a run. Gives what
 * failed, in words: there a power cut may bring an original back, which is still whole.
 */
export function syncOutputs(): string[] {
  const problems: string[] = [];
  for (const folder of unsynced) {
    try {
      syncFolder(folder);
    } catch (thrown) {
      problems.push(`${folder}: not known to be on the disk: ${describeFileError(thrown)}`);
    }
  }
  unsynced.clear();
  return problems;
}
