// Which clusters are compared with each other where several have one name.
import { expect, test } from 'vitest';
import { verify } from '../../src/index.js';
import { createOptions, makeCreate, makeResponse } from '../support/base.js';
import { makeAnswer, makeBody } from '../support/verify-cases.js';

const small = { 'properties.instances.cores': 2 };
const large = { 'properties.instances.cores': 16 };

function create(cores: number, displayName = 'orders-db'): unknown {
  const document = makeCreate() as { properties: Record<string, unknown> };
  return { ...document, properties: { ...document.properties, cores, displayName } };
}

function doubts(v1: unknown, v2: unknown, options = createOptions): string[] {
  const found = verify(v1, v2, options).filter(({ severity }) => severity !== 'info');
  return found.map(({ code, from = '', to = '' }) => `${code} ${from} ${to}`);
}

test('of one name those are pairs that differ least, whatever their order', () => {
  const v1 = [create(2), create(16)];
  for (const v2 of [
    [makeBody(small), makeBody(large)],
    [makeBody(large), makeBody(small)],
  ]) {
    const found = verify(v1, v2, createOptions).filter(({ severity }) => severity !== 'info');
    expect(found).toEqual([]);
  }
});

test('one that is missing on a side is told', () => {
  const found = verify([create(2), create(16)], [makeBody(large), makeBody(large)], createOptions);
  const codes = found.filter(({ severity }) => severity !== 'info').map(({ code, from }) => `${code} ${from}`);
  expect(codes).toEqual(['verify/drift/changed /0/properties/cores']);
});

test('a mended name does not take the partner of a cluster that is really called so', () => {
  const odd = create(2, 'an even better name');
  const plain = create(16, 'an-even-better-name');
  const mended = makeBody({ ...small, 'properties.name': 'an-even-better-name-2' });
  const own = makeBody({ ...large, 'properties.name': 'an-even-better-name' });
  for (const [v1, v2, at] of [
    [[odd, plain], [own, mended], 0],
    [[plain, odd], [mended, own], 1],
  ] as const)
    expect(doubts(v1, v2)).toEqual([`verify/loss/only-v1 /${at} `, `verify/drift/only-v2  /${v2.indexOf(mended)}`]);
  expect(doubts([odd, create(4, 'other')], [own])).toContain(
    'verify/drift/changed /0/properties/cores /0/properties/instances/cores',
  );
});

test('a name that people supply is the one to look for', () => {
  const options = {
    ...createOptions,
    decisions: { clusters: { first: { name: 'second' }, second: { name: 'third' } } },
  };
  const v1 = [create(2, 'first'), create(16, 'second')];
  const named = (changes: object, name: string) => makeBody({ ...changes, 'properties.name': name });
  expect(doubts(v1, [named(large, 'third'), named(small, 'second')], options)).toEqual([]);
});

test('an id goes before a name', () => {
  const ids = ['498ae72f-411f-11eb-9d07-046c59cc737e', '5b2f7f60-72c7-11ee-8c99-0242ac120002'];
  const v1 = ids.map((id, index) => ({
    ...(makeResponse() as object),
    id,
    ...(create(index + 2, `db-${index}`) as object),
  }));
  const v2 = ids.map((id, index) => makeAnswer({ id: id.toUpperCase(), 'properties.name': `db-${1 - index}` }));
  expect(doubts(v1, v2, {}).filter((one) => one.includes('/properties/name'))).toEqual([
    'verify/drift/changed /0/properties/displayName /0/properties/name',
    'verify/drift/changed /1/properties/displayName /1/properties/name',
  ]);
});
