// Arguments and blocks.
import { type Cursor, enter, fail, isLineEnd, skip, skipLineEnd, take, takeName } from './cursor.js';
import { parseQuoted } from './templates.js';
import type { Attribute, Block, Body, Label, Range } from './tree.js';

/** Reads what a file holds. */
export function parseBody(cursor: Cursor): (Attribute | Block)[] {
  return readItems(cursor, () => {
    skipLines(cursor);
    return cursor.at >= cursor.text.length;
  });
}

/** Reads items, each on lines of its own, until the end is there. */
function readItems(cursor: Cursor, isEnd: () => boolean): (Attribute | Block)[] {
  const items: (Attribute | Block)[] = [];
  const names = new Set<string>();
  while (!isEnd() && !cursor.failure) {
    const item = parseItem(cursor);
    items.push(item);
    if (!skipLineEnd(cursor)) fail(cursor, 'line-end');
    if (item.kind === 'block') continue;
    if (names.has(item.name)) fail(cursor, 'repeated-argument', item.start);
    names.add(item.name);
  }
  return items;
}

function skipLines(cursor: Cursor): void {
  while (isLineEnd(cursor)) skipLineEnd(cursor);
}

function parseItem(cursor: Cursor): Attribute | Block {
  const start = cursor.at;
  const name = takeName(cursor);
  const nameRange = { start, end: cursor.at };
  if (name === '') fail(cursor, cursor.text.charAt(start) === '"' ? 'quoted-name' : 'argument-or-block');
  skip(cursor);
  return cursor.text.charAt(cursor.at) === '='
    ? parseAttribute(cursor, name, nameRange)
    : parseBlock(cursor, name, nameRange);
}

function parseAttribute(cursor: Cursor, name: string, nameRange: Range): Attribute {
  cursor.at++;
  const value = cursor.parseExpression(cursor);
  return { kind: 'attribute', start: nameRange.start, end: value.end, name, nameRange, value };
}

function parseBlock(cursor: Cursor, type: string, typeRange: Range): Block {
  const labels = parseLabels(cursor);
  const open = cursor.at - 1;
  enter(cursor);
  const items = parseContent(cursor, open);
  cursor.depth--;
  const close = cursor.at - 1;
  const body: Body = { start: open + 1, end: close, items };
  return { kind: 'block', start: typeRange.start, end: cursor.at, type, typeRange, labels, body, open, close };
}

function parseContent(cursor: Cursor, open: number): (Attribute | Block)[] {
  if (cursor.failure) return [];
  return isLineEnd(cursor) ? parseLines(cursor, open) : parseOneLine(cursor);
}

/** Reads labels and the brace behind them. */
function parseLabels(cursor: Cursor): Label[] {
  const labels: Label[] = [];
  while (!take(cursor, '{') && !cursor.failure) {
    const start = cursor.at;
    const text = cursor.text.charAt(start) === '"' ? parseQuotedLabel(cursor) : takeName(cursor);
    if (cursor.at === start) fail(cursor, labels.length > 0 ? 'label' : 'equals-or-block');
    labels.push({ text, start, end: cursor.at });
  }
  return labels;
}

function parseQuotedLabel(cursor: Cursor): string {
  const start = cursor.at;
  const { parts } = parseQuoted(cursor);
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.value;
    else fail(cursor, 'label', start);
  }
  return text;
}

function parseLines(cursor: Cursor, open: number): (Attribute | Block)[] {
  return readItems(cursor, () => {
    skipLines(cursor);
    if (cursor.at >= cursor.text.length) fail(cursor, 'open-block', open);
    return take(cursor, '}');
  });
}

/** Reads `{ name = value }`, or `{}`. */
function parseOneLine(cursor: Cursor): Attribute[] {
  if (take(cursor, '}')) return [];
  const item = parseItem(cursor);
  if (item.kind === 'block' || !take(cursor, '}')) fail(cursor, 'one-line-block', item.start);
  return item.kind === 'block' ? [] : [item];
}
