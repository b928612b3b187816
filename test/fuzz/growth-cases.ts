// Texts that grow in one structure, by name: what reads, translates and reports them takes time that grows no faster.
import { makeCreate, makeResponse, putAt } from '../support/base.js';

/** A text of a size, and how it is read. */
export interface Growth {
  readonly name: string;
  readonly format: 'json' | 'yaml' | 'ndjson';
  readonly make: (size: number) => string;
}

type Structure = Omit<Growth, 'format'>;

function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

function withValue(path: string, value: unknown, document = makeCreate()): string {
  putAt(document, path, value);
  return JSON.stringify(document);
}

const cluster = 'properties:\n  location: de/txl\n  storageType: HDD\n';
const item = '- properties: { location: de/txl, storageType: HDD }\n';

/** Structures of YAML. */
const yaml: readonly Structure[] = [
  {
    name: 'comments below a key, with line ends of Windows',
    make: (n) => `properties:\r\n${'  # a\r\n'.repeat(n)}location: de/txl\r\n`,
  },
  { name: 'comments above the first key', make: (n) => `${'# a\n'.repeat(n)}${cluster}` },
  { name: 'blank lines and comments above the first key', make: (n) => `${'# a\n\n'.repeat(n)}${cluster}` },
  {
    name: 'comments behind one long line',
    make: (n) => `${cluster}  x: [${'1, '.repeat(n)}1]\n${'  # a\n'.repeat(n)}`,
  },
  { name: 'comments behind the last key', make: (n) => `${cluster}${'# a\n'.repeat(n)}` },
  {
    name: 'unknown fields with a comment each',
    make: (n) => cluster + repeat(Math.min(n, 9000), (at) => `  x${at}: 1 # a\n`),
  },
  {
    name: 'secrets with a comment each',
    make: (n) => cluster + repeat(n, (at) => `  key${at}: secret${at} # secret\n`),
  },
  { name: 'items with a comment each', make: (n) => repeat(n, () => `# a\n${item}`) },
  {
    name: 'fields of v2 with a comment each, in a list',
    make: (n) =>
      `- properties:\n    name: a\n    version: "15"\n    instances: {}\n${repeat(n, (at) => `    x${at}: 1 # a\n`)}`,
  },
  { name: 'documents behind one long first line', make: (n) => `# ${'a'.repeat(20 * n)}\n${'---\na: 1\n'.repeat(n)}` },
  { name: 'empty documents', make: (n) => '---\n'.repeat(n) },
  { name: 'ends of documents', make: (n) => `a: 1\n${'...\n'.repeat(n)}` },
  {
    name: 'anchors and aliases',
    make: (n) => `${cluster}${repeat(n, (at) => `  x${at}: &a${at} 1\n  y${at}: *a${at}\n`)}`,
  },
  {
    name: 'a key that stands twice, below a long one',
    make: (n) => `? ${'k'.repeat(10 * n)}\n: ${'{a: 1, '}${'a: 1, '.repeat(n)}}\n`,
  },
  { name: 'dashes of empty items', make: (n) => `a:\n${'- \n'.repeat(n)}` },
  {
    name: 'lines of a folded text',
    make: (n) => `properties:\n  location: de/txl\n  displayName: >\n${'    a\n'.repeat(n)}`,
  },
  {
    name: 'lines of a text in quotes',
    make: (n) => `properties:\n  location: de/txl\n  displayName: "${'a\n\n    '.repeat(n)}"\n`,
  },
  { name: 'signs of a flow', make: (n) => `a: [${'{}, '.repeat(n)}]\n` },
  { name: 'commas of a flow', make: (n) => `a: [${', '.repeat(n)}]\n` },
  { name: 'colons', make: (n) => `a: ${': '.repeat(n)}\n` },
  { name: 'question marks', make: (n) => '? \n'.repeat(n) },
  { name: 'tabs', make: (n) => `a:\n${'\t\n'.repeat(n)}b: 1\n` },
  { name: 'carriage returns', make: (n) => `a: 1\n${'\r'.repeat(n)}` },
  { name: 'merge keys', make: (n) => `a: &a {x: 1}\n${repeat(n, (at) => `b${at}: {<<: *a}\n`)}` },
];

