// Every comment of a YAML document with the field it belongs to. Comments are found by the lexer, so that none is
// missed, and matched by position: the parser's own nodes hold a comment above a first child at the collection.
import { CST, type Document, Lexer } from 'yaml';
import type { Comment } from '../model/comment.js';
import { type CommentPlacement, createMatcher } from './comment-matcher.js';
import type { PlaceAt } from './lines.js';
import { listFields } from './yaml-fields.js';
import type { Piece } from './yaml-split.js';

/** A document in its file. */
export interface DocumentText {
  readonly text: string;
  readonly placeAt: PlaceAt;
  readonly piece: Piece;
  readonly document: Document.Parsed | undefined;
}

/** Reads all comments of a document, in their order; comments on adjacent lines of their own are one. */
export function readComments({ text, placeAt, piece, document }: DocumentText): Comment[] {
  const own = text.slice(piece.textStart, piece.textEnd);
  if (!own.includes('#')) return [];
  const isReadable = document !== undefined && document.errors.length === 0;
  const base = piece.start - piece.textStart;
  const match = createMatcher(own, {
    fields: isReadable ? listFields(document.contents) : [],
    root: isReadable ? document.contents : null,
    base,
    end: piece.end - piece.textStart,
  });
  const comments: (Comment & { lines: number })[] = [];
  for (const { offset, source } of findCommentTokens(own)) {
    const placement = match(offset);
    const comment = { ...describe(placement), text: source.slice(1), at: placeAt(piece.textStart + offset), lines: 1 };
    const last = comments.at(-1);
    if (last && placement.isOwnLine && continues(last, comment)) {
      comments[comments.length - 1] = { ...last, text: `${last.text}\n${comment.text}`, lines: last.lines + 1 };
    } else comments.push(comment);
  }
  return comments.map(({ lines: _, ...comment }) => comment);
}

/** A comment as the lexer finds it. */
export interface CommentToken {
  readonly offset: number;
  /** The text with its `#`, without the line break. */
  readonly source: string;
}

/** Finds the comments of a YAML text. */
export function findCommentTokens(text: string): CommentToken[] {
  const found: CommentToken[] = [];
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    // The lexer puts a mark, which is no text, before a scalar and a few others before documents.
    if (!isScalar && CST.tokenType(source) === 'comment') found.push({ offset, source: source.replace(/\r$/, '') });
    isScalar = source === CST.SCALAR;
    if (source !== CST.SCALAR && source !== CST.DOCUMENT && source !== CST.FLOW_END) offset += source.length;
  }
  return found;
}

function describe({ path, position }: CommentPlacement): CommentPlacement {
  return { path, position };
}

function continues(last: Comment & { lines: number }, next: Comment): boolean {
  const isSamePlace = last.path === next.path && last.position === next.position && last.position !== 'line';
  return isSamePlace && last.at.line + last.lines === next.at.line;
}
