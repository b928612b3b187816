import { describe, expect, test } from 'vitest';
import { maxLength, maxNesting } from '../../../../src/forms/terraform/syntax/errors.js';
import { parseHcl } from '../../../../src/forms/terraform/syntax/parse.js';

/** The one problem of a text: where it is, and what. */
function problemOf(text: string): string {
  const { body, problems } = parseHcl('main.tf', text);
  expect(problems).toHaveLength(1);
  expect(body.items).toEqual([]);
  const [problem] = problems;
  return `${problem?.at?.line}:${problem?.at?.column} ${problem?.code} ${problem?.message}`;
}

describe('errors', () => {
  test.each([
    ['output "a" {\n  value = b\n', '1:12 syntax This block has no closing brace.'],
    ['a = 1\na = 2\n', '2:1 duplicate-key This argument stands twice in one block.'],
    ['"a" = 1\n', '1:1 syntax The name of an argument stands without quotes.'],
    [
      'a = 1 b = 2\n',
      '1:7 syntax The line is expected to end here: each argument and each block stands on lines of its own.',
    ],
    ['a = "secret\n', '1:5 syntax This text has no closing quote on its line.'],
    ['a = "\\q"\n', '1:6 syntax This text holds a backslash escape that Terraform does not know.'],
    [
      'a = <<EOT\nsecret\n',
      '1:5 syntax Behind << or <<- a marker and a line break are expected, and the marker again on a line of its own.',
    ],
    ['a = [1 2]\n', '1:8 syntax A comma or a closing bracket is expected between the items of a list.'],
    [
      'a = {\n  b = 1 c = 2\n}\n',
      '2:9 syntax A comma, a new line or a closing brace is expected behind the item of an object.',
    ],
    ['a = {\n  b 1\n}\n', '2:5 syntax Between a key and its value an equals sign or a colon is expected.'],
    ['a = f(1 2)\n', '1:9 syntax A comma or a closing parenthesis is expected between arguments.'],
    ['a = b.\n', '1:7 syntax Behind a dot a name, a number or an asterisk is expected.'],
    ['a = b ? c\n', '1:10 syntax A colon and the second value of the condition are expected here.'],
    ['a = "${b"\n', '1:9 syntax This template has no closing brace where one is expected.'],
    ['a = "%{ if b }"\n', '1:5 syntax A template directive is not closed, or closed without being open.'],
    ['a = "%{ endif }"\n', '1:6 syntax A template directive is not closed, or closed without being open.'],
    ['a = "%{ b }"\n', '1:8 syntax A template knows %{ if }, %{ else }, %{ endif }, %{ for } and %{ endfor }.'],
    ["a = 'b'\n", '1:5 syntax A value is expected here.'],
    ['b "x${y}" {\n}\n', '1:3 syntax A label is a name or a plain text in quotes, and an opening brace follows.'],
    [
      'b { c = 1\n}\n',
      '1:5 syntax A block on one line has one argument at most, and its closing brace on the same line.',
    ],
    ['/* open\n', '1:1 syntax This comment is not closed.'],
    ['\ufeffa = \n', '1:5 syntax A value is expected here.'],
    ['a = 1\r\nb = ]\r\n', '2:5 syntax A value is expected here.'],
    [
      'é = "ä" ü\n',
      '1:9 syntax The line is expected to end here: each argument and each block stands on lines of its own.',
    ],
  ])('%j', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('never quote the text', () => {
    for (const text of ['a = "hunter2\n', 'a = hunter2 hunter2\n', 'a = <<hunter2\nhunter2\n'])
      expect(JSON.stringify(parseHcl('main.tf', text).problems)).not.toContain('hunter2');
  });
});

describe('limits', () => {
  const deep: readonly (readonly [string, string, string])[] = [
    ['parentheses', '(', ')'],
    ['lists', '[', ']'],
    ['objects', '{a=', '}'],
    ['calls', 'f(', ')'],
    ['signs', '-', ''],
    ['conditions', 'a ? b : ', ''],
    ['templates', '"${', '}"'],
    ['keys', 'a[', ']'],
  ];

  test.each(deep)('%s nested too deep are refused, without a full stack', (...[, open, close]) => {
    const nest = (count: number) => `a = ${open.repeat(count)}b${close.repeat(count)}\n`;
    expect(parseHcl('main.tf', nest(maxNesting / 4)).problems).toEqual([]);
    expect(problemOf(nest(100_000))).toContain(' too-deep ');
  });

  test('blocks nested too deep are refused', () => {
    expect(problemOf('b {\n'.repeat(100_000))).toContain(' too-deep ');
    expect(problemOf('b { '.repeat(100_000))).toContain(' too-deep ');
  });

  test('a text that is too large is refused', () => {
    expect(problemOf(' '.repeat(maxLength + 1))).toContain(' too-large ');
  });

  const long: readonly (readonly [string, string])[] = [
    ['steps', `a = b${'.c[0]'.repeat(100_000)}\n`],
    ['operators', `a = b${' + c'.repeat(100_000)}\n`],
    ['sequences on a line', `a = "${'${b}'.repeat(100_000)}"\n`],
    ['sequences in a heredoc', `a = <<E\n${'${b}'.repeat(100_000)}\nE\n`],
    ['dollars', `a = "${'$'.repeat(500_000)}"\n`],
    ['lines of a heredoc', `a = <<E\n${' F\n'.repeat(200_000)}E\n`],
    ['comments', '# c\n/* d */\n'.repeat(100_000)],
    ['blocks', 'b "c" {\n  d = 1\n}\n'.repeat(50_000)],
    ['items of a list', `a = [${'1, '.repeat(200_000)}]\n`],
    ['spaces', `a =${' '.repeat(500_000)}1\n`],
  ];

  test.each(long)('many %s take time in proportion', (...[, text]) => {
    const start = process.cpuUsage();
    expect(parseHcl('main.tf', text).problems).toEqual([]);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

test('places, labels, comments and line breaks', () => {
  const file = parseHcl(
    'main.tf',
    '\ufeff# one\r\nresource "a" b { # two\r\n  c = "d" // three\r\n}\r\n/* four\r\n */\r\n',
  );
  const [block] = file.body.items;
  expect(file.problems).toEqual([]);
  expect(file.eol).toBe('\r\n');
  expect(file.comments.map(({ start, end }) => file.text.slice(start, end))).toEqual([
    '# one',
    '# two',
    '// three',
    '/* four\r\n */',
  ]);
  if (block?.kind !== 'block') throw new Error('no block');
  expect(block.labels.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(file.text.slice(block.start, block.end)).toBe('resource "a" b { # two\r\n  c = "d" // three\r\n}');
  expect([file.text[block.open], file.text[block.close]]).toEqual(['{', '}']);
  expect(file.placeAt(block.start)).toEqual({ line: 2, column: 1 });
  expect(file.placeAt(1)).toEqual({ line: 1, column: 1 });
});
