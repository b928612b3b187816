// Expressions with operators and conditions.
import { type Cursor, enter, expect, skip, take } from './cursor.js';
import type { Expression, Operator } from './expressions.js';
import { parseTerm } from './terms.js';

/** How close each operator binds. */
const ranks: Readonly<Record<Operator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const firstSigns = '|&=!<>+-*/%';
const operator = /\|\||&&|==|!=|<=|>=|[<>+\-*/%]/y;

/** Reads an expression. */
export function parseExpression(cursor: Cursor): Expression {
  const isDeep = !enter(cursor);
  const condition = parseOperation(cursor, 0);
  const expression = !isDeep && take(cursor, '?') ? parseConditional(cursor, condition) : condition;
  cursor.depth--;
  return expression;
}

function parseConditional(cursor: Cursor, condition: Expression): Expression {
  const then = parseExpression(cursor);
  expect(cursor, ':', 'conditional');
  const otherwise = parseExpression(cursor);
  return { kind: 'conditional', start: condition.start, end: otherwise.end, condition, then, otherwise };
}

/** Reads operators that bind closer than a rank; those of one rank become one list. */
function parseOperation(cursor: Cursor, above: number): Expression {
  let left = parseTerm(cursor);
  for (;;) {
    const first = findOperator(cursor);
    const rank = first ? ranks[first] : 0;
    if (rank <= above) return left;
    const operands = [left];
    const operators: Operator[] = [];
    for (let sign = first; sign && ranks[sign] === rank; sign = findOperator(cursor)) {
      cursor.at += sign.length;
      operators.push(sign);
      operands.push(parseOperation(cursor, rank));
    }
    left = { kind: 'operation', start: left.start, end: operands.at(-1)?.end ?? left.end, operands, operators };
  }
}

function findOperator(cursor: Cursor): Operator | undefined {
  skip(cursor);
  const { text, at } = cursor;
  const sign = text.charAt(at);
  if (sign === '' || !firstSigns.includes(sign) || text.startsWith('//', at)) return undefined;
  operator.lastIndex = at;
  return operator.exec(text)?.[0] as Operator | undefined;
}
