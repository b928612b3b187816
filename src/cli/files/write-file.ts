// The one way to write a file: whole into a temporary one beside it, then to its place, over what stands there or only
// where nothing does. Which libraries were tried, and why this is ours: README.md, "How files are written".
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.js';

/** What to write, and what the file is to be like. */
export interface FileContent {
  readonly content: Uint8Array;
  /** Its permissions. Until it is whole, nobody but the owner may read it. */
  readonly rights: number;
  /** Whose it is; left out, it is ours. Only the administrator may give files away. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
  /** When it was read and changed last, in seconds; left out, now. */
  readonly times?: { readonly atime: number; readonly mtime: number } | undefined;
  /** Whether it is on the disk before this returns. */
  readonly sync: boolean;
}

const ownerOnly = 0o600;
const permissions = 0o7777;
/** Windows has no `O_NOFOLLOW`; there as everywhere a name that is taken, be it by a link, is refused. */
const onlyNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
/** What a system says where it has no such thing. */
const unsupported: ReadonlySet<string | undefined> = new Set(['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Writes a temporary file into a folder and gives its path. Throws the system's errors, and then nothing stays. */
export function writeTemporary(folder: string, { content, rights, owner, times, sync }: FileContent): string {
  const [path, file] = openTemporary(folder);
  try {
    try {
      writeFileSync(file, content);
      const kept = owner && !keepOwner(file, owner) ? withoutGroup(rights) : rights & permissions;
      if (kept !== ownerOnly) tryOn(() => fchmodSync(file, kept));
      if (times) tryOn(() => futimesSync(file, times.atime, times.mtime));
      if (sync) tryOn(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    removeQuietly(path);
    throw thrown;
  }
  return path;
}

/** A name that nobody can foresee, hidden from searches, and short enough for every folder. */
function openTemporary(folder: string): [path: string, file: number] {
  // Loaded here: most runs write no file, and it takes as long as translating one.
  const name = process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex');
  const path = join(folder, `.ionos-pg-migrate-${name}.tmp`);
  return [path, openSync(path, onlyNew, ownerOnly)];
}

/** Gives a file an owner. False where that is not allowed. */
function keepOwner(file: number, { uid, gid }: { readonly uid: number; readonly gid: number }): boolean {
  if (!process.getuid || (uid === process.getuid() && gid === process.getgid?.())) return true;
  try {
    fchownSync(file, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** Permissions of a file that has another group now: no more for it than for everybody. */
function withoutGroup(rights: number): number {
  return rights & (0o707 | ((rights & 0o007) << 3));
}

/** Does what not every file system can; one that cannot is no reason to stop. */
function tryOn(step: () => void): void {
  try {
    step();
  } catch (thrown) {
    if (!unsupported.has(codeOf(thrown))) throw thrown;
  }
}

/** Puts a temporary file in its place, over what may stand there; where that is a link, the link goes. */
export function putOver(temporary: string, place: string): undefined {
  try {
    renameSync(temporary, place);
  } catch (thrown) {
    removeQuietly(temporary);
    throw thrown;
  }
}

/** Puts a temporary file where nothing stands; throws `EEXIST` where something does. Another process may be faster. */
export function putNew(temporary: string, place: string): undefined {
  try {
    if (linkNew(temporary, place)) removeQuietly(temporary);
    else putReserved(temporary, place);
  } catch (thrown) {
    removeQuietly(temporary);
    throw thrown;
  }
}

/** False where the file system has no links, or none for this file. */
function linkNew(temporary: string, place: string): boolean {
  try {
    linkSync(temporary, place);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw thrown;
    return false;
  }
}

/** An empty file, which is worth nothing to anybody, holds the place until it is filled. */
function putReserved(temporary: string, place: string): void {
  const file = openSync(place, onlyNew, ownerOnly);
  const { ino } = fstatSync(file);
  closeSync(file);
  try {
    renameSync(temporary, place);
  } catch (thrown) {
    // Another process may have filled it.
    if (lstatSync(place, { throwIfNoEntry: false })?.ino === ino) removeQuietly(place);
    throw thrown;
  }
}

/** Has the disk remember what a folder holds. A folder that cannot be opened, or a system that cannot, is left as it is. */
export function syncFolder(folder: string): void {
  let file: number;
  try {
    file = openSync(folder, constants.O_RDONLY);
  } catch (thrown) {
    if (codeOf(thrown) === 'EACCES' || codeOf(thrown) === 'EISDIR' || unsupported.has(codeOf(thrown))) return;
    throw thrown;
  }
  try {
    tryOn(() => fsyncSync(file));
  } finally {
    closeSync(file);
  }
}

/** Removes a file of ours; what went wrong before matters more than whether that works. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone, or its folder is no longer writable.
  }
}
