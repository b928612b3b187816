// Our reader and HashiCorp's own parser agree: on what is refused, on blocks and arguments, and on every expression.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHcl } from '../../../../src/forms/terraform/syntax/parse.js';
import { createRandom, pick, type Random } from '../../../fuzz/random.js';
import { expression, file } from './arbitrary.js';
import { askForParts, askOracle, listArguments, outline, partsOf } from './oracle.js';

const runs = Number(process.env['LAW_RUNS'] ?? 150);
const seed = Number(process.env['LAW_SEED'] ?? Date.now() % 1_000_000);
const settings = { numRuns: runs, seed };

test('generated expressions', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(expression, async (text) => {
      const whole = `x = ${text}\n`;
      const [item] = parseHcl('main.tf', whole).body.items;
      const ours = item?.kind === 'attribute' ? partsOf(item.value, whole) : undefined;
      const theirs = (await askOracle(whole)) === 'refused' ? undefined : await askForParts(`${text}\n`);
      expect(ours).toEqual(theirs);
    }),
    settings,
  );
});

test('generated files', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      expect(outline(text)).toEqual(await askOracle(text));
    }),
    settings,
  );
});

/** Signs that mean something, and words that end or begin something. */
const signs = [
  '"',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '$',
  '${',
  '%{',
  '~',
  '<<E\n',
  'EOT',
  '\n',
  '\r',
  '\r\n',
  '#',
  '//',
  '/*',
  '*/',
];
const words = [
  ',',
  '.',
  '..',
  '...',
  '*',
  '=',
  '==',
  '=>',
  ':',
  '::',
  '?',
  '!',
  '-',
  '\\',
  ' ',
  '0',
  'for',
  'in',
  'if',
  'else',
  'ä',
];
const every = readFileSync(new URL('every-construct.tf', import.meta.url), 'utf8');

test('every construct, as it is written', async () => {
  expect(outline(every)).toEqual(await askOracle(every));
  const { body, problems } = parseHcl('main.tf', every);
  expect(problems).toEqual([]);
  for (const { value } of listArguments(body)) {
    const text = every.slice(value.start, value.end);
    expect(partsOf(value, every), text).toEqual(await askForParts(`${text}\n`));
  }
});

test('mutated files are refused by both, or by neither', { timeout: 600_000 }, async () => {
  const random = createRandom(seed);
  for (let run = 0; run < runs * 3; run++) {
    const text = mutate(random);
    const ours = parseHcl('main.tf', text).problems.length > 0;
    const theirs = (await askOracle(text)) === 'refused';
    expect({ text, isRefused: ours }).toEqual({ text, isRefused: theirs });
  }
});

function mutate(random: Random): string {
  let text = every;
  for (let count = random(3); count >= 0; count--) {
    const at = random(text.length);
    const length = random(4) === 0 ? random(20) : random(3);
    const added = random(3) === 0 ? '' : pick(random, [...signs, ...words]);
    text = text.slice(0, at) + added + text.slice(at + length);
  }
  return text;
}
