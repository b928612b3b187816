import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/forms/yaml/read.js';
import { renderStream, type StreamPart } from '../../../src/forms/yaml/write-stream.js';
import type { Style } from '../../../src/model/source.js';

const style: Style = { indent: '  ', eol: '\n', finalNewline: true, bom: false };
const made = (value: unknown): StreamPart => ({ value, comments: [] });

describe('renderStream', () => {
  test.each<[string, StreamPart[], string]>([
    ['one value', [made({ a: 1 })], 'a: 1\n'],
    ['values', [made({ a: 1 }), made({ b: 2 })], 'a: 1\n---\nb: 2\n'],
    ['a bare foreign text first', [{ text: 'x: 1\n' }, made({ a: 1 })], 'x: 1\n---\na: 1\n'],
    ['a marked foreign text last', [made({ a: 1 }), { text: '---\nx: 1\n' }], 'a: 1\n---\nx: 1\n'],
    ['a bare foreign text last', [made({ a: 1 }), { text: 'x: 1\n' }], 'a: 1\n---\nx: 1\n'],
    ['a missing line break', [{ text: 'x: 1' }, made({ a: 1 })], 'x: 1\n---\na: 1\n'],
    ['an end marker', [{ text: 'x: 1\n...\n' }, made({ a: 1 })], 'x: 1\n...\na: 1\n'],
    [
      'an end marker and a comment',
      [{ text: 'x: 1\n... # end\n# more\n' }, { text: 'y: 1\n' }],
      'x: 1\n... # end\n# more\ny: 1\n',
    ],
    [
      'a directive in the middle',
      [made({ a: 1 }), { text: '# c\n%YAML 1.1\n---\nx: 1\n' }],
      'a: 1\n...\n# c\n%YAML 1.1\n---\nx: 1\n',
    ],
    ['comments before a marker', [made({ a: 1 }), { text: '# c\n---\nx: 1\n' }], 'a: 1\n# c\n---\nx: 1\n'],
    ['a foreign text without its last line break', [made({ a: 1 }), { text: '--- x' }], 'a: 1\n--- x'],
    ['a mark in the middle', [made({ a: 1 }), { text: '\uFEFFx: 1\n' }], 'a: 1\n---\nx: 1\n'],
    ['no parts', [], ''],
  ])('%s', (_, parts, text) => {
    expect(renderStream(parts, style)).toBe(text);
  });

  test('honours the style', () => {
    expect(
      renderStream([{ text: '\uFEFFx: 1\r\n' }, made({ a: 'p\nq\n' })], {
        ...style,
        eol: '\r\n',
        bom: true,
        finalNewline: false,
      }),
    ).toBe('\uFEFFx: 1\r\n---\r\na: "p\\nq\\n"');
    expect(renderStream([made({ a: 1 })], { ...style, bom: true })).toBe('\uFEFFa: 1\n');
  });

  test('documents copied from a stream come back in order beside rendered ones', () => {
    const text = fc.array(
      fc.tuple(
        fc.constantFrom('---\n', '--- # c\n', '...\n---\n', '# c\n---\n'),
        fc.constantFrom('a: 1', 'b: |\n  x\n', '- 1\n\n', '"q"', 'c: 2\n...', 'd: 3 # x'),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        text,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (list, choices, version) => {
          const source =
            (version ? '%YAML 1.1\n' : '') +
            list
              .map(
                ([marker, body], index) =>
                  (index === 0 ? '---\n' : marker) +
                  body +
                  (body.endsWith('\n') || index === list.length - 1 ? '' : '\n'),
              )
              .join('');
          const documents = readYaml(source);
          const parts = documents.map((document, index) =>
            choices[index] ? { text: document.text } : made(document.value),
          );
          expect(readYaml(renderStream(parts, style)).map(({ value }) => value)).toEqual(
            documents.map(({ value }) => value),
          );
          expect(
            renderStream(
              documents.map((document) => ({ text: document.text })),
              style,
            ),
          ).toBe(source);
        },
      ),
      { numRuns: 300 },
    );
  });
});
