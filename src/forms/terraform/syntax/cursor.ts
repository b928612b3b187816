// Where the parser is in a text, and the steps it takes over spaces, comments, signs and names. The first failure ends
// the reading: the cursor then stands at the end of the text, so that every loop comes to its end by itself.
import { type FailureName, maxNesting } from './errors.js';
import type { Expression } from './expressions.js';
import type { HclComment } from './tree.js';

/** A place in a text that is being read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many brackets, blocks and templates are open. */
  depth: number;
  /** Whether line breaks are spaces: so they are within parentheses, brackets and templates. */
  ignoresLines: boolean;
  readonly comments: HclComment[];
  failure: { readonly name: FailureName; readonly at: number } | undefined;
  /** Reads an expression: handed in, since expressions and templates hold each other. */
  readonly parseExpression: (cursor: Cursor) => Expression;
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const asterisk = 42;
const slash = 47;
const highestAscii = 127;
const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** By code: whether a name of ASCII may go on with it. */
const isNameCode = Array.from({ length: highestAscii + 1 }, (_, code) => /[\w-]/.test(String.fromCharCode(code)));
const nameStart = /^[^\d-]/;

/** Notes what is wrong, once, and goes to the end of the text. */
export function fail(cursor: Cursor, what: FailureName, at = cursor.at): void {
  cursor.failure ??= { name: what, at: Math.min(at, cursor.text.length) };
  cursor.at = cursor.text.length;
}

/** Goes one level deeper; false where it is too deep, which is a failure. */
export function enter(cursor: Cursor): boolean {
  cursor.depth++;
  if (cursor.depth <= maxNesting) return true;
  fail(cursor, 'too-deep');
  return false;
}

/** Goes over spaces and comments; where line breaks end something, it stays before them and before comments to the line's end. */
export function skip(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === space || code === tab) cursor.at++;
    else if (code === slash && text.charCodeAt(cursor.at + 1) === asterisk) skipBlockComment(cursor);
    else if (!cursor.ignoresLines) return;
    else if (code === lineFeed || isWindowsBreak(text, cursor.at)) cursor.at++;
    else if (isLineComment(text, cursor.at)) skipLineComment(cursor);
    else return;
  }
}

/** Whether the line ends here, perhaps with a comment; spaces are skipped. The end of the text is no end of a line. */
export function isLineEnd(cursor: Cursor): boolean {
  skip(cursor);
  const { text, at } = cursor;
  return text.charCodeAt(at) === lineFeed || isWindowsBreak(text, at) || isLineComment(text, at);
}

/** Goes over the end of a line with the comment before it; false, and no step, where the line goes on. */
export function skipLineEnd(cursor: Cursor): boolean {
  skip(cursor);
  const { text } = cursor;
  if (isLineComment(text, cursor.at)) skipLineComment(cursor);
  if (cursor.at >= text.length) return true;
  if (isWindowsBreak(text, cursor.at)) cursor.at++;
  if (text.charCodeAt(cursor.at) !== lineFeed) return false;
  cursor.at++;
  return true;
}

function isWindowsBreak(text: string, at: number): boolean {
  return text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed;
}

function isLineComment(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === hash || (code === slash && text.charCodeAt(at + 1) === slash);
}

function skipLineComment(cursor: Cursor): void {
  const { text, at: start } = cursor;
  const lineBreak = text.indexOf('\n', start);
  let end = lineBreak === -1 ? text.length : lineBreak;
  if (lineBreak !== -1 && text.charCodeAt(end - 1) === carriageReturn) end--;
  cursor.comments.push({ start, end, style: text.charCodeAt(start) === hash ? '#' : '//' });
  cursor.at = end;
}

function skipBlockComment(cursor: Cursor): void {
  const start = cursor.at;
  const close = cursor.text.indexOf('*/', start + 2);
  if (close === -1) fail(cursor, 'comment');
  else cursor.at = close + 2;
  cursor.comments.push({ start, end: cursor.at, style: '/*' });
}

/** Whether a sign stands here, spaces before it skipped. */
export function isAt(cursor: Cursor, sign: string): boolean {
  skip(cursor);
  return cursor.text.startsWith(sign, cursor.at);
}

/** Goes over a sign where it stands here, spaces before it skipped. */
export function take(cursor: Cursor, sign: string): boolean {
  if (!isAt(cursor, sign)) return false;
  cursor.at += sign.length;
  return true;
}

/** Goes over a sign that must stand here. */
export function expect(cursor: Cursor, sign: string, otherwise: FailureName): void {
  if (!take(cursor, sign)) fail(cursor, otherwise);
}

/** Reads a name, spaces before it skipped; empty, and no step, where there is none. */
export function takeName(cursor: Cursor): string {
  skip(cursor);
  const { text, at: start } = cursor;
  let end = start;
  while (isNameCode[text.charCodeAt(end)]) end++;
  // Names beyond ASCII are few, and what tells them is slow.
  if (text.charCodeAt(end) > highestAscii) {
    name.lastIndex = start;
    end = start + (name.exec(text)?.[0].length ?? 0);
  }
  const found = text.slice(start, end);
  if (!nameStart.test(found)) return '';
  cursor.at = end;
  return found;
}

/** Goes over a word where it stands here, spaces before it skipped. */
export function takeWord(cursor: Cursor, word: string): boolean {
  skip(cursor);
  const { at } = cursor;
  if (takeName(cursor) === word) return true;
  if (!cursor.failure) cursor.at = at;
  return false;
}