/** Structures of JSON. */
const json: readonly Structure[] = [
  {
    name: 'slashes in a URL',
    make: (n) =>
      JSON.stringify({
        method: 'GET',
        url: `https://api.ionos.com/databases/postgresql/clusters${'/'.repeat(10 * n)}x`,
      }),
  },
  {
    name: 'colons and signs in a URL',
    make: (n) => JSON.stringify({ ...makeResponse(), href: 'a:b@?&;#%40='.repeat(n) }),
  },
  {
    name: 'a number after a point in a version',
    make: (n) => withValue('properties.postgresVersion', `1${'.1'.repeat(10 * n)}`),
  },
  { name: 'dashes in a name', make: (n) => withValue('properties.displayName', `a${'-'.repeat(10 * n)}!`) },
  { name: 'backticks in a name', make: (n) => withValue('properties.displayName', '`a'.repeat(10 * n)) },
  { name: 'signs that formats escape', make: (n) => withValue('properties.displayName', '://&;=+\u202e##['.repeat(n)) },
  { name: 'spaces behind a key', make: (n) => `{"a":${' '.repeat(20 * n)}` },
  { name: 'brackets that nobody closes', make: (n) => `{"a":1${',"b":"'.repeat(n)}` },
  { name: 'backslashes', make: (n) => `{"a":"${'\\\\'.repeat(n)}` },
  { name: 'quotes', make: (n) => `{"a":"${'\\"'.repeat(n)}` },
  {
    name: 'a key that stands twice, below a long one',
    make: (n) => `{"${'k'.repeat(10 * n)}":{${'"a":1,'.repeat(n)}"a":1}}`,
  },
  {
    name: 'unknown fields',
    make: (n) =>
      withValue(
        'properties.x',
        Object.fromEntries(Array.from({ length: Math.min(n, 9000) }, (_, at) => [`x${at}`, at])),
      ),
  },
  {
    name: 'fields below a long key',
    make: (n) =>
      withValue(
        `properties.${'k'.repeat(Math.min(n, 9000))}`,
        Object.fromEntries(Array.from({ length: Math.min(n, 9000) }, (_, at) => [`x${at}`, at])),
      ),
  },
  {
    name: 'connections',
    make: (n) =>
      withValue(
        'properties.connections',
        Array.from({ length: Math.min(n, 2000) }, () => ({ lanId: '1' })),
      ),
  },
  { name: 'clusters of one name', make: (n) => JSON.stringify(Array.from({ length: n / 4 }, () => makeCreate())) },
  {
    name: 'clusters of one id',
    make: (n) => JSON.stringify({ items: Array.from({ length: n / 4 }, () => makeResponse()) }),
  },
  {
    name: 'secrets that repeat one another',
    make: (n) =>
      withValue(
        'properties.x',
        Object.fromEntries(Array.from({ length: Math.min(n, 4000) }, (_, at) => [`key${at}`, `secret${at}`])),
      ),
  },
  { name: 'digits', make: (n) => `{"properties":{"location":"de/txl","ram":${'9'.repeat(10 * n)}}}` },
];

/** All structures. */
export const growths: readonly Growth[] = [
  ...yaml.map((one) => ({ ...one, format: 'yaml' as const })),
  ...json.map((one) => ({ ...one, format: 'json' as const })),
  { name: 'lines', format: 'ndjson', make: (n) => `${JSON.stringify(makeCreate())}\n`.repeat(n / 4) },
  { name: 'empty lines', format: 'ndjson', make: (n) => '\n'.repeat(n) },
];
