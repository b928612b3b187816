// Changes of texts: what is not named by one of them stays byte for byte.
import type { HclFile, Range } from '../syntax/tree.js';

/** A stretch of a file that gets another text; an insertion has no length. */
export interface Edit extends Range {
  readonly file: HclFile;
  readonly text: string;
}

/**
 * A part of a file with the edits in it applied; those outside of the part are left out, and those within the stretch of
 * a longer one, which has its own text.
 */
export function applyEdits(
  file: HclFile,
  edits: readonly Edit[],
  part: Range = { start: 0, end: file.text.length },
): string {
  const own = edits.filter((edit) => edit.file === file && edit.start >= part.start && edit.end <= part.end);
  const sorted = own.sort((left, right) => left.start - right.start || right.end - left.end);
  const pieces: string[] = [];
  let at = part.start;
  for (const { start, end, text } of sorted) {
    if (start < at) continue;
    pieces.push(file.text.slice(at, start), text);
    at = end;
  }
  pieces.push(file.text.slice(at, part.end));
  return pieces.join('');
}
