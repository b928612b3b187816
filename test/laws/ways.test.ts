// The law of one path: the same document gets the same answer whatever form, way in, way out, size, or number of threads.
import { extname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  createTranslator,
  type Format,
  type TranslateOptions,
  translateList,
  translateText,
  translateValue,
} from '../../src/index.js';
import { digestOf } from '../../src/model/digest.js';
import type { Translation } from '../../src/schema/documents.js';
import { makeFolder, run } from '../cli/command.js';
import type { Draft } from '../support/base.js';
import { brokens, responses, runs, wholes } from '../support/generate.js';
import { others, patches } from '../support/generate-others.js';
import { type Way, ways } from '../support/ways.js';

const count = Math.ceil(runs.numRuns / 4);
const perBatch = 500;
const seed = 'seed' in runs ? Number(runs.seed) : Date.now() % 2 ** 31;
vi.setConfig({ testTimeout: 240_000 });
console.log(`generated for the ways: ${count} documents, LAW_SEED=${seed}`);

/** Patches by the cluster that each changes. */
const pairs = fc.sample(fc.tuple(responses, patches), { numRuns: Math.ceil(count / 8), seed });
const bases = pairs.map(([base], at) =>
  at % 2 === 0 ? base : (translateValue(base, { to: 'read' }).document ?? base),
);
const drafts = [
  ...fc.sample(fc.oneof(wholes, brokens, others), { numRuns: count, seed }),
  ...pairs.map(([{ id }, { properties }]) => ({ id, properties })),
];
const documents = drafts.map(toPlain).filter(isOurs);

const plain: TranslateOptions = { set: { 'credentials.database': 'app', 'backup.retentionDays': 14 } };
const decided: TranslateOptions = {
  fixNames: true,
  decisions: {
    defaults: { 'credentials.database': 'app', logsEnabled: true },
    regions: { 'de/txl': { 'backup.location': 'eu-central-3' }, 'DE/FRA': { 'backup.location': 'eu-central-4' } },
    repairs: { 'instances.count': 3, 'credentials.username': 'repaired' },
    map: { 'backup.location': { de: 'eu-central-4' } },
    clusters: Object.fromEntries(
      documents.flatMap((value, at) => {
        if (at % 3 > 0) return [];
        const { id } = value as Draft;
        return [[typeof id === 'string' ? id : digestOf(value), { name: `decided-${at}`, 'instances.ram': 8 }]];
      }),
    ),
  },
  base: bases,
};
const setups = [
  {
    given: 'options',
    options: plain,
    words: Object.entries(plain.set ?? {}).flatMap(([path, value]) => ['--set', `${path}=${value}`]),
    files: {},
  },
  {
    given: 'decisions and bases',
    options: decided,
    words: ['--fix-names', '--decisions', 'decisions.json', '--base', 'bases.json'],
    files: { 'decisions.json': JSON.stringify(decided.decisions), 'bases.json': JSON.stringify(bases) },
  },
];
type Setup = (typeof setups)[number];

const batches = Array.from({ length: Math.ceil(documents.length / perBatch) }, (_, at) => ({
  batch: at + 1,
  values: documents.slice(at * perBatch, (at + 1) * perBatch),
}));

describe.each(setups)('with $given', (setup) => {
  describe.each(batches)('batch $batch', ({ values }) => {
    const answers = values.map((value) => describeAnswer(translateValue(value, setup.options)));

    test('a list is its documents', () => {
      const list = translateList(values, setup.options).map(describeAnswer);
      compare(list, answers, values);
    });

    test.each(ways)('$title', (way) => {
      const { left, code, expected } = walk(way, values, setup);
      const [shown, seen] = [expected.map((translation, at) => show(translation, way, values[at])), way.read(left)];
      const isWritten = way.shows !== 'result' && way.shows !== 'report';
      compare(
        isWritten ? seen : seen.map(readAnswer),
        shown.filter((value) => value !== undefined),
        values,
      );
      // A text may raise doubts of its own; all else it says as the value does.
      const withoutText = expected.map((translation) => describeAnswer(withoutPlaces(translation)));
      const isOdd = expected.map(({ findings }) => findings.some(({ rule }) => rule === 'document/source'));
      compare(
        withoutText.filter((_, at) => !isOdd[at]),
        answers.filter((_, at) => !isOdd[at]),
        values.filter((_, at) => !isOdd[at]),
      );
      expect(code).toBe(expected.some(({ status }) => status === 'blocked') ? 1 : 0);
    });

    test('a file for each document of an array', () => {
      const split = ['convert', 'all.json', '--split', '--out-dir', 'v2'];
      const way = ways.find(({ title }) => title === 'JSON files of a folder') as Way;
      const array = ways.find(({ title }) => title === 'a JSON array') as Way;
      const { left, expected } = walk({ ...way, lay: array.lay, words: split }, values, setup);
      const sort = (all: readonly unknown[]) => all.map((value) => JSON.stringify(value)).sort();
      const written = expected
        .map((translation) => show(translation, way, undefined))
        .filter((value) => value !== undefined);
      expect(sort(way.read(left))).toEqual(sort(written));
    });
  });
});

