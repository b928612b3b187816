import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/forms/json/read.js';
import { renderJson } from '../../../src/forms/json/write.js';
import { renderNdjsonLine } from '../../../src/forms/ndjson/write.js';
import type { Style } from '../../../src/model/source.js';

const plain: Style = { indent: '', eol: '\n', finalNewline: false, bom: false };

describe('renderJson', () => {
  test.each<[Partial<Style>, string]>([
    [{}, '{"a":[1,"x\\ny"]}'],
    [{ finalNewline: true, eol: '\r\n' }, '{"a":[1,"x\\ny"]}\r\n'],
    [{ indent: '  ', bom: true }, '\uFEFF{\n  "a": [\n    1,\n    "x\\ny"\n  ]\n}'],
    [{ indent: '\t', eol: '\r\n' }, '{\r\n\t"a": [\r\n\t\t1,\r\n\t\t"x\\ny"\r\n\t]\r\n}'],
  ])('%j', (style, text) => {
    expect(renderJson({ a: [1, 'x\ny'] }, { ...plain, ...style })).toBe(text);
  });

  test('what was read is written alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '    ', '\t'), fc.boolean(), (value, indent, bom) => {
        const text = renderJson(value, { ...plain, indent, bom, finalNewline: !bom });
        const document = readJson(text);
        expect(document.value).toEqual(JSON.parse(JSON.stringify(value)));
        expect(renderJson(document.value, document.style)).toBe(text);
      }),
    );
  });

  test('a line of NDJSON has no line break', () => {
    expect(renderNdjsonLine({ a: 'x\ny\u2028' })).toBe('{"a":"x\\ny\u2028"}');
  });
});
