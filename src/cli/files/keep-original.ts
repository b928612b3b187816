// Keeps what a file held before something else takes its place: as a second name of the same file, or else as a copy.
import { linkSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './errors.js';
import { holds, isUnfinished, lookAt, type Standing } from './standing.js';
import { putNew, putOver, writeTemporary } from './write-file.js';

/** What is kept, and under which name. */
export interface Original {
  /** The file, where it stands. */
  readonly standing: Standing;
  /** What it holds. */
  readonly bytes: Uint8Array;
  /** The path to keep it at, in the same folder. */
  readonly backup: string;
  /** Whether a copy is on the disk before this returns. */
  readonly sync: boolean;
}

/** Why a file is left alone that is not what was read; whoever changed it would lose that. */
export const hasChanged = 'it has changed since it was read';

/** Why a backup cannot be made at a path; undefined where nothing stands there, or the same, or a beginning of it. */
export function whyNotKept(backup: string, bytes: Uint8Array): string | undefined {
  return isTaken(lookAt(backup), bytes) ? `${backup} exists and holds something else` : undefined;
}

/** A link keeps nothing: it may lead to the file itself. */
function isTaken(present: Standing | undefined, bytes: Uint8Array): boolean {
  return present !== undefined && (present.isLink || !(holds(present, bytes) || isUnfinished(present, bytes)));
}

/** Keeps a file; an earlier backup is never replaced. Gives why that cannot be; throws what the system says. */
export function keepOriginal(original: Original): string | undefined {
  const { standing, bytes, backup } = original;
  try {
    linkSync(standing.place, backup);
  } catch (thrown) {
    // Not every file system has links, and not every file may have another one.
    return codeOf(thrown) === 'EEXIST' ? keepBeside(original) : keepCopy(original);
  }
  return isTaken(lookAt(backup), bytes) ? hasChanged : undefined;
}

/** Something has the name: the same original, of a run that was killed or that goes on beside this one, or a part of it. */
function keepBeside(original: Original): string | undefined {
  const { bytes, backup } = original;
  const present = lookAt(backup);
  if (!present) return keepOriginal(original);
  if (isTaken(present, bytes)) return whyNotKept(backup, bytes);
  if (!holds(present, bytes)) putOver(copyOriginal(original), backup);
  return undefined;
}

function keepCopy(original: Original): string | undefined {
  try {
    putNew(copyOriginal(original), original.backup);
    return undefined;
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
    return keepBeside(original);
  }
}

/** What was read is what is kept, whatever has become of the file since. */
function copyOriginal({ standing: { place, stats }, bytes, sync }: Original): string {
  const { mode, atimeMs, mtimeMs } = stats;
  return writeTemporary(dirname(place), {
    content: bytes,
    rights: mode,
    owner: stats,
    times: { atime: atimeMs / 1000, mtime: mtimeMs / 1000 },
    sync,
  });
}
