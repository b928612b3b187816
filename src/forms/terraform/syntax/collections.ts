// Lists, objects and `for` expressions.
import { type Cursor, enter, expect, fail, isAt, isLineEnd, skipLineEnd, take, takeWord } from './cursor.js';
import type { FailureName } from './errors.js';
import type { Expression, ObjectItem } from './expressions.js';
import { parseForIntroduction } from './for-introduction.js';

/** Reads what stands behind an opening bracket, at which the cursor stands; line breaks are spaces in it. */
export function parseBracketed<T>(cursor: Cursor, parse: () => T): T {
  const { ignoresLines } = cursor;
  enter(cursor);
  cursor.at++;
  cursor.ignoresLines = true;
  const parsed = parse();
  cursor.ignoresLines = ignoresLines;
  cursor.depth--;
  return parsed;
}

/** Reads `[…]`; the cursor stands at the bracket. */
export function parseTuple(cursor: Cursor): Expression {
  const start = cursor.at;
  return parseBracketed(cursor, () => {
    if (takeWord(cursor, 'for')) return parseFor(cursor, start, ']');
    const items = parseItems(cursor, ']', 'list');
    return { kind: 'tuple', start, end: cursor.at, items };
  });
}

/** Reads values with commas between them, and the sign that closes them. */
function parseItems(cursor: Cursor, close: string, otherwise: FailureName): Expression[] {
  const items: Expression[] = [];
  while (!take(cursor, close) && !cursor.failure) {
    items.push(cursor.parseExpression(cursor));
    if (!take(cursor, ',') && !isAt(cursor, close)) fail(cursor, otherwise);
  }
  return items;
}

/** Reads `{…}`; the cursor stands at the brace. */
export function parseObject(cursor: Cursor): Expression {
  const start = cursor.at;
  return parseBracketed(cursor, () => {
    if (takeWord(cursor, 'for')) return parseFor(cursor, start, '}');
    cursor.ignoresLines = false;
    const items: ObjectItem[] = [];
    for (;;) {
      while (isLineEnd(cursor)) skipLineEnd(cursor);
      if (take(cursor, '}') || cursor.failure) return { kind: 'object', start, end: cursor.at, items };
      items.push(parseItem(cursor));
      if (!isAt(cursor, '}') && !take(cursor, ',') && !isLineEnd(cursor)) fail(cursor, 'item');
    }
  });
}

function parseItem(cursor: Cursor): ObjectItem {
  const key = nameKey(cursor.parseExpression(cursor));
  if (!take(cursor, '=') && !take(cursor, ':')) fail(cursor, 'key-sign');
  const value = cursor.parseExpression(cursor);
  return { key, value, start: key.start, end: value.end };
}

/** `true` and `null` are names, too, where they are keys. */
function nameKey(key: Expression): Expression {
  if (key.kind !== 'literal' || typeof key.value === 'number') return key;
  return { kind: 'variable', start: key.start, end: key.end, name: String(key.value) };
}

function parseFor(cursor: Cursor, start: number, close: ']' | '}'): Expression {
  const introduction = parseForIntroduction(cursor);
  expect(cursor, ':', 'for');
  const first = cursor.parseExpression(cursor);
  const isObject = close === '}';
  if (isObject) expect(cursor, '=>', 'for');
  const value = isObject ? cursor.parseExpression(cursor) : first;
  const groups = isObject && take(cursor, '...');
  const condition = takeWord(cursor, 'if') ? cursor.parseExpression(cursor) : undefined;
  expect(cursor, close, 'for');
  const key = isObject ? first : undefined;
  return { kind: 'for', start, end: cursor.at, ...introduction, key, value, groups, condition };
}
