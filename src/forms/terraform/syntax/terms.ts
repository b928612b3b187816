// Terms: values, calls, what stands in brackets, and the steps into a value.
import { parseBracketed, parseObject, parseTuple } from './collections.js';
import { type Cursor, enter, expect, fail, isAt, skip, take, takeName } from './cursor.js';
import type { Expression, Range, Step } from './expressions.js';
import { parseHeredoc, parseQuoted } from './templates.js';

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const digitsAndDots = /\d[\d.]*/y;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads a term with the steps behind it. */
export function parseTerm(cursor: Cursor): Expression {
  skip(cursor);
  const sign = cursor.text.charAt(cursor.at);
  if (sign === '-' || sign === '!') return parseUnary(cursor, sign);
  const root = parseRoot(cursor, sign);
  const steps: Step[] = [];
  for (let step = parseStep(cursor); step; step = parseStep(cursor)) {
    if (step.kind === 'splat' && !step.full && isWithinSplat(steps)) fail(cursor, 'nested-splat', step.start);
    steps.push(step);
  }
  if (steps.length === 0) return root;
  return { kind: 'traversal', start: root.start, end: steps.at(-1)?.end ?? root.end, root, steps };
}

/** Whether what follows is asked of each item by `.*`, which ends with an index in brackets. */
function isWithinSplat(steps: readonly Step[]): boolean {
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (step?.kind === 'splat') return !step.full;
    if (step?.kind === 'index' && !step.legacy) return false;
  }
  return false;
}

/** A sign binds closer than any operator: `-1 + 2` is 1. */
function parseUnary(cursor: Cursor, operator: '-' | '!'): Expression {
  const start = cursor.at;
  cursor.at++;
  enter(cursor);
  const operand = parseTerm(cursor);
  cursor.depth--;
  return { kind: 'unary', start, end: operand.end, operator, operand };
}

function parseRoot(cursor: Cursor, sign: string): Expression {
  if (sign === '"') return parseQuoted(cursor);
  if (sign === '(') return parseParens(cursor);
  if (sign === '[') return parseTuple(cursor);
  if (sign === '{') return parseObject(cursor);
  if (sign === '<' && cursor.text.charAt(cursor.at + 1) === '<') return parseHeredoc(cursor);
  if (sign >= '0' && sign <= '9') return parseNumber(cursor);
  return parseNamed(cursor);
}

function parseParens(cursor: Cursor): Expression {
  const start = cursor.at;
  return parseBracketed(cursor, () => {
    const inner = cursor.parseExpression(cursor);
    expect(cursor, ')', 'parenthesis');
    return { kind: 'parens', start, end: cursor.at, inner };
  });
}

function parseNumber(cursor: Cursor): Expression {
  const start = cursor.at;
  number.lastIndex = start;
  const written = number.exec(cursor.text)?.[0] ?? '';
  cursor.at += written.length;
  return { kind: 'literal', start, end: cursor.at, value: Number(written) };
}

function parseNamed(cursor: Cursor): Expression {
  const start = cursor.at;
  let name = takeName(cursor);
  if (name === '') fail(cursor, 'expression', start);
  const end = cursor.at;
  while (take(cursor, '::')) {
    const part = takeName(cursor);
    if (part === '') fail(cursor, 'namespace');
    name += `::${part}`;
  }
  if (isAt(cursor, '(')) return parseCall(cursor, { name, start });
  if (name.includes(':')) fail(cursor, 'namespace');
  const word = words.get(name);
  if (word !== undefined) return { kind: 'literal', start, end, value: word };
  return { kind: 'variable', start, end, name };
}

function parseCall(cursor: Cursor, { name, start }: { name: string; start: number }): Expression {
  return parseBracketed(cursor, () => {
    const args: Expression[] = [];
    let expands = false;
    while (!take(cursor, ')') && !cursor.failure) {
      if (expands) fail(cursor, 'arguments');
      args.push(cursor.parseExpression(cursor));
      expands = take(cursor, '...');
      const isClosed = isAt(cursor, ')');
      if (!isClosed && (expands || !take(cursor, ','))) fail(cursor, 'arguments');
    }
    return { kind: 'call', start, end: cursor.at, name, args, expands };
  });
}

function parseStep(cursor: Cursor): Step | undefined {
  skip(cursor);
  const { text, at: start } = cursor;
  const sign = text.charAt(start);
  if (sign === '[') return parseBracketed(cursor, () => parseIndex(cursor, start));
  if (sign !== '.' || text.startsWith('...', start)) return undefined;
  cursor.at++;
  if (take(cursor, '*')) return { kind: 'splat', start, end: cursor.at, full: false };
  const nameStart = cursor.at;
  const name = takeName(cursor);
  const nameRange: Range = { start: nameStart, end: cursor.at };
  if (name !== '') return { kind: 'attribute', start, end: cursor.at, name, nameRange };
  const index = readLegacyIndex(text, nameStart);
  if (index === '') fail(cursor, 'step');
  else cursor.at += index.length;
  const key: Expression = { kind: 'literal', start: nameStart, end: cursor.at, value: Number(index) };
  return { kind: 'index', start, end: cursor.at, key, legacy: true };
}

/** The digits of `.0`; empty where a number with a point stands there. */
function readLegacyIndex(text: string, start: number): string {
  digitsAndDots.lastIndex = start;
  const run = digitsAndDots.exec(text)?.[0] ?? '';
  const end = run.indexOf('.');
  if (end === -1) return run;
  return /\d/.test(run.slice(end)) ? '' : run.slice(0, end);
}

function parseIndex(cursor: Cursor, start: number): Step {
  if (take(cursor, '*')) {
    expect(cursor, ']', 'index');
    return { kind: 'splat', start, end: cursor.at, full: true };
  }
  const key = cursor.parseExpression(cursor);
  expect(cursor, ']', 'index');
  return { kind: 'index', start, end: cursor.at, key, legacy: false };
}
