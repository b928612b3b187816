// What rules make of expressions, written in HCL. Where an expression says what is made of it already, that is taken:
// a size times 1024 is the size, and a text in quotes has no need of a function.
import type { Algebra } from '../../../model/opaque.js';
import type { Expression, Operation } from '../syntax/expressions.js';
import { parseHcl } from '../syntax/parse.js';

/** HCL as rules write it. */
export const hclAlgebra: Algebra = {
  divide,
  divideUp,
  multiply: (text, by) => `(${text} * ${by})`,
  upper,
  lower: (text) => `lower(${text})`,
  differs: (text, other) => `(${text} != ${other})`,
  choose,
  literal: writeLiteral,
};

const control: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value in HCL. A sequence that would begin a template is escaped. */
export function writeLiteral(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const escaped = value
    .replaceAll(/["\\]/g, '\\$&')
    .replaceAll(/[\n\r\t]/g, (sign) => control[sign] ?? sign)
    .replaceAll(/[$%]{/g, (sign) => sign.charAt(0) + sign);
  return `"${escaped}"`;
}

function divide(text: string, by: number): string {
  const parsed = parse(text);
  return (parsed && divideExactly(parsed, by)) ?? `${isFactor(parsed) ? text : `(${text})`} / ${by}`;
}

function divideUp(text: string, by: number): string {
  const parsed = parse(text);
  return (parsed && divideExactly(parsed, by)) ?? `ceil(${divide(text, by)})`;
}

/** An expression and the text that it stands in. */
interface Parsed {
  readonly text: string;
  readonly expression: Expression;
}

/** The number itself, or what is left of a product without the factor; undefined where neither is there. */
function divideExactly({ text, expression }: Parsed, by: number): string | undefined {
  if (expression.kind === 'literal' && typeof expression.value === 'number' && expression.value % by === 0)
    return String(expression.value / by);
  if (expression.kind === 'parens') return divideExactly({ text, expression: expression.inner }, by);
  return expression.kind === 'operation' ? dropFactor(text, expression, by) : undefined;
}

function dropFactor(text: string, { operands, operators, start, end }: Operation, by: number): string | undefined {
  const isProduct = operators.every((operator) => operator === '*' || operator === '/');
  const at = operands.findIndex(
    (operand, index) =>
      operand.kind === 'literal' && operand.value === by && operators[index === 0 ? 0 : index - 1] === '*',
  );
  const dropped = operands[at];
  if (!isProduct || !dropped) return undefined;
  if (at === 0) return text.slice(operands[1]?.start, end);
  return text.slice(start, operands[at - 1]?.end) + text.slice(dropped.end, end);
}

function upper(text: string): string {
  const expression = parse(text)?.expression;
  const isPlain = expression?.kind === 'template' && expression.style === 'quoted' && expression.parts.every(isText);
  if (isPlain && !text.includes('\\')) return text.toUpperCase();
  return expression?.kind === 'call' && expression.name === 'upper' ? text : `upper(${text})`;
}

function isText({ kind }: { readonly kind: string }): boolean {
  return kind === 'text';
}

function choose(condition: string, then: string, otherwise: string): string {
  if (condition === 'true') return then;
  if (condition === 'false') return otherwise;
  if (then === otherwise) return then;
  return `${protect(condition)} ? ${protect(then)} : ${protect(otherwise)}`;
}

/** A conditional within another one is put in brackets, so that nobody has to know what binds first. */
function protect(text: string): string {
  return parse(text)?.expression.kind === 'conditional' ? `(${text})` : text;
}

/** Whether an expression can stand before a division as it is. */
function isFactor(parsed: Parsed | undefined): boolean {
  const expression = parsed?.expression;
  if (expression?.kind === 'conditional') return false;
  return expression?.kind !== 'operation' || expression.operators.every((operator) => '*/%'.includes(operator));
}

/** Reads an expression; within brackets, so that it may have several lines. */
function parse(expression: string): Parsed | undefined {
  const text = `x = (\n${expression}\n)\n`;
  const [item] = parseHcl('', text).body.items;
  const found = item?.kind === 'attribute' && item.value.kind === 'parens' ? item.value.inner : undefined;
  return found && { text, expression: found };
}
