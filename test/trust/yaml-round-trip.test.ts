// Generated documents in every dress that YAML has: the v2 text says the v2 value, and no comment is lost.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Document, isScalar, parse, Scalar, visit } from 'yaml';
import { renderDocuments, translateText } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import { runs, wholes } from '../support/generate.js';

vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

interface Dress {
  readonly style: 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL';
  readonly width: number;
  readonly indent: number;
  readonly isFlow: boolean;
  readonly lineEnd: string;
  readonly everyNth: number;
}

const dresses: fc.Arbitrary<Dress> = fc.record({
  style: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  // Narrower ones, and quoted words deep in flows: the yaml package folds `undefined` into them.
  width: fc.constantFrom(0, 80, 1000),
  indent: fc.constantFrom(1, 2, 4),
  isFlow: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  everyNth: fc.integer({ min: 1, max: 7 }),
});

test('whole documents keep value and comments in any dress', () => {
  fc.assert(
    fc.property(wholes, dresses, (value, dress) => {
      const { text, comments } = dressUp(value, dress);
      const translations = translateText(text, { format: 'yaml', set: { 'credentials.database': 'app' } });
      const [translation] = translations;
      expect(parse(text)).toEqual(translation?.source?.().value);
      const written = renderDocuments(translations, { format: 'yaml' });
      expect(parse(written)).toEqual(translation?.document);
      const report = renderReport(translations.map((one, index) => ({ source: 'a.yaml', index, translation: one })));
      const lost = comments.filter((comment) => !written.includes(comment) && !report.includes(comment));
      expect(lost, text).toEqual([]);
    }),
    runs,
  );
});

/** The value as YAML, with a comment of its own at some of its keys and values. */
function dressUp(value: unknown, dress: Dress): { text: string; comments: string[] } {
  const document = new Document(value, { aliasDuplicateObjects: true });
  const comments: string[] = [];
  const next = (): string => {
    comments.push(`mark-${comments.length}-ünï;`);
    return ` ${comments.at(-1)} # \\ "quoted" 'and' more`;
  };
  let count = 0;
  visit(document, {
    Pair: (_key, { key, value: member }) => {
      count += 1;
      if (count % dress.everyNth !== 0) return;
      if (isScalar(key)) key.commentBefore = next();
      if (isScalar(member) && member.type !== Scalar.BLOCK_FOLDED && !dress.style.startsWith('BLOCK'))
        member.comment = next();
    },
  });
  document.commentBefore = next();
  document.comment = next();
  const text = document.toString({
    defaultStringType: dress.style,
    defaultKeyType: 'PLAIN',
    lineWidth: dress.width,
    indent: dress.indent,
    ...(dress.isFlow ? { collectionStyle: 'flow' as const } : {}),
  });
  return { text: text.replaceAll('\n', dress.lineEnd), comments };
}
