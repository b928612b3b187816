// Templates: texts in quotes and heredocs, with what stands in `${…}` and `%{…}`.
import { type Cursor, enter, expect, fail, isAt, takeName } from './cursor.js';
import { unescapeQuoted, unescapeTemplate } from './escapes.js';
import type { Template, TemplatePart } from './expressions.js';
import { parseForIntroduction } from './for-introduction.js';

const escapeLength = 2;
const opening = /<<-?/y;
/** The end of a text in quotes, its line's end, a sequence (one sign; several are text) or an escape. */
const special = /["\r\n]|\$?\$\{|%?%\{|\\[^\n]?/g;
const loneReturn = /\r(?!\n)/;
const sequence = /\$?\$\{|%?%\{/g;

/** Reads a text in quotes; the cursor stands at the first one. */
export function parseQuoted(cursor: Cursor): Template {
  const { text, at: start } = cursor;
  const parts: TemplatePart[] = [];
  cursor.at++;
  if (enter(cursor)) readQuotedParts(cursor, parts, start);
  cursor.depth--;
  checkDirectives(cursor, parts, start);
  for (const part of parts)
    if (part.kind === 'text' && unescapeQuoted(text.slice(part.start, part.end)) === undefined)
      fail(cursor, 'escape', part.start);
  return { kind: 'template', style: 'quoted', start, end: cursor.at, parts };
}

function readQuotedParts(cursor: Cursor, parts: TemplatePart[], start: number): void {
  const { text } = cursor;
  let from = cursor.at;
  const flush = (end: number): void => {
    if (end > from) parts.push({ kind: 'text', start: from, end, value: unescapeQuoted(text.slice(from, end)) ?? '' });
  };
  for (;;) {
    special.lastIndex = cursor.at;
    const found = special.exec(text);
    const sign = found?.[0] ?? '\n';
    const at = found?.index ?? text.length;
    const isLineEnd = sign === '\n' || sign === '\r';
    if (isLineEnd) fail(cursor, 'quote', start);
    else cursor.at = at + sign.length;
    if (sign === '"') flush(at);
    if (sign === '"' || isLineEnd) return;
    if (sign.startsWith('\\') || sign.length > escapeLength) continue;
    flush(at);
    parts.push(parseSequence(cursor, at));
    from = cursor.at;
  }
}

/** Reads a heredoc; the cursor stands at `<<`. The line break behind its end marker is not part of it. */
export function parseHeredoc(cursor: Cursor): Template {
  const { text, at: start } = cursor;
  opening.lastIndex = start;
  cursor.at += opening.exec(text)?.[0].length ?? 0;
  const style = text.charAt(cursor.at - 1) === '-' ? 'indented' : 'heredoc';
  const parts: TemplatePart[] = [];
  const before = cursor.at;
  const marker = takeName(cursor);
  const lineBreak = text.startsWith('\r\n', cursor.at) ? 2 : 1;
  if (marker === '' || before + marker.length !== cursor.at || text.charAt(cursor.at + lineBreak - 1) !== '\n') {
    fail(cursor, 'heredoc', start);
  } else {
    cursor.at += lineBreak;
    if (enter(cursor)) readLines(cursor, parts, { marker, start });
    cursor.depth--;
  }
  checkDirectives(cursor, parts, start);
  return { kind: 'template', style, start, end: cursor.at, parts };
}

/** A part of text for each line and each stretch between sequences, as the indentation of lines asks for it. */
function readLines(cursor: Cursor, parts: TemplatePart[], heredoc: { marker: string; start: number }): void {
  const { text } = cursor;
  let isLineStart = true;
  let lineBreak = text.indexOf('\n', cursor.at);
  while (cursor.failure === undefined) {
    // Looked for once for each line: there may be many sequences on one.
    if (lineBreak < cursor.at) lineBreak = text.indexOf('\n', cursor.at);
    if (lineBreak === -1) {
      fail(cursor, 'heredoc', heredoc.start);
    } else if (isLineStart && isMarker(text.slice(cursor.at, lineBreak + 1), heredoc.marker)) {
      cursor.at = text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
      return;
    } else {
      isLineStart = readLine(cursor, parts, lineBreak + 1);
    }
  }
}

function isMarker(line: string, marker: string): boolean {
  return line.trim() === marker && !loneReturn.test(line);
}

/** Reads to the end of the line, or behind its first sequence; tells whether a new line begins. */
function readLine(cursor: Cursor, parts: TemplatePart[], end: number): boolean {
  const { text, at: from } = cursor;
  const flush = (to: number): void => {
    const written = text.slice(from, to);
    if (loneReturn.test(written)) fail(cursor, 'line-break', from);
    if (to > from) parts.push({ kind: 'text', start: from, end: to, value: unescapeTemplate(written) });
  };
  for (const found of text.slice(from, end).matchAll(sequence)) {
    if (found[0].length > escapeLength) continue;
    const at = from + found.index;
    flush(at);
    if (cursor.failure) return false;
    cursor.at = at + escapeLength;
    parts.push(parseSequence(cursor, at));
    return false;
  }
  flush(end);
  if (!cursor.failure) cursor.at = end;
  return true;
}

/** Reads `${…}` or `%{…}`; the cursor stands behind the brace. */
function parseSequence(cursor: Cursor, start: number): TemplatePart {
  const { ignoresLines } = cursor;
  cursor.ignoresLines = true;
  const left = cursor.text.charAt(cursor.at) === '~';
  if (left) cursor.at++;
  const content = cursor.text.charAt(start) === '$' ? parseInterpolation(cursor) : parseDirective(cursor);
  const right = isAt(cursor, '~}');
  if (right) cursor.at++;
  expect(cursor, '}', 'sequence');
  cursor.ignoresLines = ignoresLines;
  return { ...content, start, end: cursor.at, trims: { left, right } };
}

type Bare<Part> = Part extends unknown ? Omit<Part, 'start' | 'end' | 'trims'> : never;
type Content = Bare<Exclude<TemplatePart, { kind: 'text' }>>;

function parseInterpolation(cursor: Cursor): Content {
  return { kind: 'interpolation', value: cursor.parseExpression(cursor) };
}

function parseDirective(cursor: Cursor): Content {
  const start = cursor.at;
  const word = takeName(cursor);
  if (word === 'if') return { kind: 'if', condition: cursor.parseExpression(cursor) };
  if (word === 'for') return { kind: 'for', ...parseForIntroduction(cursor) };
  if (word === 'else' || word === 'endif' || word === 'endfor') return { kind: word };
  fail(cursor, 'directive', start);
  return { kind: 'endif' };
}

/** Each `if` and `for` is closed by its own word, with one `else` at most between. */
function checkDirectives(cursor: Cursor, parts: readonly TemplatePart[], start: number): void {
  const open: string[] = [];
  for (const { kind, start: at } of parts) {
    if (kind === 'if' || kind === 'for') open.push(kind);
    const before = kind === 'else' || kind === 'endif' || kind === 'endfor' ? open.pop() : undefined;
    if (kind === 'else') open.push('else');
    const isWrong =
      (kind === 'else' && before !== 'if') ||
      (kind === 'endif' && before !== 'if' && before !== 'else') ||
      (kind === 'endfor' && before !== 'for');
    if (isWrong) fail(cursor, 'open-directive', at);
  }
  if (open.length > 0) fail(cursor, 'open-directive', start);
}
