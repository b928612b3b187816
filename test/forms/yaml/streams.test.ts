import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/forms/yaml/read.js';
import { yamlText } from './arbitrary.js';

function values(text: string): unknown[] {
  return readYaml(text).map(({ value }) => value);
}

describe('streams', () => {
  test('every document has its text, line and places in the file', () => {
    const text = '# head\na: 1\n---\n# two\nb:\n  c: 2\n...\n# three\n--- # marker\nd: 3';
    const documents = readYaml(text);
    expect(documents.map((document) => document.text)).toEqual([
      '# head\na: 1\n',
      '---\n# two\nb:\n  c: 2\n...\n',
      '# three\n--- # marker\nd: 3',
    ]);
    expect(documents.map((document) => document.line)).toEqual([1, 3, 8]);
    expect(documents[1]?.locate('/b/c')).toEqual({ line: 6, column: 3 });
    // Back to a document read before.
    expect(documents[0]?.locate('/a')).toEqual({ line: 2, column: 1 });
    expect(documents[2]?.style.finalNewline).toBe(false);
  });

  test.each([
    ['a: "open\n---\nb: 1\n'],
    ['a: [1, {\n---\nb: 1\n'],
    ['a: |\n  x\n y: :\n: - [\n---\nb: 1\n'],
    ['*x\n---\nb: 1\n...\n'],
  ])('an error spares the neighbours: %j', (text) => {
    expect(values(text)).toEqual([undefined, { b: 1 }]);
  });

  test.each([
    ['---\n---\na: 1\n---\n', [{ a: 1 }]],
    ['a: 1\n---\n# nothing\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\n---\nnull\n', [{ a: 1 }, null]],
    ['...\na: 1\n', [{ a: 1 }]],
    ['---\n', [undefined]],
    ['--- {a: 1}\n--- [2]\n--- text\n', [{ a: 1 }, [2], 'text']],
    ['a: |\n ---\n  x\n---x: 1\n', [{ a: '---\n x\n', '---x': 1 }]],
    ['---a: 1\n', [{ '---a': 1 }]],
    ['\uFEFF---\na: 1\n', [{ a: 1 }]],
    ['a: 1\r\n---\r\nb: 2\r\n...\r\n', [{ a: 1 }, { b: 2 }]],
  ])('empty documents join a neighbour: %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('the texts of the documents are the file, and nothing throws', () => {
    fc.assert(
      fc.property(yamlText(), (text) => {
        const documents = readYaml(text);
        expect(documents.map((document) => document.text).join('')).toBe(text);
        for (const document of documents) {
          expect(JSON.parse(JSON.stringify(document.value ?? null))).toEqual(document.value ?? null);
          const isRefused = document.problems.some(({ code }) =>
            ['empty', 'syntax', 'too-deep', 'alias-limit'].includes(code),
          );
          if (isRefused) expect(document.value).toBeUndefined();
          else if (document.value === undefined)
            expect(document.problems[0]).toMatchObject({ code: 'unsupported-value', severity: 'error' });
          expect(document.problems.every(({ at }) => at !== undefined)).toBe(true);
          document.locate('/a/0/b');
          document.written('/a');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a byte-order mark before a list is no column', () => {
  const [document] = readYaml('\uFEFF- lanId: 2\n  cidr: x\n');
  expect(document?.value).toEqual([{ lanId: 2, cidr: 'x' }]);
  expect(document?.style.bom).toBe(true);
  expect(document?.locate('/0/lanId')).toEqual({ line: 1, column: 3 });
});

test('a byte-order mark before a directive is none of it', () => {
  const [document, ...others] = readYaml('\uFEFF%YAML 1.1\n---\na: yes\nb: 16_384\n');
  expect(others).toEqual([]);
  expect([document?.value, document?.problems]).toEqual([{ a: true, b: 16384 }, []]);
});
