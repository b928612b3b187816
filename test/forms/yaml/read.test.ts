import { describe, expect, test } from 'vitest';
import { maxDocumentLength, maxStreamLength, readYaml } from '../../../src/forms/yaml/read.js';

function values(text: string): unknown[] {
  return readYaml(text).map(({ value }) => value);
}

/** The problems of the first document, `code line:column path`. */
function summarise(text: string): string[] {
  const [document] = readYaml(text);
  return (document?.problems ?? []).map(
    ({ code, at, path }) => `${code} ${at?.line}:${at?.column}${path === undefined ? '' : ` ${path}`}`,
  );
}

const cluster = `properties:
  ram: 12.10
  version: 007
  "a/b":
    - cidr: 10.0.0.5/24
      lan: '2'
    -
      - x
  text: |
    a
`;

describe('readYaml', () => {
  test('gives the value, its text and its style', () => {
    const [document, ...rest] = readYaml(cluster);
    expect(rest).toEqual([]);
    expect(document?.value).toEqual({
      properties: { ram: 12.1, version: 7, 'a/b': [{ cidr: '10.0.0.5/24', lan: '2' }, ['x']], text: 'a\n' },
    });
    expect(document?.problems).toEqual([]);
    expect(document?.text).toBe(cluster);
    expect(document?.style).toEqual({ indent: '  ', eol: '\n', finalNewline: true, bom: false });
  });

  test.each([
    ['a:\n    - 1\n', { indent: '    ', eol: '\n', finalNewline: true, bom: false }],
    ['a:\r\n    b: 1\r\n', { indent: '    ', eol: '\r\n', finalNewline: true, bom: false }],
    ['\uFEFFa: 1', { indent: '  ', eol: '\n', finalNewline: false, bom: true }],
    ['- a:\n     # c\n     b: 1', { indent: '   ', eol: '\n', finalNewline: false, bom: false }],
    ['a:\n- b:\n   c: 1\n', { indent: ' ', eol: '\n', finalNewline: true, bom: false }],
  ])('detects the style of %j', (text, style) => {
    expect(readYaml(text)[0]?.style).toEqual(style);
  });

  test.each([
    ['', 1, 1],
    ['/properties', 1, 1],
    ['/properties/ram', 2, 3],
    ['/properties/a~1b', 4, 3],
    ['/properties/a~1b/0', 5, 7],
    ['/properties/a~1b/0/lan', 6, 7],
    ['/properties/a~1b/1', 8, 7],
    ['/properties/a~1b/1/0', 8, 9],
    ['/properties/a~1b/9', 4, 3],
    ['/properties/missing/deeper', 1, 1],
  ])('locates %j', (pointer, line, column) => {
    expect(readYaml(cluster)[0]?.locate(pointer)).toEqual({ line, column });
  });

  test('says how plain scalars were written', () => {
    const [document] = readYaml(cluster);
    expect(document?.written('/properties/ram')).toBe('12.10');
    expect(document?.written('/properties/version')).toBe('007');
    expect(document?.written('/properties/a~1b/0/lan')).toBeUndefined();
    expect(document?.written('/properties/none')).toBeUndefined();
  });

  test('YAML 1.1: numbers, times and words are read as it says, and known as written', () => {
    const text =
      '%YAML 1.1\n---\ntime: 16:30:59\nday: 2024-01-15\nat: 2024-01-15 10:00:00 +1\noctal: 0777\nyes: on\nbig: 1_000\n';
    const [document] = readYaml(text);
    expect(document?.value).toEqual({
      time: 59459,
      day: '2024-01-15',
      at: '2024-01-15 10:00:00 +1',
      octal: 511,
      yes: true,
      big: 1000,
    });
    expect(document?.problems).toEqual([]);
    expect(document?.written('/time')).toBe('16:30:59');
    expect(document?.written('/yes')).toBe('on');
    expect(document?.locate('/time')).toEqual({ line: 3, column: 1 });
  });

  test('YAML 1.1 stays in force until another directive', () => {
    expect(values('%YAML 1.1\n---\na: 0777\n---\nb: 0777\n...\n%YAML 1.2\n---\nc: 0777\n')).toEqual([
      { a: 511 },
      { b: 511 },
      { c: 777 },
    ]);
  });

  test('times stay text in YAML 1.2', () => {
    expect(values('a: 16:30:59\nb: 2024-01-15T10:00:00Z\nc: no\n')).toEqual([
      { a: '16:30:59', b: '2024-01-15T10:00:00Z', c: 'no' },
    ]);
  });

  test('anchors, aliases and merge keys', () => {
    const text =
      'base: &base\n  ram: 1\n  cores: 2\none:\n  cores: 4\n  <<: *base\ntwo:\n  <<: [*base, {ram: 9, x: 1}]\n  y: 1\nthree: *base\n';
    const [document] = readYaml(text);
    expect(document?.value).toEqual({
      base: { ram: 1, cores: 2 },
      one: { cores: 4, ram: 1 },
      two: { ram: 1, cores: 2, x: 1, y: 1 },
      three: { ram: 1, cores: 2 },
    });
    expect(document?.locate('/one/ram')).toEqual({ line: 2, column: 3 });
    expect(document?.locate('/one/cores')).toEqual({ line: 5, column: 3 });
    expect(document?.locate('/three/cores')).toEqual({ line: 3, column: 3 });
    expect(document?.written('/two/ram')).toBe('1');
  });

  test('an anchor counts from where it stands, also behind an alias', () => {
    expect(values('a: &x {k: &y 1}\nb: &y 2\nc: *x\nd: *y\n')).toEqual([{ a: { k: 1 }, b: 2, c: { k: 1 }, d: 2 }]);
  });

  test('keys that are no strings', () => {
    expect(values('1: a\n1.50: b\ntrue: c\n~: d\n: e\n&k k: f\n')).toEqual([
      { 1: 'a', '1.50': 'b', true: 'c', '~': 'd', '': 'e', k: 'f' },
    ]);
    expect(summarise('? [1]\n: a\n')).toEqual(['unsupported-value 1:3 ']);
  });

  test('keys that would reach a prototype are ordinary members', () => {
    const [document] = readYaml('__proto__: {a: 1}\nx: {constructor: 1, __proto__: 2}\ny:\n  <<: {__proto__: 3}\n');
    const value = document?.value as Record<string, object>;
    expect(Object.keys(value)).toEqual(['__proto__', 'x', 'y']);
    expect(Object.keys(value['x'] ?? {})).toEqual(['constructor', '__proto__']);
    expect(Object.keys(value['y'] ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test.each([
    ['a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1 /a']],
    ['x: {"a": 1, a: 2}\n', ['duplicate-key 1:13 /x/a']],
    ['1: a\n"1": b\n', ['duplicate-key 2:1 /1']],
    ['a: 9007199254740993\n', ['lost-digits 1:4 /a']],
    ['a: 0x20000000000001\n', ['lost-digits 1:4 /a']],
    ['a: 1e400\n', ['lost-digits 1:4 /a']],
    ['a: 9007199254740992\nb: 12.10\nc: 1e3\nd: 0o17\ne: -0\n', []],
    ['a: .nan\nb: -.inf\n', ['unsupported-value 1:4 /a', 'unsupported-value 2:4 /b']],
    ['a: !secret x\n', ['unsupported-value 1:12 /a']],
    ['a: !!binary aGk=\n', ['unsupported-value 1:13 /a']],
    ['a: !!set {x, y}\nb: !!omap [x: 1]\n', []],
    ['a: &a [*a]\n', ['alias-limit 1:8 /a/0']],
    ['a: *b\n', ['syntax 1:4 /a']],
    ['a: <<\n<<: 1\n', ['unsupported-value 2:1 ']],
    ['a: "\uFFFD"\n', ['encoding 1:5 /a']],
    ['a: "\\uFFFD"\n', ['encoding 1:5 /a']],
    ['a: [1, 2\n', ['syntax 2:1']],
    ['a:\n\tb: 1\n', ['syntax 2:1']],
    ['', ['empty 1:1']],
    [' \n\n', ['empty 1:1']],
    ['# only a comment\n---\n', ['empty 1:1']],
    [`a: ${'['.repeat(70)}`, ['too-deep 1:67']],
    [`${'- '.repeat(70)}a`, ['too-deep 1:129']],
  ])('finds what is wrong with %j', (text, problems) => {
    expect(summarise(text)).toEqual(problems);
  });

  test.each([
    ['a: [1, 2\nb: 3\n', 'A bracket or brace that was opened above is not closed'],
    ['a: {b: 1\n', 'A bracket or brace that was opened above is not closed'],
    ['a: [\n1]\n', 'what stands inside it is not indented'],
    ['a:\n  b: 1\n c: 2\n', 'The indentation does not fit the lines around it.'],
  ])('tells an open bracket from a wrong indentation: %j', (text, words) => {
    expect(readYaml(text)[0]?.problems[0]?.message).toContain(words);
  });

  test('sets and ordered maps become plain values', () => {
    expect(values('a: !!set {x, y}\nb: !!omap [x: 1, y: 2]\n')).toEqual([
      { a: { x: null, y: null }, b: [{ x: 1 }, { y: 2 }] },
    ]);
  });

  test('alias bombs are refused quickly', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const [document] = readYaml(lines.join('\n'));
    expect(document?.value).toBeUndefined();
    expect(document?.problems[0]?.code).toBe('alias-limit');
  });

  test('shows none of the text in its messages', () => {
    for (const text of [
      'password: "hunter2',
      'password: hunter2: x',
      'a: [hunter2',
      '*hunter2',
      '&hunter2 &hunter2 x',
      '!hunter2 x',
      'hunter2: 1\nhunter2: 2',
    ]) {
      const { problems } = readYaml(text)[0] ?? { problems: [] };
      expect(problems.length, text).toBeGreaterThan(0);
      const shown = problems.map(({ message, remedy }) => message + remedy).join('\n');
      expect(shown).not.toContain('hunter2');
    }
  });

  test('texts that are too large are refused unread', () => {
    const document = `a: ${'x'.repeat(maxDocumentLength)}\n`;
    expect(readYaml(`b: 1\n---\n${document}`).map(({ value, problems }) => [value, problems[0]?.code])).toEqual([
      [{ b: 1 }, undefined],
      [undefined, 'too-large'],
    ]);
    expect(summarise('a\n'.repeat(maxStreamLength / 2 + 1))).toEqual(['too-large 1:1']);
  });

  test('sixty thousand keys are read in good time, and more than memory bears are refused', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: ${index}`).join('\n');
    const [document] = readYaml(keys(60_000));
    expect(Object.keys(document?.value as object)).toHaveLength(60_000);
    expect(document?.locate('/k59999')).toEqual({ line: 60_000, column: 1 });
    const [large] = readYaml(keys(100_000));
    expect([large?.value, large?.problems.map(({ code }) => code)]).toEqual([undefined, ['too-large']]);
  });
});
