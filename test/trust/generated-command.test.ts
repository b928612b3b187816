// Generated documents of every kind through the built command: as lines, and as JSON and YAML files. What a process
// prints, writes and ends with is what the library says of the same bytes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import {
  digestAsKey,
  type Format,
  isEnvelope,
  listRules,
  renderDocuments,
  type TranslateOptions,
  translateText,
} from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { makeFolder, read, run } from '../cli/command.js';
import { runs } from '../support/generate.js';
import { everything } from '../support/generate-others.js';

const summaries = new Map(listRules().map(({ id, summary }) => [id, summary]));
/** As many as each law is tried on, over its four kinds of documents. */
const count = runs.numRuns * 4;
const perBatch = 2000;
const seed = 'seed' in runs ? Number(runs.seed) : Date.now() % 2 ** 31;
const documents = fc.sample(everything, { numRuns: count, seed });
const batches = Array.from({ length: Math.ceil(count / perBatch) }, (_, at) => ({
  batch: at + 1,
  values: documents.slice(at * perBatch, (at + 1) * perBatch),
}));
const options: TranslateOptions = {
  set: { 'credentials.database': 'app', 'backup.retentionDays': 14 },
  fixNames: true,
};
const words = ['--set', 'credentials.database=app', '--set', 'backup.retentionDays=14', '--fix-names'];

vi.setConfig({ testTimeout: 240_000 });
console.log(`generated for the command: ${count} documents, LAW_SEED=${seed}`);

describe.each(batches)('batch $batch', ({ values }) => {
  test('lines give the results of the library, in order', () => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    const folder = makeFolder({ 'all.ndjson': text });
    const asked = ['convert', 'all.ndjson', '--ndjson', '--emit', 'result', '--report', 'report.json', ...words];
    const { status, stdout } = run(asked, { folder });
    const lines = stdout.trimEnd().split('\n').map(parse);
    const expected = text
      .trimEnd()
      .split('\n')
      .map((line, at) => describeLine(line, at + 1));
    for (const [at, line] of expected.entries())
      expect(showLine(lines[at]), `LAW_SEED=${seed}, ${JSON.stringify(values[at])}`).toEqual(line);
    expect(lines).toHaveLength(values.length);
    const translations = text
      .trimEnd()
      .split('\n')
      .flatMap((line) => translateText(line, { ...options, format: 'ndjson' }));
    expect(status).toBe(codeOf(translations));
    const { entries } = parse(read(folder, 'report.json')) as { entries: { status: string }[] };
    expect(entries.map((entry) => entry.status)).toEqual(translations.map((translation) => translation.status));
  });

  test.each(['json', 'yaml'] as const)('%s files become the files of the library', (format) => {
    const texts = values.map((value) => (format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value)));
    const files = Object.fromEntries(texts.map((text, at) => [`in/${at}.${format}`, text]));
    const folder = makeFolder(files);
    const { status, stderr } = run(['convert', 'in', '--out-dir', 'v2', ...words], { folder });
    const translations = texts.map((_, at) => translateFile(join(folder, `in/${at}.${format}`), format));
    for (const [at, made] of translations.entries()) {
      const path = join(folder, `v2/${at}.${format}`);
      const written = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      expect(written, `LAW_SEED=${seed}, ${texts[at]}`).toBe(expectFile(made, format));
    }
    expect(status, stderr).toBe(codeOf(translations.flat()));
  });
});

test('one document a process ends as the library says', () => {
  for (const value of documents.slice(0, 24)) {
    const input = JSON.stringify(value);
    const translations = translateText(input, { ...options, format: 'json' });
    const told = run(['convert', '-', '--input-format', 'json', '--fail-on', 'warning', ...words], { input });
    // What this document has no use for is a warning of the run.
    const isIdle = told.stderr.includes('was used by no document');
    const expected = {
      status: isIdle ? 1 : codeOf(translations, ['error', 'warning']),
      stdout: renderDocuments(translations, { format: 'json' }),
    };
    expect(told, `LAW_SEED=${seed}, ${input}`).toMatchObject(expected);
  }
});

/** The result line of a line: one result, or those of its items for a list. */
function describeLine(line: string, number: number): unknown {
  const translations = translateText(line, { ...options, format: 'ndjson' });
  const isList = translations.some((one) => one.pointer !== undefined || isEnvelope(one));
  const items = isList ? translations.filter((one) => !isEnvelope(one)) : translations;
  const results = items.map((translation) => describeResult(translation, number));
  return parse(JSON.stringify(isList ? results : results[0]));
}

/** What is compared of a line: of a list, its items. */
function showLine(line: unknown): unknown {
  return (line as { results?: unknown }).results ?? line;
}

function describeResult(translation: Translation, number: number): unknown {
  const { kind, status, document, id, name, location } = translation;
  const target = 'target' in translation ? translation.target : undefined;
  const request = 'request' in translation ? translation.request : undefined;
  const changes = translation.changes.map((change) =>
    change.why === summaries.get(change.rule) ? { ...change, why: undefined } : change,
  );
  const { findings } = translation;
  const known = { line: number, id, name, location, digest: digestAsKey(translation) };
  return { source: 'all.ndjson', ...known, kind, target, status, request, document, changes, findings };
}

function translateFile(path: string, format: Format): Translation[] {
  return translateText(readFileSync(path, 'utf8'), { ...options, format, foreign: 'skipped' });
}

/** What stands in the file of these documents: nothing where one of them is not fit to be sent, or none is of the API. */
function expectFile(translations: readonly Translation[], format: Format): string | undefined {
  const isLeft = translations.some(({ status }) => status === 'blocked' || status === 'unreadable');
  const isOurs = translations.some(({ document }) => document !== undefined);
  return isLeft || !isOurs ? undefined : renderDocuments(translations, { format });
}

function codeOf(translations: readonly Translation[], failing: readonly string[] = ['error']): number {
  if (translations.some(({ status, source }) => status === 'unreadable' && source?.().format !== 'ndjson')) return 3;
  return translations.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0;
}

function parse(text: string): unknown {
  return JSON.parse(text);
}
