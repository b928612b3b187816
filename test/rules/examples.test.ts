// Every example of every rule is a test: laid over a complete document it gives what it says, no more and no less.
import { describe, expect, test } from 'vitest';
import { type Finding, translateText, translateValue } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { getAt } from '../support/base.js';
import { type ExampleCase, listExampleCases } from '../support/examples.js';

const cases = listExampleCases();

describe('examples of rules', () => {
  test.each(cases)('$title', (example) => {
    const translation = translateValue(example.value, example.options);
    expect(listSaid(translation, example.rule.id)).toEqual([...(example.example.says ?? [])].sort());
    expect(translation).toMatchObject({ target: expectTarget(example) });
    const document = translation.document ?? ('partial' in translation ? translation.partial : undefined);
    for (const [path, value] of Object.entries(example.example.gives ?? {})) {
      expect(getAt(document, path.slice(example.prefix.length)), path).toEqual(value);
    }
  });

  test.each(cases)('the same from text, with places: $title', (example) => {
    const [translation, ...others] = translateText(JSON.stringify(example.value, null, 2), {
      ...example.options,
      format: 'json',
    });
    expect(others).toEqual([]);
    expect(translation?.findings.map(withoutPlace)).toEqual(translateValue(example.value, example.options).findings);
    const placed = translation?.findings.filter((finding) => finding.from !== undefined) ?? [];
    for (const finding of placed) {
      expect(finding.at, finding.code).toEqual({ line: expect.any(Number), column: expect.any(Number) });
    }
  });
});

function listSaid(translation: Translation, rule: string): string[] {
  const said = translation.findings.filter((finding) => finding.rule === rule);
  return said.map((finding) => finding.code.slice(rule.length + 1)).sort();
}

function expectTarget({ example, prefix }: ExampleCase): string {
  return prefix === '' ? (example.target ?? 'ClusterCreate') : 'restoreFromBackup';
}

function withoutPlace(finding: Finding): Finding {
  const { at: _at, ...rest } = finding;
  return rest;
}
