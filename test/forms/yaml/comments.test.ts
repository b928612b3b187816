import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CST, Lexer } from 'yaml';
import { readYaml } from '../../../src/forms/yaml/read.js';
import { yamlText } from './arbitrary.js';

/** Every comment as `position path: text`. */
function list(text: string): string[] {
  return readYaml(text).flatMap((document) =>
    document.comments().map(({ path, position, text: words }) => `${position} ${path}:${words}`),
  );
}

describe('comments', () => {
  test.each<[string, string, string[]]>([
    ['above the first child', 'a:\n  # c\n  b: 1\n', ['before /a/b: c']],
    ['above the first item', 'a:\n  # c\n  - 1\n', ['before /a/0: c']],
    ['at the end of a line', 'a: 1 # c\n', ['line /a: c']],
    ['behind a key whose value follows', 'a: # c\n  b: 1\n', ['line /a: c']],
    ['between a key and its value', 'a: # c\n  # d\n  1\nb: 2\n', ['line /a: c', 'before /a: d']],
    ['behind a dash', '- # c\n  a: 1\n', ['line /0: c']],
    ['below a lone dash', '-\n  # c\n  a: 1\n', ['before /0/a: c']],
    ['between fields', 'a: 1\n# c\nb: 2\n', ['before /b: c']],
    ['after the last field of a block', 'a:\n  b: 1\n  # c\nd: 2\n', ['after /a: c']],
    ['after the last field of an outer block', 'a:\n  b:\n    c: 1\n  # x\nd: 2\n', ['after /a: x']],
    ['after the last item', 'a:\n  - 1\n  # c\nb: 2\n', ['after /a: c']],
    ['below an unindented list', 'a:\n- 1\n# c\nb: 2\n', ['before /b: c']],
    ['indented less than what follows', 'a:\n# c\n  b: 1\n', ['before /a/b: c']],
    [
      'inside brackets',
      'a: [ # x\n  1, # y\n  # z\n  2\n  # w\n]\n',
      ['line /a: x', 'line /a/0: y', 'before /a/1: z', 'after /a: w'],
    ],
    ['behind brackets', 'a: {b: [1, 2]} # c\n', ['line /a: c']],
    ['behind inner brackets', 'a: {b: [1, 2], # c\n  d: 1}\n', ['line /a/b: c']],
    ['at a block scalar', 'a: | # c\n  # text\n  x\n# d\nb: 1\n', ['line /a: c', 'before /b: d']],
    ['after a block scalar at the end', 'a: |\n  x\n# d\n', ['after : d']],
    ['at the head, close', '# c\na: 1\n', ['before /a: c']],
    ['at the head, apart', '# c\n# d\n\n# e\na: 1\n', ['before : c\n d', 'before /a: e']],
    ['before the marker', '# c\n---\na: 1\n', ['before : c']],
    ['on the marker', '--- # c\na: 1\n', ['before : c']],
    ['behind a directive', '%YAML 1.2 # c\n---\na: 1\n', ['before : c']],
    ['at the end', 'a: 1\n# c\n', ['after : c']],
    ['behind the end marker', 'a: 1\n... # c\n', ['after : c']],
    ['at a scalar document', '# a\nx # b\n# c\n', ['before : a', 'line : b', 'after : c']],
    ['in an empty neighbour', 'a: 1\n---\n# c\n', ['after : c']],
    ['in an empty document', '# c\n', ['after : c']],
    ['with blank lines between', 'a: 1\n# c\n\n# d\nb: 1\n', ['before /b: c', 'before /b: d']],
    ['on adjacent lines', 'a: 1\n# c\n#d\n#\nb: 1\n', ['before /b: c\nd\n']],
    ['with CRLF', '# c\r\na: 1 # d\r\n# e\r\n', ['before /a: c', 'line /a: d', 'after : e']],
    ['at a merge key', 'x: &x {}\na:\n  # c\n  <<: *x # d\n', ['before /a: c', 'line /a: d']],
    ['in a document that cannot be read', 'a: [ # c\n', ['line : c']],
    ['hash signs that are none', 'a: "x # y"\nb: x#y\nc: |\n  # z\n', []],
  ])('%s', (_, text, expected) => {
    expect(list(text)).toEqual(expected);
  });

  test('know their place in the file', () => {
    const [, second] = readYaml('a: 1 # x\n---\nb: # y\n  # z\n  # w\n  c: 1\n');
    expect(second?.comments().map(({ at }) => at)).toEqual([
      { line: 3, column: 4 },
      { line: 4, column: 3 },
    ]);
  });

  test('every comment is there exactly once, in order', () => {
    fc.assert(
      fc.property(yamlText(), (text) => {
        for (const document of readYaml(text)) {
          const found = document.comments().flatMap(({ text: words }) => words.split('\n'));
          expect(found).toEqual(lexComments(document.text));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function lexComments(text: string): string[] {
  const lexemes = [...new Lexer().lex(text)];
  return lexemes
    .filter((lexeme, index) => CST.tokenType(lexeme) === 'comment' && lexemes[index - 1] !== CST.SCALAR)
    .map((lexeme) => lexeme.slice(1).replace(/\r$/, ''));
}
