// Every comment of a YAML document with the field it belongs to. Comments are found among the lexemes and matched by
// position: the parser's own nodes hold a comment above a first child at the collection.
import type { Document } from 'yaml';
import type { Comment } from '../../model/comment.js';
import type { PlaceAt } from '../text/lines.js';
import { createMatcher } from './comment-matcher.js';
import { listFields } from './fields.js';
import { type CommentToken, findComments, type Marks } from './lexemes.js';
import type { Piece } from './split.js';

/** A document in its file. */
export interface DocumentText {
  readonly text: string;
  readonly placeAt: PlaceAt;
  readonly piece: Piece;
  readonly document: Document.Parsed | undefined;
  /** What the lexemes of the parsed part told; absent where it was not lexed to its end. */
  readonly marks: Marks | undefined;
}

/** Reads all comments of a document, in their order; comments on adjacent lines of their own are one. */
export function readComments({ text, placeAt, piece, document, marks }: DocumentText): Comment[] {
  const own = text.slice(piece.textStart, piece.textEnd);
  if (!own.includes('#')) return [];
  const isReadable = document !== undefined && document.errors.length === 0;
  const lexed = isReadable ? marks : undefined;
  const base = piece.start - piece.textStart;
  const end = piece.end - piece.textStart;
  const match = createMatcher(own, {
    fields: isReadable ? listFields(document.contents, lexed?.dashes) : [],
    root: isReadable ? document.contents : null,
    base,
    end,
  });
  const comments: Comment[] = [];
  // The line below the last comment, where the next of the same place is its continuation.
  let nextLine = 0;
  const tokens = lexed ? surround(own, lexed.comments, { base, end }) : findComments(own);
  for (const { offset, source } of tokens) {
    const { path, position, isOwnLine } = match(offset);
    const at = placeAt(piece.textStart + offset);
    const text = source.slice(1);
    const last = comments.at(-1);
    const continues = isOwnLine && position !== 'line' && at.line === nextLine;
    if (last && continues && last.path === path && last.position === position)
      comments[comments.length - 1] = { path, position, text: `${last.text}\n${text}`, at: last.at };
    else comments.push({ path, position, text, at });
    nextLine = at.line + 1;
  }
  return comments;
}

/** The comments of a parsed part with those of the empty neighbours that were given to it. */
function surround(
  own: string,
  found: readonly CommentToken[],
  { base, end }: { readonly base: number; readonly end: number },
): readonly CommentToken[] {
  if (base === 0 && end === own.length) return found;
  const shift = (tokens: readonly CommentToken[], by: number) =>
    tokens.map(({ offset, source }) => ({ offset: offset + by, source }));
  const before = findComments(own.slice(0, base));
  return [...before, ...shift(found, base), ...shift(findComments(own.slice(end)), end)];
}
