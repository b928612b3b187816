// What stands at a path: what it is, whichever names and links lead to it, and what it holds.
import { closeSync, constants, lstatSync, openSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';

/** Something that stands at a path. */
export interface Standing {
  /** Where it stands: the path itself, or where its links lead, for whoever follows them. */
  readonly place: string;
  /** What the path leads to; of a link that leads nowhere, the link. */
  readonly stats: Stats;
  /** Whether a link stands at `place`, which takes the place of nothing else. */
  readonly isLink: boolean;
}

const nonBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What stands at a path; undefined where nothing does. `follows` says that whoever named a link means what it leads to. */
export function lookAt(path: string, { follows = false }: { readonly follows?: boolean } = {}): Standing | undefined {
  const own = lstatSync(path, { throwIfNoEntry: false });
  if (!own?.isSymbolicLink()) return own && { place: path, stats: own, isLink: false };
  const target = statSync(path, { throwIfNoEntry: false });
  if (follows && target) return { place: realpathSync(path), stats: target, isLink: false };
  return { place: path, stats: target ?? own, isLink: true };
}

/** The bytes of a file that stands somewhere. What has become a pipe in the meantime is not waited for. */
export function readStanding({ place }: Standing): Buffer {
  const file = openSync(place, nonBlocking);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Whether a file holds just these bytes. Another size spares the reading. */
export function holds(standing: Standing, content: Uint8Array): boolean {
  const { stats } = standing;
  return stats.isFile() && stats.size === content.length && readStanding(standing).equals(content);
}

/**
 * Whether a file holds only a beginning of these bytes, perhaps with NULs behind it, or nothing: so a write looks that a
 * killed process or a power cut ended. Nothing is lost with it.
 */
export function isUnfinished(standing: Standing, content: Uint8Array): boolean {
  const { stats } = standing;
  if (!stats.isFile() || stats.size > content.length) return false;
  const bytes = readStanding(standing);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end).equals(content.subarray(0, end));
}
