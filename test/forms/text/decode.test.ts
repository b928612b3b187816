import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/forms/text/decode.js';
import type { Place } from '../../../src/model/place.js';

const encoder = new TextEncoder();

describe('decodeText', () => {
  test('gives valid UTF-8 back, mark and all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        (text) => {
          expect(decodeText(encoder.encode(text))).toEqual({ text });
          expect(decodeText(encoder.encode(`\uFEFF${text}`))).toEqual({ text: `\uFEFF${text}` });
        },
      ),
    );
  });

  test.each<[string, number[], string, Place]>([
    ['a UTF-16 mark, little end first', [0xff, 0xfe, 0x7b, 0], 'UTF-16', { line: 1, column: 1 }],
    ['a UTF-16 mark, big end first', [0xfe, 0xff, 0, 0x7b], 'UTF-16', { line: 1, column: 1 }],
    ['UTF-16 without a mark', [0x7b, 0, 0x22, 0], 'UTF-16LE', { line: 1, column: 1 }],
    ['UTF-16 without a mark, big end first', [0, 0x7b, 0, 0x22], 'UTF-16BE', { line: 1, column: 1 }],
    ['UTF-32 with a mark, big end first', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b], 'UTF-32', { line: 1, column: 1 }],
    ['Latin-1', [0x61, 0x0a, 0x62, 0xe4, 0x62], 'not UTF-8', { line: 2, column: 2 }],
    [
      'Latin-1 after a genuine replacement character',
      [0xef, 0xbf, 0xbd, 0x62, 0xe4],
      'not UTF-8',
      { line: 1, column: 3 },
    ],
    ['a cut-off character', [0x61, 0xc3], 'not UTF-8', { line: 1, column: 2 }],
    ['NUL characters', [0x61, 0x62, 0x0a, 0], 'no text file', { line: 2, column: 1 }],
  ])('refuses %s', (...row) => {
    const [, bytes, words, at] = row;
    const { text, problem } = decodeText(Uint8Array.from(bytes));
    expect(text).toBe('');
    expect(problem).toMatchObject({
      code: 'encoding',
      severity: 'error',
      at,
      remedy: words.startsWith('UTF')
        ? `Write it anew: iconv -f ${words} -t UTF-8 FILE > NEWFILE`
        : 'Save the file as UTF-8 and try again.',
    });
    expect(problem?.message).toContain(words);
  });

  test('no bytes are no problem here', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '' });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { text, problem } = decodeText(bytes);
        if (!problem) expect(encoder.encode(text)).toEqual(bytes);
      }),
    );
  });
});
