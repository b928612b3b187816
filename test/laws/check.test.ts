// The law of `convert --check`: it passes exactly what `convert` would skip as v2 without remarks, and what is not ours.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { renderDocument, translateValue } from '../../src/index.js';
import { fromPointer } from '../../src/model/path.js';
import { makeFolder, run } from '../cli/command.js';
import { type Draft, putAt } from '../support/base.js';
import { brokens, runs, wholes } from '../support/generate.js';
import { others } from '../support/generate-others.js';
import { findRefusals, isTranslated, listLeafPointers } from '../support/laws.js';

const seed = 'seed' in runs ? Number(runs.seed) : Date.now() % 2 ** 31;
const count = Math.ceil(runs.numRuns / 4);
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const options = {
  set: { 'credentials.username': 'app', 'credentials.password': '7357Cluster!x', 'credentials.database': 'app' },
  fixNames: true,
};
const translations = fc
  .tuple(wholes, fc.constantFrom('ensure', 'create', 'read'))
  .map(([v1, to]) => translateValue(v1, { ...options, to: to as 'read' }))
  .filter((made) => made.document !== undefined && made.kind !== 'fromBackup' && isTranslated(made));
const oddValues = fc.constantFrom<unknown>(
  null,
  '',
  'odd',
  0,
  -1,
  5000,
  true,
  [],
  {},
  ['x'],
  '10.0.0.0/8',
  'SYNCHRONOUS',
);

/** Documents of v2 with another value, or none, in the place of one. */
const damaged = fc
  .tuple(translations, fc.nat(), fc.oneof(oddValues, fc.constant(undefined)))
  .map(([translation, at, value]) => {
    const document = structuredClone(translation.document) as unknown as Draft;
    const leaves = listLeafPointers(document).filter((pointer) => pointer.startsWith('/properties/'));
    putAt(document, fromPointer(leaves[at % leaves.length] ?? '').join('.'), value);
    return { translation, document };
  });
const mixed = fc
  .tuple(
    translations,
    fc.constantFrom(['displayName', 'x'], ['ram', 4096], ['storageType', 'SSD'], ['postgresVersion', '15']),
  )
  .map(([{ document }, [key, value]]) => ({
    ...(document as unknown as Draft),
    properties: { ...((document as unknown as Draft)['properties'] as Draft), [String(key)]: value },
  }));
const foreign = fc.constantFrom<unknown>(
  { name: 'web', version: '1.0.0', dependencies: {} },
  { hello: 'world' },
  { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } },
  { httpStatus: 404, messages: [{ errorCode: 'x', message: 'y' }] },
  [{ name: 'a', swaggerUrl: '/x' }],
  'text',
  7,
);

describe('convert --check', () => {
  test('passes documents of v2, however they are written', () => {
    const all = sample(translations);
    const named = all.map((translation, at) => {
      const format = at % 2 === 0 ? ('json' as const) : ('yaml' as const);
      return [`${at}.${format}`, renderDocument(translation, { format })] as const;
    });
    expect(checkFiles(Object.fromEntries(named))).toEqual([]);
  });

  test('fails every document of v1', () => {
    const all = sample(fc.oneof(wholes, others)).filter(
      (v1) => translateValue(v1, { foreign: 'skipped' }).kind !== 'unknown',
    );
    expect(checkFiles(asFiles(all))).toEqual(all.map((_, at) => `${at}.json`).sort());
  });

  test('fails what is half of v1', () => {
    const all = sample(mixed);
    expect(checkFiles(asFiles(all))).toEqual(all.map((_, at) => `${at}.json`).sort());
  });

  test('fails what the v2 schema refuses, and nothing else', () => {
    const all = sample(damaged);
    const documents = all.map(({ document }) => document);
    const failed = new Set(checkFiles(asFiles(documents)));
    for (const [at, { translation, document }] of all.entries()) {
      const refused = findRefusals({ ...translation, document: withoutNulls(document) } as typeof translation);
      expect([failed.has(`${at}.json`), refused, JSON.stringify(document)]).toEqual([
        refused.length > 0,
        refused,
        JSON.stringify(document),
      ]);
    }
  });

  test('passes files that are not ours', () => {
    const all = sample(foreign);
    expect(checkFiles(asFiles(all))).toEqual([]);
  });

  test('says of anything what convert would do with it', () => {
    const values = fc.oneof(
      brokens,
      others,
      mixed,
      foreign,
      damaged.map(({ document }) => document),
    );
    const all = sample(values);
    const failing = all.flatMap((value, at) => (isFine(value) ? [] : [`${at}.json`]));
    expect(checkFiles(asFiles(all))).toEqual(failing.sort());
  });
});

/** Whether convert hands it on as v2 without remarks, or leaves it alone as nobody's. */
function isFine(value: unknown): boolean {
  const { status, document, findings, kind } = translateValue(value, { foreign: 'skipped' });
  if (status !== 'skipped') return false;
  // Half of v1 is nobody's neither, and a request to somebody else is no document of ours.
  const codes = findings.map(({ code }) => code);
  if (kind === 'unknown') return !codes.includes('document/kind/mixed');
  if (codes.includes('request/operation/foreign')) return true;
  return document !== undefined && findings.every(({ severity }) => severity === 'info');
}

/** The files that are named as still to be looked at. */
function checkFiles(files: Readonly<Record<string, string>>): string[] {
  // A sign of a wrong encoding would be a remark of its own.
  const texts = Object.entries(files).map(([name, text]) => [name, text.replaceAll(/\uFFFD|\p{Surrogate}/gu, '?')]);
  const folder = makeFolder(Object.fromEntries(texts));
  const { stdout, stderr, status } = run(['convert', '.', '--check'], { folder });
  const named = stdout === '' ? [] : stdout.trimEnd().split('\n');
  expect(status, stderr).toBe(named.length > 0 ? 1 : 0);
  return named.sort();
}

function asFiles(values: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(values.map((value, at) => [`${at}.json`, JSON.stringify(value)]));
}

function sample<T>(values: fc.Arbitrary<T>): T[] {
  return fc.sample(values, { numRuns: count, seed });
}

/** What is null is absent. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, member) => member ?? undefined));
}
