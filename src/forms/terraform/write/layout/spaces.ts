// Where spaces stand within a line, as `terraform fmt` puts them.
import type { Token } from './tokens.js';

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);
/** Behind these a minus is a sign and no subtraction. */
const beforeOperand = new Set([
  '(',
  '{',
  '[',
  '=',
  ':',
  ',',
  '?',
  '+',
  '*',
  '/',
  '%',
  '-',
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  '&&',
  '||',
  '!',
  '=>',
]);

/** How many brackets a token opens, or closes where the number is negative. */
export function countBrackets({ kind, text }: Token): number {
  if (kind === 'sequence-open') return 1;
  if (kind === 'sequence-close') return -1;
  if (kind !== 'sign') return 0;
  return opening.has(text) ? 1 : closing.has(text) ? -1 : 0;
}

/** Puts the spaces between the tokens of a part of a line; what stands before its first one stays. */
export function spaceTokens(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (previous) token.spaces = isApart(previous, token, tokens[index - 2]) ? 1 : 0;
  }
}

function isApart(left: Token, right: Token, before: Token | undefined): boolean {
  if (right.kind === 'newline') return false;
  if ([left, right].some((token) => isSign(token, '.') || isSign(token, '::'))) return false;
  if (isSign(right, ',') || isSign(right, '...')) return false;
  if (isSign(left, ',')) return true;
  if (isInTemplate(left, right)) return false;
  if (left.kind === 'word' && isSign(right, '(')) return false;
  if (left.text === 'in' && before?.kind === 'word') return true;
  if (isSign(right, '[') && (left.kind === 'word' || left.kind === 'number' || countBrackets(left) < 0)) return false;
  if (isSign(left, '!')) return false;
  if (isSign(left, '-')) return before !== undefined && !(before.kind === 'sign' && beforeOperand.has(before.text));
  if (isSign(left, '{') || isSign(right, '}')) return !(isSign(left, '{') && isSign(right, '}'));
  return !(countBrackets(left) > 0 || countBrackets(right) < 0);
}

function isInTemplate(left: Token, right: Token): boolean {
  if (left.kind === 'quote-open' || left.kind === 'text' || right.kind === 'text' || right.kind === 'quote-close')
    return true;
  return left.kind === 'sequence-close' && right.kind === 'sequence-open';
}

function isSign({ kind, text }: Token, sign: string): boolean {
  return kind === 'sign' && text === sign;
}
