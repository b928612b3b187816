// Operators. Terraform counts with 512 bits where JavaScript has 53: what is not exact in both is not known.
import type { Operator } from '../syntax/tree.js';
import { broken, findSilent, isPrimitive, toBoolean, toNumber, unknown, type Value } from './value.js';

/** Numbers up to here, and their parts down to a 2^20th, are exact. */
const largest = 2 ** 32;
const parts = 2 ** 20;

/** A number where it is exact. */
export function exact(value: number): Value {
  // Both know a zero below zero, which not all functions see.
  const isPlain = Math.abs(value) <= largest && Number.isInteger(value * parts) && !Object.is(value, -0);
  return isPlain ? value : unknown;
}

/** What an operator makes of two values. */
export function operate(operator: Operator, left: Value, right: Value): Value {
  if (operator === '&&' || operator === '||') return combine(operator, left, right);
  if (operator === '==') return equal(left, right);
  if (operator === '!=') return negate(equal(left, right));
  const silent = findSilent([left, right]);
  if (silent) return silent;
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === undefined || b === undefined) return unknown;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  if (operator === '>') return a > b;
  if (operator === '>=') return a >= b;
  return calculate(operator, a, b);
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', a: number, b: number): Value {
  if (exact(a) === unknown || exact(b) === unknown) return unknown;
  if (operator === '+') return exact(a + b);
  if (operator === '-') return exact(a - b);
  if (operator === '*') return exact(a * b);
  if (b === 0) return unknown;
  if (operator === '%') return exact(a % b);
  const quotient = exact(a / b);
  // A third may look exact where its last bits were rounded away.
  return typeof quotient === 'number' && quotient * b === a ? quotient : unknown;
}

/** One side decides where it is false, or true; the other one is known to be asked for all the same. */
function combine(operator: '&&' | '||', left: Value, right: Value): Value {
  const silent = findSilent([left, right]);
  if (silent) return silent;
  const [a, b] = [toBoolean(left), toBoolean(right)];
  if (a === undefined || b === undefined) return unknown;
  return operator === '&&' ? a && b : a || b;
}

/** Values of two types differ, but what type something has is not always known. */
function equal(left: Value, right: Value): Value {
  const silent = findSilent([left, right]);
  if (silent) return silent;
  if (left === null || right === null) return left === right;
  if (isPrimitive(left) && isPrimitive(right) && typeof left === typeof right) return left === right;
  return unknown;
}

/** `!`. */
export function negate(value: Value): Value {
  if (value === unknown || value === broken) return value;
  const boolean = toBoolean(value);
  return boolean === undefined ? unknown : !boolean;
}
