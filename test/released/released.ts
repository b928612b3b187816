// What the released version made of documents: kept, so that a later one shows what it changes. Documents are those of
// the fixtures and a set that was generated once; for each its status, findings and v2 document.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { translateText } from '../../src/index.js';
import { digestOf } from '../../src/model/digest.js';
import type { Translation } from '../../src/schema/documents.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { brokens, wholes } from '../support/generate.js';

/** What became of the documents of one text. */
export interface Kept {
  readonly name: string;
  readonly results: readonly {
    readonly kind: string;
    readonly status: string;
    readonly findings: readonly string[];
    readonly document?: unknown;
  }[];
}

const generated = new URL('documents.ndjson.gz', import.meta.url);
const seed = 15;
const runs = 150;

/** What this version makes of all documents. */
export function makeAll(): Kept[] {
  const fixtures = listFixtures().map((fixture) => keep(fixture.name, runFixture(fixture).translations));
  const documents = readLines(generated).map((text, index) => keep(`generated/${index + 1}`, translateText(text)));
  return [...fixtures, ...documents];
}

function keep(name: string, translations: readonly Translation[]): Kept {
  const results = translations.map((translation) => {
    const { kind, status, findings } = translation;
    const document = translation.document ?? ('partial' in translation ? translation.partial : undefined);
    const said = findings.map(({ severity, code, from = '' }) => `${severity} ${code} ${from}`.trim());
    return { kind, status, findings: said, ...(document === undefined ? {} : { document }) };
  });
  return JSON.parse(JSON.stringify({ name, results }));
}

/** What a version made of them; undefined where it is not kept. */
export function readKept(version: string): Kept[] | undefined {
  try {
    return readLines(fileOf(version, 'ndjson.gz')).map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Keeps what this version makes of them: whole, and as a list that people read. */
export function writeKept(version: string, all: readonly Kept[]): void {
  writeLines(
    fileOf(version, 'ndjson.gz'),
    all.map((one) => JSON.stringify(one)),
  );
  writeFileSync(fileOf(version, 'txt'), all.map((one) => `${describe(one)}\n`).join(''));
}

/** Generates the documents anew; those that are kept are the same for every version. */
export function writeGenerated(): void {
  const documents = [wholes, brokens].flatMap((arbitrary) => fc.sample(arbitrary, { seed, numRuns: runs }));
  writeLines(
    generated,
    documents.map((document) => JSON.stringify(document)),
  );
}

/** One line for a text: name, statuses, digests of the v2 documents, and how many findings there are. */
export function describe({ name, results }: Kept): string {
  const shown = results.slice(0, 5).map(({ status, document, findings }) => {
    const digest = document === undefined ? 'none' : digestOf(document).slice('sha256:'.length);
    return `${status} ${digest} ${findings.length}`;
  });
  const more = results.length > shown.length ? `, ${results.length - shown.length} more` : '';
  return `${name}: ${shown.join(', ')}${more}`;
}

function fileOf(version: string, ending: string): URL {
  return new URL(`${version}.${ending}`, import.meta.url);
}

function readLines(file: URL): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
}

function writeLines(file: URL, lines: readonly string[]): void {
  writeFileSync(file, gzipSync(lines.map((line) => `${line}\n`).join(''), { level: 9 }));
}
