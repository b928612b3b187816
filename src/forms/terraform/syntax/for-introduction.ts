// `key, value in collection`, as it stands behind the word `for` in expressions and in templates.
import { type Cursor, fail, skip, take, takeName } from './cursor.js';
import type { Expression, Name } from './expressions.js';

/** What a `for` goes through, and what it calls each item. */
export interface ForIntroduction {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

/** Reads it; the cursor stands behind the word `for`. */
export function parseForIntroduction(cursor: Cursor): ForIntroduction {
  const first = parseName(cursor);
  const second = take(cursor, ',') ? parseName(cursor) : undefined;
  const start = cursor.at;
  if (takeName(cursor) !== 'in') fail(cursor, 'for', start);
  const collection = cursor.parseExpression(cursor);
  return { keyName: second && first, valueName: second ?? first, collection };
}

function parseName(cursor: Cursor): Name {
  skip(cursor);
  const start = cursor.at;
  const name = takeName(cursor);
  if (name === '') fail(cursor, 'for');
  return { name, start, end: cursor.at };
}
