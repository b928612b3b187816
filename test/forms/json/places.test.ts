// Where fields stand in a JSON text: jsonc-parser's tree, which reads it all, says the same of generated texts.
import fc from 'fast-check';
import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { createJsonIndex } from '../../../src/forms/json/positions.js';
import { toPointer } from '../../../src/model/path.js';

const texts = fc
  .tuple(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'))
  .map(([text, indent]) => JSON.stringify(JSON.parse(text), null, indent));

test('fields, items and documents are found where they are', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const index = createJsonIndex(text);
      const root = parseTree(text) as Node;
      for (const path of listPaths(JSON.parse(text)))
        expect([path, index.findOffset(toPointer(path))]).toEqual([path, offsetIn(root, path)]);
    }),
    { numRuns: 1000 },
  );
});

test('escaped keys, keys that stand twice and brackets in strings do not confuse it', () => {
  const text = '\uFEFF { "a\\"]" : [ "}\\\\" , {"b":1,"b":"]"} ] }';
  const index = createJsonIndex(text);
  expect([index.findOffset('/a"]'), index.findOffset('/a"]/1'), index.findOffset('/a"]/1/b')]).toEqual([4, 23, 30]);
  expect(index.findOffset('/nothing/here')).toBe(2);
});

function offsetIn(root: Node, path: JSONPath): number | undefined {
  const node = findNodeAtLocation(root, path);
  return path.length > 0 && node?.parent?.type === 'property' ? node.parent.offset : node?.offset;
}

function listPaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...members.flatMap(([key, member]) => listPaths(member, [...path, key]))];
}
