// Which clusters are compared with each other where several have one name.
import { expect, test } from 'vitest';
import { verify } from '../../src/index.js';
import { createOptions, makeCreate } from '../support/base.js';
import { makeBody } from '../support/verify-cases.js';

const small = { 'properties.instances.cores': 2 };
const large = { 'properties.instances.cores': 16 };

function create(cores: number): unknown {
  const document = makeCreate() as { properties: Record<string, unknown> };
  return { ...document, properties: { ...document.properties, cores } };
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
