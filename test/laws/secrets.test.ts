// Law 6: no secret is said anywhere but in the v2 document. Canaries are planted, and everything else is searched.
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createTranslator, type TranslateOptions, translateText, verify } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import type { Translation } from '../../src/schema/documents.js';
import { type Draft, makeCreate, makeResponse, putAt } from '../support/base.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { creates, responses, runs } from '../support/generate.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const canary = 'CANARY9aA1!';
const supplied: TranslateOptions = {
  set: { 'credentials.database': 'app' },
  override: { 'credentials.password': `${canary}pw`, 'credentials.username': 'app' },
};

describe('values', () => {
  test.each<[string, unknown]>([
    ['properties.credentials.password', `${canary}x`],
    ['properties.credentials.password', `${canary}\u00e9#`.repeat(9)],
    ['properties.credentials.password', canary.slice(0, 9)],
    ['properties.credentials.password', [canary]],
    ['properties.credentials.password', { deep: { deeper: canary } }],
    ['properties.credentials.token', canary],
    ['properties.credentials.extra', [{ a: canary }]],
    ['properties.credentials', canary],
    ['properties.credentials', [canary]],
    ['properties.apiKey', canary],
    ['properties.connections.0.secret', { a: [canary] }],
    ['properties.maintenanceWindow.note', canary],
    ['metadata.token', canary],
    ['token', { [canary.slice(0, 3)]: canary }],
    ['properties.connectionPooler', canary],
    ['properties.cores', canary],
    ['properties.fromBackup', [canary]],
  ])('at %s are not said: %j', (path, value) => {
    for (const document of [makeCreate(), makeResponse()]) {
      putAt(document, path, value);
      expect(searchAll(JSON.stringify(document, null, 2), {})).toEqual([]);
      expect(searchAll(JSON.stringify(document), supplied)).toEqual([]);
    }
  });

  test('that people supply are not said where they are secret', () => {
    const secrets: TranslateOptions[] = [
      supplied,
      { set: { 'credentials.password': canary.toLowerCase() + canary, 'credentials.database': 'app' } },
      { override: { name: canary, version: canary }, secretPaths: ['name', 'version'] },
      { set: { description: canary }, secretPaths: ['description'] },
      { decisions: { clusters: { 'orders-db': { credentials: { password: canary, database: 'app' } } } } },
      { decisions: { map: { 'credentials.password': { '7357Cluster!x': canary } } } },
      { decisions: { defaults: { 'credentials.database': 'app', 'credentials.password': canary } } },
    ];
    for (const options of secrets) {
      for (const document of [makeCreate(), makeResponse()])
        expect(searchAll(JSON.stringify(document), options)).toEqual([]);
    }
  });

  test('in generated documents are not said', () => {
    fc.assert(
      fc.property(fc.oneof(creates, responses), fc.nat(), (document, at) => {
        const planted = plant(structuredClone(document), at);
        expect(searchAll(JSON.stringify(planted), supplied)).toEqual([]);
      }),
      runs,
    );
  });

  test('are in the v2 document, where they belong', () => {
    const [translation] = translateText(JSON.stringify(makeCreate()), supplied);
    expect(translation?.document).toMatchObject({
      properties: { credentials: { password: `${canary}pw`, database: 'app' } },
    });
  });
});

