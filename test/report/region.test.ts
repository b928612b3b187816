// How far a field reaches: the key with its value, as an editor underlines it.
import { expect, test } from 'vitest';
import { readText } from '../../src/forms/all.js';
import { createRegions } from '../../src/report/region.js';

/** The text that is underlined for each pointer. */
function underline(text: string, format: 'json' | 'yaml', pointers: readonly string[]): (string | undefined)[] {
  const endOf = createRegions();
  const [source] = readText(text, format).documents;
  return pointers.map((pointer) => {
    const at = source?.locate(pointer);
    return at && text.split('\n')[at.line - 1]?.slice(at.column - 1, endOf(source)(at) - 1);
  });
}

test('a field of JSON is underlined with its value, a container by its key', () => {
  const text = '{"ram": 4096,"name":"a, \\"b\\" }", "list" : [ "x" , true],\n "deep": {"a" :null}}\n';
  expect(underline(text, 'json', ['/ram', '/name', '/list', '/list/0', '/list/1', '/deep', '/deep/a'])).toEqual([
    '"ram": 4096',
    '"name":"a, \\"b\\" }"',
    '"list"',
    '"x"',
    'true',
    '"deep"',
    '"a" :null',
  ]);
});

test('a field of YAML is underlined without its comment, and to the end of its words', () => {
  const text =
    "ram: 4096 # MB\nname: two words, and more\r\nquoted: 'a # b' # c\nblock: |\n  text\nlist:\n  - one\nflow: { a: 1, b: x y }\n";
  expect(
    underline(text, 'yaml', ['/ram', '/name', '/quoted', '/block', '/list', '/list/0', '/flow', '/flow/a', '/flow/b']),
  ).toEqual([
    'ram: 4096',
    'name: two words, and more',
    "quoted: 'a # b'",
    'block',
    'list',
    'one',
    'flow',
    'a: 1',
    'b: x y',
  ]);
});

test('in a second document of a stream lines are counted from its first', () => {
  const text = 'a: 1\n---\nb: 22\n';
  const [, second] = readText(text, 'yaml').documents;
  const at = second?.locate('/b');
  expect(at).toEqual({ line: 3, column: 1 });
  expect(at && createRegions()(second)(at)).toBe(6);
});
