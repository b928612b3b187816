// Keys of clusters in a decisions file: each means one document, wherever that stands.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { translateText } from '../../../src/index.js';
import { digestOfTranslation } from '../../../src/report/entry.js';
import { makeCluster, makeFolder, run, supply } from '../command.js';

const oneLine = (properties: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify(JSON.parse(makeCluster(properties)))}\n`;
const digestOf = (text: string) => {
  const [translation] = translateText(text);
  return (translation && digestOfTranslation(translation)) ?? '';
};
const decide = (key: string, ram = 8) => JSON.stringify({ clusters: { [key]: { 'instances.ram': ram } } });
const ramsOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text).properties.instances.ram);

describe('a digest', () => {
  const lines = [2, 4, 6].map((cores) => oneLine({ cores }));
  const digests = lines.map(digestOf);
  const decisions = JSON.stringify({
    clusters: Object.fromEntries(digests.map((digest, index) => [digest, { 'instances.ram': 10 + index }])),
  });

  test.each([
    ['a file', { 'a.json': JSON.stringify(lines.map((text) => JSON.parse(text))) }, ['a.json']],
    ['lines', { 'a.ndjson': lines.join('') }, ['a.ndjson', '--ndjson']],
    ['lines below others', { 'a.ndjson': `\n\n${lines.join('')}` }, ['a.ndjson', '--ndjson']],
  ])('is the key of a document in %s', (_, files, words) => {
    const folder = makeFolder({ ...files, 'd.json': decisions });
    const { stdout, status } = run(['convert', ...words, '--decisions', 'd.json', ...supply], { folder });
    const documents =
      words.length > 1 ? ramsOf(stdout) : ramsOf(JSON.parse(stdout).map(JSON.stringify).join('\n') as string);
    expect([status, documents]).toEqual([0, [10, 11, 12]]);
  });

  test('means the same in the parts of a stream, with one thread or two', () => {
    const folder = makeFolder({ 'd.json': decisions });
    const words = ['convert', '--ndjson', '--decisions', 'd.json', ...supply];
    const whole = run(words, { folder, input: lines.join('') });
    expect(ramsOf(whole.stdout)).toEqual([10, 11, 12]);
    const parts = [lines.slice(0, 2), lines.slice(2)].map(
      (part) => run(words, { folder, input: part.join('') }).stdout,
    );
    expect(parts.join('')).toBe(whole.stdout);
    expect(run([...words, '--jobs', '2'], { folder, input: lines.join('') }).stdout).toBe(whole.stdout);
  });

  test('is what reports and results show', () => {
    const folder = makeFolder({ 'a.json': lines[0] ?? '' });
    for (const words of [
      ['audit', 'a.json'],
      ['convert', 'a.json', '--emit', 'result'],
    ])
      expect(run(words, { folder }).stdout).toContain(digests[0]);
  });
});

describe('a key that does not mean one document is bad usage, told before anything is written', () => {
  const [one, other] = [oneLine({ cores: 2 }), oneLine({ cores: 4 })] as const;
  const refuse = (
    words: readonly string[],
    key: string,
    { input = '', ...files }: Readonly<Record<string, string>> = {},
  ) => {
    const folder = makeFolder({ ...files, 'd.json': decide(key) });
    const { status, stdout, stderr } = run([...words, '--decisions', 'd.json', ...supply], { folder, input });
    expect([status, stdout, existsSync(join(folder, 'v2'))]).toEqual([2, '', false]);
    return stderr;
  };

  test.each([[['convert']], [['convert', '--out-dir', 'v2']], [['audit']], [['diff']]])(
    'a name of several: %j',
    (words) => {
      const files = { 'a.json': one, 'b.json': other };
      expect(refuse([...words, 'a.json', 'b.json'], 'orders', files)).toContain(
        `clusters: orders is the name of several documents; put one of ${digestOf(one)} (a.json), ${digestOf(other)} (b.json)`,
      );
    },
  );

  test('a name of several that have ids', () => {
    const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
    const withId = JSON.stringify({ id, ...JSON.parse(makeCluster({ credentials: undefined })) });
    expect(refuse(['convert', 'a.json', 'b.json'], 'orders', { 'a.json': withId, 'b.json': other })).toContain(
      `put one of ${id} (a.json), ${digestOf(other)} (b.json)`,
    );
  });

  test.each([
    ['a file', { words: ['convert', 'a.json'], key: 'a.json' }],
    ['a line', { words: ['convert', 'a.ndjson'], key: 'a.ndjson:2' }],
    ['standard input', { words: ['convert', '--input-format', 'ndjson'], key: '<stdin>:2', input: one + other }],
    ['standard input that is guessed', { words: ['convert'], key: '<stdin>:2', input: one + other }],
  ] as const)('a place, as older files have them: %s', (_, { words, key, ...input }) => {
    const files = { 'a.json': other, 'a.ndjson': one + other };
    expect(refuse(words, key, { ...files, ...input })).toContain(
      `clusters: ${key} is a place, which is no key any more; put ${digestOf(other)}`,
    );
  });

  test.each([
    ['which is no key any more; audit --init-decisions writes ids and digests', '<stdin>:2'],
    [`orders is a name, which is no key in a stream; put ${digestOf(one)} (<stdin>)`, 'orders'],
  ])('in a stream: %s', (message, key) => {
    for (const jobs of [[], ['--jobs', '2']])
      expect(refuse(['convert', '--ndjson', ...jobs], key, { input: one })).toContain(message);
  });

  test('and a name that one document has is a key, also of standard input', () => {
    const folder = makeFolder({ 'd.json': decide('orders') });
    for (const words of [[], ['--input-format', 'ndjson'], ['--input-format', 'json']]) {
      const { stdout, status } = run(['convert', ...words, '--decisions', 'd.json', ...supply], { folder, input: one });
      expect([words, status, stdout === '' ? '' : ramsOf(stdout)]).toEqual([words, 0, [8]]);
    }
  });
});