describe('texts', () => {
  const json = JSON.stringify({ properties: { credentials: { password: canary }, apiKey: canary } }, null, 1);
  const yaml = `properties:\n  credentials: # ${canary}\n    # ${canary}\n    password: ${canary} # ${canary}\n  apiKey: ${canary} # ${canary}\n`;

  test.each([
    ['json', json],
    ['yaml', yaml],
    ['ndjson', json.replaceAll('\n', '')],
    [undefined, json],
    [undefined, yaml],
  ] as const)('of %s, whole or cut off anywhere, are not quoted', (format, text) => {
    const options = format ? { format } : {};
    for (let end = 0; end <= text.length; end += 1) {
      expect(searchAll(text.slice(0, end), options)).toEqual([]);
      expect(searchAll(`${text.slice(0, end)}\u0001]`, options)).toEqual([]);
    }
  });

  test('with a password in a comment elsewhere are not quoted', () => {
    const text = `properties:\n  storageType: HDD # was ${canary}x\n  credentials:\n    username: app\n    password: ${canary}x\n`;
    expect(searchAll(text, { format: 'yaml' })).toEqual([]);
  });

  test.each(['password: ', 'PASSWORD=', 'token = ', '"apiKey": ', 'Authorization: Basic '])(
    'with an earlier secret in a comment are not quoted: %s',
    (word) => {
      const lines = `  # credentials:\n  #   username: app\n  #   ${word}${canary}`;
      const text = `properties:\n${lines}\n  storageType: HDD # ${word}${canary}\n  location: de/txl\n`;
      expect(searchAll(text, { format: 'yaml' })).toEqual([]);
    },
  );
});

describe('errors of wrong options', () => {
  const secret: unknown[] = [canary, [canary], { a: canary }, { credentials: canary }];
  const wrong = secret.flatMap((value) => [
    ...['set', 'override', 'decisions', 'secretPaths', 'kind', 'to', 'connection', 'fixNames'].map((name) => [
      name,
      value,
    ]),
    ...['base', 'id', 'basePath', 'format', 'foreign', 'positions'].map((name) => [name, value]),
    ['set', { 'credentials.password': [value] }],
    ['override', { 'instances.ram': value }],
    ['decisions', { defaults: { 'credentials.password': [value] } }],
    ['decisions', { clusters: { orders: value } }],
    ['decisions', { clusters: { orders: { credentials: { password: [value] } } } }],
    ['decisions', { map: { 'credentials.password': { a: [value] } } }],
  ]) as [string, unknown][];

  test.each(wrong)('say no value: %s %j', (name, value) => {
    const options = { [name]: value } as TranslateOptions;
    const calls = [() => translateText('{}', options), () => createTranslator(options), () => verify({}, {}, options)];
    const told = calls.map(catchThrown).join('\n');
    // The names of options and paths are said, and so is a path that a list of them holds.
    if (name !== 'secretPaths' || typeof value !== 'object') expect(told).not.toContain('CANARY9');
  });
});

describe('fixtures', () => {
  test.each(listFixtures())('$name says no password', (fixture) => {
    const { translations, report } = runFixture(fixture);
    const said = report + translations.map(withoutDocument).join('\n');
    const passwords = listPasswords(translations.map((translation) => translation.source?.().value));
    expect(passwords.filter((password) => said.includes(password))).toEqual([]);
  });
});

function catchThrown(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (thrown) {
    return inspect(thrown);
  }
}

/** Where a canary is said that should not be. */
function searchAll(text: string, options: TranslateOptions): string[] {
  const translations = translateText(text, options);
  const entries = translations.map((translation, index) => ({ source: 'file.yaml', index, translation }));
  const outputs: Record<string, string> = {
    text: renderReport(entries),
    json: renderReport(entries, { format: 'json' }),
    translation: translations.map(withoutDocument).join('\n'),
  };
  return Object.entries(outputs).flatMap(([name, output]) => (output.includes('CANARY9') ? [name] : []));
}

/** A translation as a log would print it, but for the documents and the comments that they are written with. */
function withoutDocument(translation: Translation): string {
  return JSON.stringify({ ...translation, document: undefined, partial: undefined, comments: undefined });
}

function plant(document: Draft, at: number): Draft {
  const places = [
    '',
    'properties',
    'properties.credentials',
    'properties.maintenanceWindow',
    'properties.connections.0',
  ];
  const place = places[at % places.length] ?? '';
  putAt(document, `${place}.unknown`.replace(/^\./, ''), [canary, { again: canary }]);
  putAt(document, 'properties.credentials.password', at % 2 === 0 ? `${canary}x` : { secret: canary });
  return document;
}

function listPasswords(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'password' && typeof member === 'string' ? [member] : listPasswords(member),
  );
}
