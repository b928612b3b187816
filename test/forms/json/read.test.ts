import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/forms/json/read.js';
import { readNdjson, readNdjsonLine } from '../../../src/forms/ndjson/read.js';

/** The code and place of each problem, `code line:column path`. */
function summarise(text: string): string[] {
  return readJson(text).problems.map(
    ({ code, at, path }) => `${code} ${at?.line}:${at?.column}${path === undefined ? '' : ` ${path}`}`,
  );
}

const cluster = `{
  "properties": {
    "ram": 12.10,
    "a/b": [1, {"~": true}],
    "name": "x:y"
  }
}
`;

describe('readJson', () => {
  test('gives the value, its text and its style', () => {
    const { value, problems, text, line, style } = readJson(cluster);
    expect(value).toEqual({ properties: { ram: 12.1, 'a/b': [1, { '~': true }], name: 'x:y' } });
    expect(problems).toEqual([]);
    expect(text).toBe(cluster);
    expect(line).toBe(1);
    expect(style).toEqual({ indent: '  ', eol: '\n', finalNewline: true, bom: false });
  });

  test.each([
    ['{"a":1}', { indent: '', eol: '\n', finalNewline: false, bom: false }],
    ['\uFEFF{\r\n\t"a": 1\r\n}\r\n', { indent: '\t', eol: '\r\n', finalNewline: true, bom: true }],
    ['[\n    1\n]', { indent: '    ', eol: '\n', finalNewline: false, bom: false }],
  ])('detects the style of %j', (text, style) => {
    expect(readJson(text).style).toEqual(style);
  });

  test.each([
    ['', 1, 1],
    ['/properties', 2, 3],
    ['/properties/ram', 3, 5],
    ['/properties/a~1b', 4, 5],
    ['/properties/a~1b/0', 4, 13],
    ['/properties/a~1b/1/~0', 4, 17],
    ['/properties/a~1b/7', 4, 5],
    ['/properties/a~1b/length', 4, 5],
    ['/properties/missing/deeper', 2, 3],
    ['/constructor', 1, 1],
  ])('locates %j', (pointer, line, column) => {
    expect(readJson(cluster).locate(pointer)).toEqual({ line, column });
  });

  test('a byte-order mark is no column, and CRLF is one break', () => {
    const document = readJson('\uFEFF{"a": 1,\r\n "b": 2}');
    expect(document.value).toEqual({ a: 1, b: 2 });
    expect(document.locate('/a')).toEqual({ line: 1, column: 2 });
    expect(document.locate('/b')).toEqual({ line: 2, column: 2 });
  });

  test('says how numbers were written, and only those', () => {
    const document = readJson(cluster);
    expect(document.written('/properties/ram')).toBe('12.10');
    expect(document.written('/properties/a~1b/1/~0')).toBe('true');
    expect(document.written('/properties/name')).toBeUndefined();
    expect(document.written('/properties')).toBeUndefined();
    expect(document.written('/properties/ram/x')).toBeUndefined();
  });

  test.each([
    ['', 'empty 1:1'],
    [' \n\t', 'empty 1:1'],
    ['{"a":1} {"b":2}', 'syntax 1:9'],
    ['{"a":1} x', 'syntax 1:9'],
    ['{"a":1,}', 'syntax 1:8'],
    ['{"a":\n tru}', 'syntax 2:2'],
    ['{"a":1', 'syntax 1:7'],
    ['{"a":"x', 'syntax 1:8'],
    ['{"a":tr', 'syntax 1:8'],
    ["{'a':1}", 'syntax 1:2'],
    ['// c\n{}', 'syntax 1:1'],
    ['{"a":"\u0001"}', 'syntax 1:6'],
    ['NaN', 'syntax 1:1'],
    ['[01]', 'syntax 1:3'],
    ['[1]\u00a0', 'syntax 1:4'],
    ['['.repeat(100), 'too-deep 1:65'],
  ])('refuses %j with a place', (text, problem) => {
    expect(summarise(text)).toEqual([problem]);
    expect(readJson(text).value).toBeUndefined();
    expect(readJson(text).locate('/a')).toEqual({ line: 1, column: 1 });
  });

  test.each([
    ['{"a":1}\n{"b":2}', 'More text follows after the end of the document.'],
    ['{"a":[1,2', 'The text ends in the middle of the document.'],
    ['[1,]', 'A comma stands before a closing bracket or where nothing follows it.'],
    ['{"a":1 /* c */}', 'JSON has no comments.'],
  ])('says what is wrong with %j', (text, message) => {
    expect(readJson(text).problems[0]).toMatchObject({ message, severity: 'error' });
  });

  test('accepts 64 levels', () => {
    expect(summarise('['.repeat(64) + ']'.repeat(64))).toEqual([]);
    expect(summarise('['.repeat(65) + ']'.repeat(65))).toEqual(['too-deep 1:65']);
  });

  test.each([
    ['{"a":1,"a":2}', ['duplicate-key 1:8 /a']],
    ['{"a":1,"\\u0061":2}', ['duplicate-key 1:8 /a']],
    ['{"x":[{"a/b":1,\n"a/b":{"c":1,"c":2}}]}', ['duplicate-key 2:1 /x/0/a~1b', 'duplicate-key 2:14 /x/0/a~1b/c']],
    ['{"":1,"":2}', ['duplicate-key 1:7 /']],
    ['{"__proto__":1,"__proto__":2}', ['duplicate-key 1:16 /__proto__']],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":"b\\":1,\\"a","c":{"a":"x"}}', []],
  ])('finds the duplicate keys of %j', (text, problems) => {
    expect(summarise(text)).toEqual(problems);
  });

  test.each([
    ['9007199254740993', ['lost-digits 1:1 ']],
    ['9007199254740992', []],
    ['[1,{"n":12345678901234567890}]', ['lost-digits 1:9 /1/n']],
    ['1e400', ['lost-digits 1:1 ']],
    ['-1e400', ['lost-digits 1:1 ']],
    ['1e-400', ['lost-digits 1:1 ']],
    ['0.1000000000000000055', ['lost-digits 1:1 ']],
    ['[12.10, 1E3, -0, 0e9, 1.50e+1, 100000000000000000000, 0.1, 5e-324]', []],
    ['{"s":"12345678901234567890"}', []],
  ])('finds the numbers that lose digits in %j', (text, problems) => {
    expect(summarise(text)).toEqual(problems);
  });

  test('warns of replacement characters', () => {
    expect(readJson('{"a":"\\\\ufffd"}').problems).toEqual([]);
    expect(readJson('{"a":"\\ufFfd"}').problems).toMatchObject([{ code: 'encoding', path: '/a', at: { column: 7 } }]);
    expect(readJson('{"a":"\uFFFD"}').problems).toMatchObject([
      { code: 'encoding', severity: 'warning', at: { line: 1, column: 7 } },
    ]);
  });

  test('keeps keys that would reach a prototype as ordinary members', () => {
    const { value } = readJson('{"__proto__":{"a":1},"constructor":2}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('shows none of the text in its messages', () => {
    const secret = 'hunter2Secret';
    for (const text of [
      `{"password": ${secret}}`,
      `{"password": "${secret}`,
      `{"password": "${secret}" x}`,
      `{"${secret}":1,"b" "${secret}"}`,
    ]) {
      const { problems } = readJson(text);
      expect(problems).toHaveLength(1);
      expect(JSON.stringify(problems)).not.toContain('hunter2');
    }
  });

  test('any text: no exception, the value of JSON.parse, a place for every problem', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutatedJson()), (text) => {
        const document = readJson(text);
        const expected = parse(text);
        expect(document.value).toEqual(expected);
        expect(document.problems.every(({ at }) => at !== undefined)).toBe(true);
        expect(document.value === undefined).toBe(
          document.problems.some(({ code }) => code === 'syntax' || code === 'empty'),
        );
        document.locate('/a/0/b');
        document.written('/a');
      }),
    );
  });

  test('duplicate keys are found whatever stands around them', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.string(), (value, key) => {
        const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
        const inner = `{${member},"\\u0000other":${JSON.stringify(value)}}`;
        expect(readJson(inner).problems.filter(({ code }) => code === 'duplicate-key')).toEqual([]);
        const { problems } = readJson(`[${inner},{${member},${member}}]`);
        expect(problems.filter(({ code }) => code === 'duplicate-key')).toHaveLength(1);
      }),
    );
  });

  test('every field is located at its key', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer(), { minKeys: 1 }), (object) => {
        const text = JSON.stringify({ list: [object] }, null, 2);
        const document = readJson(text);
        const lines = text.split('\n');
        for (const key of Object.keys(object)) {
          const pointer = `/list/0/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
          const place = document.locate(pointer);
          expect(lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1)).toMatch(
            JSON.stringify(key).slice(0, 1),
          );
          expect(document.written(pointer)).toBe(String(object[key]));
        }
      }),
    );
  });
});

describe('NDJSON', () => {
  test('a line knows its place in the file', () => {
    const document = readNdjsonLine('{"a": {"b": 007}}', 12);
    expect(document.problems[0]?.at).toEqual({ line: 12, column: 14 });
    expect(readNdjsonLine('{"a": {"b": 7}}\r\n', 12).locate('/a/b')).toEqual({ line: 12, column: 8 });
    expect(readNdjsonLine('{}\r\n', 1).style).toEqual({ indent: '', eol: '\r\n', finalNewline: true, bom: false });
  });

  test('blank lines are no documents, and a bad line spares the others', () => {
    const text = '\n{"a":1}\n\n{"a":\n{"a":3}\n\n';
    const documents = readNdjson(text);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
    expect(documents.map(({ text: own }) => own).join('')).toBe(text);
    expect(documents.map((document) => document.locate('')?.line)).toEqual([2, 4, 5]);
    expect(documents[1]?.problems[0]).toMatchObject({ code: 'syntax', at: { line: 4, column: 6 } });
  });

  test('an empty file is one empty document', () => {
    expect(readNdjson(' \n').map(({ problems }) => problems[0]?.code)).toEqual(['empty']);
  });

  test('the texts of the lines are the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{"a":1}', '', ' ', '{', '[]', '\r')).map((lines) => lines.join('\n')),
        (text) => {
          expect(
            readNdjson(text)
              .map((document) => document.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mutatedJson(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', 'e', '\u0000', '//', 'tru'))
    .map(([json, at, insert]) => {
      const offset = at % (json.length + 1);
      return json.slice(0, offset) + insert + json.slice(offset + 1);
    });
}
