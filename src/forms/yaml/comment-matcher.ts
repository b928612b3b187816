// Which field a comment belongs to, by where it stands: at the end of a line, above a field, or indented below the
// last field of a container.
import type { Node } from 'yaml';
import type { Comment } from '../../model/comment.js';
import { findLastNotAbove, findLineStarts } from '../text/lines.js';
import type { Field } from './fields.js';

/** The field and position of a comment. */
export interface CommentPlacement {
  readonly path: string;
  readonly position: Comment['position'];
  /** Whether only white space stands before it on its line. */
  readonly isOwnLine?: boolean;
}

/** A document's fields; their offsets begin at `base` of the text. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly root: Node | null;
  readonly base: number;
  /** Offset in the text where the document ends and empty neighbours begin. */
  readonly end: number;
}

/** Makes the matcher of a document; it is to be asked for ascending offsets. */
export function createMatcher(text: string, layout: Layout): (offset: number) => CommentPlacement {
  const { fields, root, base, end } = layout;
  const rootStart = base + (root?.range?.[0] ?? 0);
  const starts = findLineStarts(text);
  let passed = 0;
  let apart: number | undefined;
  return (offset) => {
    while (passed < fields.length && base + (fields[passed]?.start ?? 0) < offset) passed++;
    const previous = fields[passed - 1];
    const next = fields[passed];
    const lineStart = lineStartOf(starts, offset);
    const before = text.slice(lineStart, offset);
    const isOwnLine = /^[\s\uFEFF]*$/.test(before);
    if (offset < base) return { path: '', position: 'before', isOwnLine };
    if (offset >= end) return { path: '', position: 'after', isOwnLine };
    const comment: Spot = { starts, offset: offset - base, base, column: offset - lineStart };
    if (!isOwnLine) return placeAtLine(comment, before, { previous, rootStart });
    if (!previous) {
      apart ??= next ? findApart(text.slice(0, base + next.start)) : -1;
      return { ...placeAtHead(comment, next, { rootStart, apart }), isOwnLine };
    }
    return { ...placeBetween(comment, previous, next), isOwnLine };
  };
}

interface Spot {
  /** Offsets where the lines of the text start. */
  readonly starts: readonly number[];
  /** Offset in the parsed text, as the fields have it. */
  readonly offset: number;
  readonly base: number;
  readonly column: number;
}

function placeAtLine(
  comment: Spot,
  before: string,
  around: { previous: Field | undefined; rootStart: number },
): CommentPlacement {
  const { previous, rootStart } = around;
  if (before.startsWith('...')) return { path: '', position: 'after' };
  if (!previous) {
    const isBehindValue = rootStart < comment.base + comment.offset && !before.startsWith('%');
    return { path: '', position: isBehindValue ? 'line' : 'before' };
  }
  let field = previous;
  while (field.parent?.isFlow && field.parent.end <= comment.offset) field = field.parent;
  return { path: field.path, position: 'line' };
}

/** Above the first field: a comment belongs to it, unless a blank line or `---` sets it apart as the document's. */
function placeAtHead(
  { offset, base }: Spot,
  next: Field | undefined,
  { rootStart, apart }: { readonly rootStart: number; readonly apart: number },
): CommentPlacement {
  if (!next) return { path: '', position: base + offset < rootStart ? 'before' : 'after' };
  return { path: apart > base + offset ? '' : next.path, position: 'before' };
}

/** Where the last blank line or `---` of a head begins; -1 where there is none. */
function findApart(head: string): number {
  let last = -1;
  for (const { index } of head.matchAll(/\n(?=[ \t]*\r?\n|---(?:\s|$))/g)) last = index;
  return last;
}

function placeBetween(comment: Spot, previous: Field, next: Field | undefined): CommentPlacement {
  const brackets = findOpenFlow(previous, comment.offset);
  if (brackets) {
    const isBeforeItem = next !== undefined && next.start < brackets.end;
    return isBeforeItem ? { path: next.path, position: 'before' } : { path: brackets.path, position: 'after' };
  }
  // Between a key and its value, which stands on a line of its own.
  if (comment.offset < previous.end && !(next && isWithin(next, previous)))
    return { path: previous.path, position: 'before' };
  if (next && (isWithin(next, previous) || comment.column <= columnOf(next, comment)))
    return { path: next.path, position: 'before' };
  const level = findLevel(previous, comment);
  if (!next || !isWithin(next, level?.parent)) return { path: level?.parent?.path ?? '', position: 'after' };
  return { path: next.path, position: 'before' };
}

/** The innermost brackets around an offset. */
function findOpenFlow(previous: Field, offset: number): Field | undefined {
  for (let field: Field | undefined = previous; field; field = field.parent) {
    if (field.isFlow && offset < field.end) return field;
  }
  return undefined;
}

/** The deepest field, from the previous one outwards, that begins no further right than the comment. */
function findLevel(previous: Field, comment: Spot): Field | undefined {
  let field: Field | undefined = previous;
  while (field?.parent?.isFlow) field = field.parent;
  while (field && columnOf(field, comment) > comment.column) field = field.parent;
  return field;
}

function columnOf(field: Field, { starts, base }: Spot): number {
  const offset = base + field.start;
  return offset - lineStartOf(starts, offset);
}

function lineStartOf(starts: readonly number[], offset: number): number {
  return starts[findLastNotAbove(starts, offset)] ?? 0;
}

function isWithin(field: Field, container: Field | undefined): boolean {
  if (!container) return true;
  for (let parent = field.parent; parent; parent = parent.parent) if (parent === container) return true;
  return false;
}