describe.each(['requests', 'HAR'] as const)('create requests on their way to the API: %s', (form) => {
  const bodies = documents.filter((value) => translateValue(value).kind === 'CreateClusterRequest').slice(0, perBatch);
  const { words, options } = setups[0] as Setup;
  const expected = bodies.map((body) => translateValue(body, { ...options, kind: 'CreateClusterRequest' }));
  const call = { method: 'POST', url: 'https://api.ionos.com/databases/postgresql/clusters' };
  const entries = bodies.map((body) => ({ request: { ...call, postData: { text: JSON.stringify(body) } } }));
  const whole = form === 'HAR' ? { log: { entries } } : bodies.map((body) => ({ ...call, body }));

  test('say of each body what it says alone', () => {
    const { stdout } = run(['convert', '-', '--emit', 'result', ...words], { input: JSON.stringify(whole) });
    const results = JSON.parse(stdout).map((result: Translation) => describeBody(result));
    compare(results, expected.map(describeBody), bodies);
  });

  test('become requests with the bodies of v2', () => {
    const { stdout } = run(['convert', '-', ...words], { input: JSON.stringify(whole) });
    const requests = expected.flatMap(({ document }, at) =>
      document === undefined ? [] : [{ ...requestOf(expected[at]), body: toPlain(document) }],
    );
    compare(JSON.parse(stdout), requests, bodies);
  });
});

test('one document a process', () => {
  const { words, options } = setups[0] as Setup;
  for (const value of documents.slice(0, 12)) {
    const input = JSON.stringify(value);
    const [translation] = createTranslator(options).translateText(input);
    const { stdout } = run(['convert', '-', '--emit', 'result', ...words], { input });
    expect(readAnswer(JSON.parse(stdout)), input).toEqual(translation && describeAnswer(translation));
  }
});

/** Runs a way in a folder of its own; what the library says of the same texts is what is expected. */
function walk(way: Way, values: readonly unknown[], { options, words, files }: Setup) {
  const texts = way.lay(values);
  const folder = makeFolder({ ...texts, ...files });
  const [only = ''] = Object.values(texts);
  const { stdout, stderr, status } = run([...way.words, ...words], { folder, ...(way.isPiped ? { input: only } : {}) });
  expect(status, stderr).not.toBe(2);
  const expected = Object.entries(texts).flatMap(([name, text]) =>
    translateText(text, { ...options, format: extname(name).slice(1) as Format }),
  );
  return { left: { stdout, folder, files: Object.keys(texts) }, code: status, expected };
}

/** What a way shows of a translation; undefined where it shows nothing. */
function show(translation: Translation, { shows }: Way, value: unknown): unknown {
  const { kind, status, document } = translation;
  if (shows === 'result' || shows === 'report') {
    const { document: body, ...answer } = describeAnswer(translation) as Draft;
    return shows === 'report' || body === undefined ? answer : { ...answer, document: body };
  }
  const isKept = shows === 'kept' || (shows === 'copied' && status === 'skipped');
  if (document === undefined) return isKept ? value : undefined;
  if (kind !== 'Request' || status === 'skipped') return document;
  const request = 'request' in translation ? translation.request : undefined;
  if ('target' in translation && translation.target === 'Request') return request;
  return request && { ...request, body: document };
}

/** What everybody must agree on, as JSON has it. */
function describeAnswer(translation: Translation): unknown {
  const { status, document, findings } = translation;
  return readAnswer({ status, target: targetOf(translation), request: requestOf(translation), document, findings });
}

function targetOf(translation: Translation): string | undefined {
  return 'target' in translation ? translation.target : undefined;
}

function requestOf(translation: Translation | undefined): object | undefined {
  const request = translation && 'request' in translation ? translation.request : undefined;
  return request && { method: request.method, url: request.url };
}

/** The same of a result or an entry of a report. */
function readAnswer(result: unknown): unknown {
  const { line = 1, status, target, request, document, findings } = result as Translation & Draft & { line?: number };
  // Places in results count from the line of the document.
  const told = findings.map(({ code, severity, from, to, at }) => {
    return { code, severity, from, to, at: at && { ...at, line: at.line + line - 1 } };
  });
  return toPlain({ status, target, request, document, findings: told });
}

/** What is said of a body, wherever it stands; what is said of the request around it is another matter. */
function describeBody(translation: Translation): unknown {
  const { document, findings } = translation;
  const told = findings.filter(({ rule }) => !rule.startsWith('request/') && rule !== 'document/source');
  const codes = told.map(({ code, severity, to }) => ({ code, severity, to }));
  return toPlain({ target: targetOf(translation), request: requestOf(translation), document, codes });
}

function withoutPlaces(translation: Translation): Translation {
  return { ...translation, findings: translation.findings.map(({ at: _at, ...finding }) => finding) } as Translation;
}

function compare(seen: readonly unknown[], expected: readonly unknown[], values: readonly unknown[]): void {
  for (const [at, answer] of expected.entries())
    expect(seen[at], `LAW_SEED=${seed}, ${at}: ${JSON.stringify(values[at])}`).toEqual(answer);
  expect(seen).toHaveLength(expected.length);
}

/** As JSON holds it, with text that every encoding can write. */
function toPlain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, member) =>
      typeof member === 'string' ? member.replaceAll(/\p{Surrogate}/gu, '?') : member,
    ),
  );
}

/** Whether a document is of the API wherever it stands: what is not depends on who named it. */
function isOurs(value: unknown): boolean {
  return translateValue(value).status === translateValue(value, { foreign: 'skipped' }).status;
}
