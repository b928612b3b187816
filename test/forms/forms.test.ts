import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/forms/all.js';
import { guessFormat } from '../../src/forms/guess.js';

describe('guessFormat', () => {
  test.each([
    ['{"a": 1}', 'json'],
    ['\uFEFF [1]\n', 'json'],
    ['"text"', 'json'],
    ['12', 'json'],
    ['{"a":1}\n{"a":2}\n', 'ndjson'],
    ['\n{"a":1}\r\n\r\n{"a":\n', 'ndjson'],
    ['a: 1\n', 'yaml'],
    ['{a: 1}\n', 'yaml'],
    ['[]\n---\n[]\n'.replace('[]', '[a]'), 'yaml'],
    ['', 'yaml'],
  ])('%j', (text, format) => {
    expect(guessFormat(text)).toBe(format);
  });
});

describe('reading by format', () => {
  test('a known format is taken at its word', () => {
    expect(readText('a: 1', 'yaml').documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
    expect(readText('a: 1', 'json').documents[0]?.problems[0]?.code).toBe('syntax');
    expect(readText('[1]\n[2]', 'ndjson').documents.map(({ value }) => value)).toEqual([[1], [2]]);
  });

  test('broken JSON is explained as JSON', () => {
    const { format, documents } = readText('{"a": 1,\n "b": [}');
    expect(format).toBe('json');
    expect(documents[0]?.problems[0]).toMatchObject({
      code: 'syntax',
      message: 'A value is expected here.',
      at: { line: 2, column: 8 },
    });
  });

  test('what only YAML allows is read as YAML', () => {
    expect(readText('{"a": 1, # one\n}').documents[0]?.value).toEqual({ a: 1 });
    expect(readText('a: [').format).toBe('yaml');
  });
});

describe('bundling', () => {
  test('the JSON path bundles with the ES module build of jsonc-parser, runs, and needs no YAML', async () => {
    const entry = [
      `export { readJson } from '${process.cwd()}/src/forms/json/read.js';`,
      `export { renderJson } from '${process.cwd()}/src/forms/json/write.js';`,
    ].join('\n');
    const bundle = await rolldown({
      input: 'entry',
      platform: 'neutral',
      resolve: { mainFields: ['module', 'main'], extensionAlias: { '.js': ['.ts', '.js'] } },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? id : undefined),
          load: (id) => (id === 'entry' ? entry : undefined),
        },
      ],
    });
    const { output } = await bundle.generate({ format: 'esm' });
    const [chunk] = output;
    expect(chunk.moduleIds.filter((id) => id.includes('node_modules/yaml'))).toEqual([]);
    const code = Buffer.from(chunk.code).toString('base64');
    const { readJson } = await import(`data:text/javascript;base64,${code}`);
    expect(readJson('{"a":1,"a":2').problems[0].code).toBe('syntax');
    expect(readJson('{"a":1,"a":2}').problems[0].code).toBe('duplicate-key');
  });
});
