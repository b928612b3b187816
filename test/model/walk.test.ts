import { expect, test } from 'vitest';
import { findItems } from '../../src/model/items.js';
import { copyWith, walkLeaves } from '../../src/model/walk.js';

const value = { a: { 'b/c': 1, none: null }, list: [true, { d: 'text' }], empty: {}, nothing: [] };

test('leaves come in their order with their pointers, empty containers and null among them', () => {
  expect([...walkLeaves(value)]).toEqual([
    { pointer: '/a/b~1c', value: 1 },
    { pointer: '/a/none', value: null },
    { pointer: '/list/0', value: true },
    { pointer: '/list/1/d', value: 'text' },
    { pointer: '/empty', value: {} },
    { pointer: '/nothing', value: [] },
  ]);
});

test('a scalar is its own leaf, at the pointer it stands at', () => {
  expect([...walkLeaves('text', '/here')]).toEqual([{ pointer: '/here', value: 'text' }]);
});

test('a copy has what is given in place of a value, null included, and shares nothing with the original', () => {
  const copy = copyWith(value, '', (_, pointer) => (pointer === '/a/b~1c' ? null : undefined));
  expect(copy).toEqual({ ...value, a: { 'b/c': null, none: null } });
  expect((copy as typeof value).empty).not.toBe(value.empty);
});

test('a copy holds a key such as __proto__ as its own', () => {
  const copy = copyWith(JSON.parse('{"__proto__":{"a":1}}'), '', () => undefined);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1}}');
});

test('items are those of an array and of a list, and of nothing else', () => {
  expect(findItems([1])).toEqual({ items: [1], at: '' });
  expect(findItems({ items: [1], type: 'collection' })).toEqual({ items: [1], at: '/items' });
  for (const other of [undefined, null, 'items', {}, { items: {} }]) expect(findItems(other)).toBeUndefined();
});
