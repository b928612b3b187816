import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readYaml } from '../../../src/forms/yaml/read.js';
import { renderYaml } from '../../../src/forms/yaml/write-value.js';
import { renderDocuments, translateText } from '../../../src/index.js';
import type { Style } from '../../../src/model/source.js';
import type { PlacedComment } from '../../../src/model/translation.js';
import { awkward } from './awkward-strings.js';

const style: Style = { indent: '  ', eol: '\n', finalNewline: true, bom: false };

function comment(to: string | undefined, position: PlacedComment['position'], text: string): PlacedComment {
  return { path: '', position, text, at: { line: 1, column: 1 }, ...(to !== undefined && { to }) };
}

function parseAs(text: string, version: '1.1' | '1.2'): unknown {
  const document = parseDocument(text, { version, logLevel: 'silent' });
  expect(document.errors).toEqual([]);
  return document.toJS();
}

describe('renderYaml', () => {
  test.each(awkward.map((text) => [text]))('%j reads the same in YAML 1.1 and 1.2', (text) => {
    for (const value of [text, { key: text }, { [text]: 1 }, [text, [text]], { a: { b: text, c: 1 } }]) {
      const rendered = renderYaml(value, [], style);
      expect(parseAs(rendered, '1.2')).toEqual(value);
      expect(parseAs(rendered, '1.1')).toEqual(value);
      expect(rendered).not.toMatch(/[\u0085\u2028\u2029\ufeff]/);
    }
  });

  test('quotes only what needs it', () => {
    const value = {
      name: 'orders-db',
      location: 'de/fra',
      version: '16',
      cidr: '10.0.0.5/24',
      id: '498ae72f-411f-11eb-9d07-046c59cc737e',
      id2: '00000000-0000-0000-0000-000000000000',
      time: '16:30:59',
      day: 'Monday',
      ram: 4,
      text: 'one\ntwo\n',
      empty: {},
      none: [],
      words: 'a b',
    };
    expect(renderYaml(value, [], style)).toBe(
      `name: orders-db
location: de/fra
version: "16"
cidr: 10.0.0.5/24
id: 498ae72f-411f-11eb-9d07-046c59cc737e
id2: 00000000-0000-0000-0000-000000000000
time: "16:30:59"
day: Monday
ram: 4
text: |
  one
  two
empty: {}
none: []
words: a b
`,
    );
  });

  test('honours the style', () => {
    expect(renderYaml({ a: { b: [1] } }, [], { indent: '    ', eol: '\r\n', finalNewline: false, bom: true })).toBe(
      '\uFEFFa:\r\n    b:\r\n        - 1',
    );
    expect(renderYaml({ a: 'x\ny\n' }, [], { ...style, finalNewline: false })).toBe('a: "x\\ny\\n"');
  });

  test('writes numbers with an exponent so that YAML 1.1 takes them for numbers', () => {
    expect(renderYaml([1e21, 1e-7, 1.5e300, -0, 12.5, 100], [], style)).toBe(
      '- 1.0e+21\n- 1.0e-7\n- 1.5e+300\n- -0\n- 12.5\n- 100\n',
    );
  });

  test('writes no anchors for a value that stands twice', () => {
    const shared = { x: 1 };
    expect(renderYaml({ a: shared, b: shared }, [], style)).toBe('a:\n  x: 1\nb:\n  x: 1\n');
  });

  test('any value reads the same in both versions', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(...awkward),
      fc.string({
        unit: fc.constantFrom(
          '0',
          '1',
          '_',
          ':',
          '.',
          '-',
          'e',
          'x',
          'o',
          '+',
          'n',
          ' ',
          '\n',
          '#',
          '\t',
          'T',
          'Z',
          '~',
          '\r',
        ),
      }),
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(tree, fc.constantFrom('\n' as const, '\r\n' as const), fc.boolean(), (value, eol, finalNewline) => {
        const rendered = renderYaml(value, [], { ...style, eol, finalNewline });
        expect(parseAs(rendered, '1.2')).toEqual(value);
        expect(parseAs(rendered, '1.1')).toEqual(value);
        expect(readYaml(rendered).map((document) => document.value)).toEqual([value]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('comments', () => {
  test('go where they belong', () => {
    const comments = [
      comment('', 'before', ' document'),
      comment('/a', 'before', ' above a'),
      comment('/a', 'line', ' at a'),
      comment('/b', 'line', ' at b'),
      comment('/b/c', 'before', ' one\n two'),
      comment('/b/l', 'line', ' at l'),
      comment('/b/l/0', 'before', ' above item'),
      comment('/b/l/1', 'line', ' at item'),
      comment('/b', 'after', ' end of b'),
      comment('', 'after', ' end'),
      comment('/e', 'line', ' at e'),
      comment('/t', 'line', ' at t'),
      comment(undefined, 'line', ' stranded'),
    ];
    expect(renderYaml({ a: 1, b: { c: 2, l: [{ x: 1 }, 2] }, e: {}, t: 'x\ny\n' }, comments, style)).toBe(
      `# document

# above a
a: 1 # at a
b: # at b
  # one
  # two
  c: 2
  l: # at l
    # above item
    - x: 1
    - 2 # at item
  # end of b
e: {} # at e
t: | # at t
  x
  y
# end
`,
    );
  });

  test('none is lost, wherever it is sent', () => {
    const value = { a: 1, b: { c: [1, { d: 'x\ny' }], e: [] }, 'f/g': 'x', m: null };
    const pointers = [
      '',
      '/a',
      '/b',
      '/b/c',
      '/b/c/0',
      '/b/c/1',
      '/b/c/1/d',
      '/b/e',
      '/f~1g',
      '/m',
      '/none',
      '/b/none/deeper',
      '/b/c/9',
    ];
    const anyComment = fc.tuple(
      fc.constantFrom(...pointers),
      fc.constantFrom('before' as const, 'line' as const, 'after' as const),
      fc.string({ unit: fc.constantFrom('a', ' ', '#', '\n', ':', '\r', '\u2028') }),
    );
    fc.assert(
      fc.property(
        fc.array(anyComment, { maxLength: 12 }),
        fc.constantFrom('\n' as const, '\r\n' as const),
        (list, eol) => {
          const comments = list.map(([to, position, words], index) => comment(to, position, `${words}<${index}>`));
          const rendered = renderYaml(value, comments, { ...style, eol });
          expect(parseAs(rendered, '1.1')).toEqual(value);
          const [document] = readYaml(rendered);
          expect(document?.value).toEqual(value);
          const found =
            document
              ?.comments()
              .map(({ text }) => text)
              .join('\n') ?? '';
          for (const index of comments.keys()) expect(found.split(`<${index}>`)).toHaveLength(2);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'])(
    'no line break leads out of a comment: %j',
    (lineBreak) => {
      for (const position of ['before', 'line', 'after'] as const) {
        const rendered = renderYaml(
          { a: { b: 1 } },
          [comment('/a/b', position, ` x${lineBreak}injected: true`)],
          style,
        );
        expect(parseAs(rendered, '1.2')).toEqual({ a: { b: 1 } });
        expect(rendered).toContain('#injected: true');
        expect(rendered).not.toMatch(/[\r\u0085\u2028\u2029]/);
      }
    },
  );

  test('read and written again, they stay', () => {
    const text = `# document

# above
a: 1 # line
b: # key
  # first
  c: 2
  l:
    # item
    - x: 1 # x
    - 2
    # last
  # end b
# end
`;
    const [document] = readYaml(text);
    const comments = document?.comments().map((entry) => ({ ...entry, to: entry.path })) ?? [];
    expect(renderYaml(document?.value, comments, style)).toBe(text);
  });

  test.each([
    ['alone in its file', ''],
    ['in a stream', 'backupId: 498ae72f-411f-11eb-9d07-046c59cc737e\n---\n'],
  ])('a list keeps the comments of its items, %s', (_, before) => {
    const list =
      '# first\n- backupId: 598ae72f-411f-11eb-9d07-046c59cc737e # one\n- backupId: 698ae72f-411f-11eb-9d07-046c59cc737e\n  # last\n';
    const rendered = renderDocuments(translateText(before + list), { format: 'yaml' });
    expect(rendered).toBe((before + list).replaceAll('backupId', 'sourceBackupId'));
  });
});
