// What rules make of expressions, in HCL.
import { expect, test } from 'vitest';
import { hclAlgebra } from '../../../../src/forms/terraform/write/algebra.js';

const { divide, divideUp, upper, choose, literal } = hclAlgebra;

test.each([
  ['var.ram', 'var.ram / 1024'],
  ['each.value.sizes["small"].ram', 'each.value.sizes["small"].ram / 1024'],
  ['var.gb * 1024', 'var.gb'],
  ['1024 * var.gb', 'var.gb'],
  ['(var.gb * 1024)', 'var.gb'],
  ['var.gb * 1024 * 2', 'var.gb * 2'],
  ['1024 * var.gb / 2', 'var.gb / 2'],
  ['4 * 1024', '4'],
  ['8192', '8'],
  ['(var.a + var.b) * 1024', '(var.a + var.b)'],
  ['var.a + 1024', '(var.a + 1024) / 1024'],
  ['var.a / 1024 * 3', 'var.a / 1024 * 3 / 1024'],
  ['var.big ? 8192 : 4096', '(var.big ? 8192 : 4096) / 1024'],
  ['max(var.a, 4096)', 'max(var.a, 4096) / 1024'],
  ['-var.a', '-var.a / 1024'],
  ['[\n  1,\n  2\n][0]', '[\n  1,\n  2\n][0] / 1024'],
])('%s divided by 1024', (text, divided) => {
  expect(divide(text, 1024)).toBe(divided);
});

test('a disk is rounded up, but where it is a number of GB already', () => {
  expect(divideUp('var.disk', 1024)).toBe('ceil(var.disk / 1024)');
  expect(divideUp('var.disk * 1024', 1024)).toBe('var.disk');
  expect(divideUp('var.a + var.b', 1024)).toBe('ceil((var.a + var.b) / 1024)');
});

test('capitals of a text, and of what gives one', () => {
  expect(upper('var.mode')).toBe('upper(var.mode)');
  expect(upper('"session"')).toBe('"SESSION"');
  expect(upper('"${var.mode}"')).toBe('upper("${var.mode}")');
  expect(upper('upper(var.mode)')).toBe('upper(var.mode)');
  expect(upper('"a\\n"')).toBe('upper("a\\n")');
});

test('a choice that is made already is none', () => {
  expect(choose('var.pool', 'upper(var.mode)', '"DISABLED"')).toBe('var.pool ? upper(var.mode) : "DISABLED"');
  expect(choose('true', '"SESSION"', '"DISABLED"')).toBe('"SESSION"');
  expect(choose('false', '"SESSION"', '"DISABLED"')).toBe('"DISABLED"');
  expect(choose('var.a ? true : false', '"A"', 'var.b ? 1 : 2')).toBe('(var.a ? true : false) ? "A" : (var.b ? 1 : 2)');
});

test('a literal is a literal, whatever it looks like', () => {
  expect(literal('say "${hi}" %{if} \\ \n$x')).toBe('"say \\"$${hi}\\" %%{if} \\\\ \\n$x"');
  expect(literal(4096)).toBe('4096');
  expect(literal(false)).toBe('false');
});
