// Functions of numbers.
import { exact } from '../arithmetic.js';
import { isList, isSet, toBoolean, toNumber, toText, unknown, type Value } from '../value.js';
import type { Functions } from './functions.js';

/** Applies a function to arguments that must be numbers. */
function onNumbers(apply: (numbers: readonly number[]) => Value): (args: readonly Value[]) => Value {
  return (args) => {
    if (args.includes(unknown)) return unknown;
    const numbers = args.map(toNumber);
    const isWhole = numbers.every((number) => number !== undefined);
    return isWhole && numbers.length > 0 ? apply(numbers) : unknown;
  };
}

/** Functions of numbers, by name. */
export const numberFunctions: Functions = {
  abs: onNumbers(([number = 0]) => Math.abs(number)),
  ceil: onNumbers(([number = 0]) => exact(Math.ceil(number))),
  floor: onNumbers(([number = 0]) => exact(Math.floor(number))),
  max: onNumbers((numbers) => Math.max(...numbers)),
  min: onNumbers((numbers) => Math.min(...numbers)),
  pow: onNumbers(([base = 0, power = 0]) =>
    Number.isInteger(base) && Number.isInteger(power) && power >= 0 ? exact(base ** power) : unknown,
  ),
  signum: onNumbers(([number = 0]) => (Number.isInteger(number) ? Math.sign(number) : unknown)),
  sum: ([list]) => {
    const items = list !== undefined && isSet(list) ? list.items : list;
    if (items === undefined || !isList(items)) return unknown;
    return onNumbers((numbers) => (numbers.some((one) => exact(one) === unknown) ? unknown : exact(total(numbers))))(
      items,
    );
  },
  parseint: ([text, base]) => {
    const isDecimal = base === 10 && typeof text === 'string' && /^-?\d{1,15}$/.test(text);
    return isDecimal ? Number(text) : unknown;
  },
  tonumber: ([value]) => {
    if (value === null) return null;
    return value === undefined ? unknown : (toNumber(value) ?? (typeof value === 'string' ? unknown : unknown));
  },
  tostring: ([value]) => (value === null ? null : value === undefined ? unknown : (toText(value) ?? unknown)),
  tobool: ([value]) => (value === null ? null : value === undefined ? unknown : (toBoolean(value) ?? unknown)),
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
