// The laws on every fixture and on every example of every rule.
import { describe, expect, test } from 'vitest';
import { renderDocument, translateText, translateValue } from '../../src/index.js';
import { fromPointer, valueAt } from '../../src/model/path.js';
import { withoutItems } from '../../src/pipeline/lists.js';
import { renderReport } from '../../src/report/create-report.js';
import type { Translation } from '../../src/schema/documents.js';
import { listExampleCases } from '../support/examples.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import {
  applyBothPatches,
  findRefusals,
  findUnnamed,
  freeze,
  isTranslated,
  keepsPromise,
  translateAgain,
} from '../support/laws.js';

interface Case {
  readonly title: string;
  readonly v1: unknown;
  readonly translation: Translation;
}

const examples: Case[] = listExampleCases().map(({ title, value, options }) => ({
  title,
  v1: value,
  translation: translateValue(freeze(structuredClone(value)), options),
}));
const fixtures = listFixtures();
const fromFixtures: Case[] = fixtures.flatMap((fixture) =>
  runFixture(fixture).translations.map((translation, index) => ({
    title: `${fixture.name} ${index + 1}`,
    v1: findOriginal(translation),
    translation,
  })),
);
const translated = [...examples, ...fromFixtures].filter(({ translation }) => isTranslated(translation));
/** What v2 has no document for is told of all the same. */
const inventoried = ['User', 'UserList', 'Database', 'DatabaseList', 'Request'];
const told = fromFixtures.filter(
  ({ translation }) =>
    !isTranslated(translation) && inventoried.includes(translation.kind) && translation.document === undefined,
);
const written = translated.filter(({ translation }) => translation.document !== undefined);

describe('fixtures and examples', () => {
  test('are enough to mean something', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(new Set(told.map(({ translation }) => translation.kind))).toEqual(new Set(inventoried));
  });

  test.each([...translated, ...told])('name every leaf of both sides: $title', ({ v1, translation }) => {
    expect(findUnnamed(v1, translation)).toEqual([]);
  });

  test('have the request that their type promises', () => {
    expect(translated.filter(({ translation }) => !keepsPromise(translation)).map(({ title }) => title)).toEqual([]);
    const targets = written.map(({ translation }) => ('target' in translation ? translation.target : undefined));
    expect(targets).toEqual(expect.arrayContaining(['ClusterCreate', 'ClusterEnsure', 'Request', 'Backup']));
  });

  test.each(written)('are patched there and back, fit the v2 schema and stay as they are: $title', (item) => {
    const { there, back } = applyBothPatches(item.v1, item.translation);
    expect(there).toEqual(item.translation.document);
    expect(back).toEqual(item.v1);
    expect(findRefusals(item.translation)).toEqual([]);
    // What surrounds a list is no document without its items.
    if (isListEnvelope(item.translation)) return;
    const again = translateAgain(item.translation);
    expect(again).toMatchObject({ status: 'skipped', document: item.translation.document });
  });
});

/** A list speaks for what surrounds its items; they speak for themselves. */
function findOriginal(translation: Translation): unknown {
  const value = translation.source?.().value;
  if (isListEnvelope(translation)) return withoutItems(value);
  return valueAt(value, fromPointer(translation.pointer ?? ''));
}

function isListEnvelope(translation: Translation): boolean {
  const target = 'target' in translation ? translation.target : undefined;
  return /List$/.test(target ?? translation.kind) && translation.pointer === undefined;
}

describe('texts', () => {
  const wholes = fixtures.filter((fixture) => runFixture(fixture).document !== undefined);

  test.each(wholes)('of v2 come back byte for byte: $name', (fixture) => {
    const { format, output } = fixture;
    const text = runFixture(fixture).document ?? '';
    const again = runFixture({ ...fixture, text, input: output, options: {} });
    expect(again.translations.map(({ status }) => status)).not.toContain('blocked');
    if (format !== 'ndjson') expect(again.document).toBe(text);
  });

  test.each(fixtures)('give the same bytes twice: $name', (fixture) => {
    expect(runFixture(fixture)).toMatchObject({
      document: runFixture(fixture).document,
      report: runFixture(fixture).report,
    });
  });

  test.each(fixtures.filter(({ format }) => format === 'yaml'))(
    'lose no comment: $name',
    ({ input, text, options }) => {
      const translations = translateText(text, { format: 'yaml', ...options });
      for (const [index, translation] of translations.entries()) {
        if (!isTranslated(translation)) continue;
        // The items of a list have its comments, each one of them once.
        if (isListEnvelope(translation)) {
          const places = translations.flatMap(({ comments = [] }) =>
            comments.map(({ at }) => `${at.line}:${at.column}`),
          );
          expect(new Set(places).size).toBe(places.length);
          expect(places).toHaveLength(translation.source?.().comments().length ?? 0);
        } else if (translation.pointer === undefined)
          expect(translation.comments ?? []).toHaveLength(translation.source?.().comments().length ?? 0);
        const written = renderDocument(translation, { format: 'yaml' });
        const report = renderReport([{ source: input, index, translation }]);
        for (const comment of translation.comments ?? []) {
          const place = `${input}:${comment.at.line}:${comment.at.column}`;
          const line = comment.text.split('\n')[0]?.trim() ?? '';
          if (comment.to === undefined) expect(report, line).toContain(place);
          else if (translation.document) expect(written).toContain(`# ${line}`);
        }
      }
    },
  );
});
