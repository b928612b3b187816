// Writes a file whole or not at all: a temporary file beside it, then a rename. Ours, since write-file-atomic 7 takes a
// short write for a whole one, and on a full disk that leaves half a file in the place of the old.
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What to write, and how it may be read. */
export interface FileContent {
  readonly content: string | Uint8Array;
  /** Permissions of a new file; one that exists keeps its own. */
  readonly mode?: number;
  /** Permissions that no file with this content has beyond, new or not. */
  readonly most?: number;
}

const ownerOnly = 0o600;
const everybody = 0o7777;
/** What a file is created with, but for what the user's umask takes away. */
const usual = 0o666;
let count = 0;

/**
 * Writes a file; `present` tells of one that stands there. That one keeps its owner and its permissions, up to `most`; a
 * link to it stays a link. Nothing is forced to disk: the input is still there, and thousands of files would take three
 * times as long. Throws the system's errors, and then the file is as it was and no temporary file stays.
 */
export function writeFileWhole(
  path: string,
  present: Stats | undefined,
  { content, mode, most = everybody }: FileContent,
): void {
  const place = present ? realpathSync(path) : path;
  const [temporary, file] = openTemporary(dirname(place));
  try {
    try {
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
    if (present) keepOwner(temporary, present);
    const rights = (present?.mode ?? mode ?? usual & ~process.umask()) & most & everybody;
    if (rights !== ownerOnly) chmodSync(temporary, rights);
    renameSync(temporary, place);
  } catch (thrown) {
    removeQuietly(temporary);
    throw thrown;
  }
}

/** A name of its own for every process and write, hidden from searches and short enough; nobody else may read it. */
function openTemporary(folder: string): [path: string, file: number] {
  for (;;) {
    count += 1;
    const path = join(folder, `.ionos-pg-migrate-${process.pid}-${count}.tmp`);
    try {
      return [path, openSync(path, 'wx', ownerOnly)];
    } catch (thrown) {
      // Left by a process that was killed and had the same number.
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
  }
}

/** Gives a file the owner of another, where that is allowed. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  if (process.getuid && (uid !== process.getuid() || gid !== process.getgid?.())) {
    try {
      chownSync(path, uid, gid);
    } catch {
      // Only the administrator may give files away.
    }
  }
}

/** Removes a temporary file; what went wrong before matters more than whether that works. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone, or its folder is no longer writable.
  }
}
