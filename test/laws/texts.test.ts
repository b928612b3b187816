// The laws across formats: a document says the same as a value and as text, and what is written reads back the same.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Finding, renderDocument, type TranslateOptions, translateText, translateValue } from '../../src/index.js';
import { brokens, runs, wholes } from '../support/generate.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const options: TranslateOptions = { set: { 'credentials.database': 'app' }, fixNames: true };

describe.each([
  ['whole', wholes],
  ['broken', brokens],
] as const)('%s documents', (_name, documents) => {
  test.each([undefined, 2])('say the same as JSON with indentation %s and as values', (indent) => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = JSON.stringify(document, null, indent);
        const [fromText, ...others] = translateText(text, { ...options, format: 'json' });
        const fromValue = translateValue(JSON.parse(text), options);
        expect(others).toEqual([]);
        expect(fromText?.document).toEqual(fromValue.document);
        expect(fromText?.findings.filter(isOfValue).map(withoutPlace)).toEqual(fromValue.findings);
        expect(fromText?.findings.filter(({ at }) => !at)).toEqual([]);
        expect(fromText?.changes.map(({ at: _at, ...change }) => change)).toEqual(fromValue.changes);
      }),
      runs,
    );
  });

  test.each(['json', 'yaml', 'ndjson'] as const)(
    'that are written as %s read back the same and come back unchanged',
    (format) => {
      fc.assert(
        fc.property(documents, (document) => {
          const translation = translateValue(document, options);
          if (!translation.document) return;
          const text = renderDocument(translation, { format });
          const [again, ...others] = translateText(text, { format });
          expect(others).toEqual([]);
          expect(again?.status).toBe('skipped');
          expect(again?.document).toEqual(translation.document);
          if (again && format !== 'ndjson') expect(renderDocument(again, { format })).toBe(text);
        }),
        runs,
      );
    },
  );
});

describe.each(['json', 'yaml'] as const)('items of a %s list', (format) => {
  const faults = ['"ram": 8192, "ram": 4096', '"cores": 12345678901234567890', '"displayName": "B\uFFFDcher"'];
  test.each(faults)('each hear of their own fault, however many have it: %s', (fault) => {
    const item = `{"properties": {"location": "de/txl", ${fault}}}`;
    const ofText = (text: string) =>
      translateText(text, { format }).map(({ findings }) =>
        findings.filter((finding) => !isOfValue(finding)).map(({ code, from }) => ({ code, from })),
      );
    const sound = item.replace(fault, '"ram": 8192');
    const items = Array.from({ length: 50 }, (_, at) => (at % 10 === 3 ? sound : item));
    const [alone] = ofText(item);
    expect(alone).toHaveLength(1);
    const told = items.map((text) => (text === sound ? [] : alone));
    expect(ofText(`[${items.join()}]`)).toEqual(told);
    expect(ofText(`{"type": "collection", "items": [${items.join()}]}`)).toEqual(told);
  });
});

/** A text may raise doubts of its own, such as a sign of a wrong encoding. */
function isOfValue({ rule }: Finding): boolean {
  return rule !== 'document/source';
}

function withoutPlace({ at: _at, ...finding }: Finding): Finding {
  return finding;
}
