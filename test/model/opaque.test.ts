// Expressions as values: told apart from everything a document can hold, and never printed by accident.
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createOpaque, isOpaque, showOpaque } from '../../src/model/opaque.js';
import { walkLeaves } from '../../src/model/walk.js';

const opaque = createOpaque({ text: 'var.password', known: 'Quill4!Inkpot', told: 'the default of var.password' });

test('an expression is known as one, and what looks like it is not', () => {
  expect(isOpaque(opaque)).toBe(true);
  for (const other of [null, 'text', { text: 'var.ram', known: 4 }, { ...opaque }, []])
    expect(isOpaque(other)).toBe(false);
});

test('what an expression is known to be is printed nowhere', () => {
  expect(JSON.stringify({ opaque }) + inspect(opaque)).not.toContain('Quill4');
  expect(showOpaque(opaque)).toBe('${var.password}');
});

test('walks take an expression for a leaf', () => {
  expect([...walkLeaves({ credentials: { password: opaque } })]).toEqual([
    { pointer: '/credentials/password', value: opaque },
  ]);
});
