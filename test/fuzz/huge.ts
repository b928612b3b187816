// Inputs out of proportion, by name: what they are made of, and how they may end.
import { makeCreate } from '../support/base.js';

/** One input. */
export interface Huge {
  readonly name: string;
  readonly format: 'json' | 'yaml';
  readonly make: () => string;
  readonly statuses: readonly string[];
}

const cluster = JSON.stringify(makeCreate());
const properties = cluster.slice('{"properties":'.length, -1);

function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/** Nine lists of nine aliases each: a billion leaves in 400 bytes. */
function makeBomb(): string {
  const first = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n';
  return first + repeat(9, (level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]\n`);
}

function makeKeys(count: number): string {
  return `properties:\n${repeat(count, (at) => `  key${at}: ${at}\n`)}  displayName: a\n  location: de/txl\n`;
}

/** Texts that a few bytes make large, each in its own way. */
export const hugeInputs: readonly Huge[] = [
  { name: 'an alias bomb', format: 'yaml', make: makeBomb, statuses: ['unreadable'] },
  {
    name: 'an alias bomb that begins nowhere',
    format: 'yaml',
    make: () => makeBomb().replace(/^.*\n/, ''),
    statuses: ['unreadable'],
  },
  {
    name: 'an alias bomb of merge keys',
    format: 'yaml',
    make: () =>
      `a0: &a0 {x: 1}\n${repeat(60, (at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}], k${at}: 1}\n`)}`,
    statuses: ['blocked', 'unreadable'],
  },
  {
    name: 'lists 1,000 deep',
    format: 'json',
    make: () => `{"properties":${'['.repeat(1000)}${']'.repeat(1000)}}`,
    statuses: ['blocked', 'unreadable'],
  },
  {
    name: 'lists 1,000 deep',
    format: 'yaml',
    make: () => `properties: ${'['.repeat(1000)}${']'.repeat(1000)}\n`,
    statuses: ['blocked', 'unreadable'],
  },
  {
    name: 'lists 100,000 deep',
    format: 'json',
    make: () => '['.repeat(100_000) + ']'.repeat(100_000),
    statuses: ['blocked', 'unreadable'],
  },
  { name: 'lists 100,000 deep', format: 'yaml', make: () => '[ '.repeat(100_000), statuses: ['unreadable'] },
  {
    name: 'blocks 10,000 deep',
    format: 'yaml',
    make: () => `${'- '.repeat(10_000)}a\n`,
    statuses: ['blocked', 'unreadable'],
  },
  {
    name: '100,000 keys',
    format: 'json',
    make: () => `{"properties":{${repeat(100_000, (at) => `"key${at}":${at},`)}${properties.slice(1)}}`,
    statuses: ['blocked'],
  },
  { name: '100,000 keys', format: 'yaml', make: () => makeKeys(100_000), statuses: ['unreadable'] },
  { name: '60,000 keys', format: 'yaml', make: () => makeKeys(60_000), statuses: ['blocked'] },
  {
    name: '9,900 unknown fields, each of which is told',
    format: 'json',
    make: () => `{"properties":{${repeat(9900, (at) => `"key${at}":${at},`)}${properties.slice(1)}}`,
    statuses: ['blocked'],
  },
  {
    name: '600,000 keys in a document of v2',
    format: 'json',
    make: () => `{"properties":{"name":"a","version":"15",${repeat(600_000, (at) => `"key${at}":0,`)}"instances":{}}}`,
    statuses: ['skipped'],
  },
  {
    name: '5 million items of the wrong type',
    format: 'json',
    make: () => `{"properties":{"connections":[${'1,'.repeat(5_000_000)}1],"location":"de/txl","cores":4}}`,
    statuses: ['blocked'],
  },
  {
    name: '5 million items in place of a text',
    format: 'json',
    make: () => `{"properties":{"displayName":[${'1,'.repeat(5_000_000)}1],"location":"de/txl","cores":4}}`,
    statuses: ['blocked'],
  },
  {
    name: '2 million nulls',
    format: 'json',
    make: () => `{"properties":{"connections":[${'null,'.repeat(2_000_000)}null],"location":"de/txl","cores":4}}`,
    statuses: ['blocked'],
  },
  {
    name: '90,000 empty lists',
    format: 'yaml',
    make: () => `properties:\n  location: de/txl\n  x: [${'[],'.repeat(90_000)}]\n`,
    statuses: ['blocked'],
  },
  {
    name: '30,000 fields with a comment each',
    format: 'yaml',
    make: () => `properties:\n  location: de/txl\n${repeat(30_000, (at) => `  key${at}: 1 # comment\n`)}`,
    statuses: ['blocked'],
  },
  {
    name: 'a key of 50 MB',
    format: 'json',
    make: () => `{"properties":{"${'a'.repeat(50_000_000)}":1,"location":"de/txl","cores":4}}`,
    statuses: ['blocked'],
  },
  {
    name: 'one key 100,000 times',
    format: 'json',
    make: () => `{"properties":{${'"cores":1,'.repeat(100_000)}${properties.slice(1)}}`,
    statuses: ['blocked', 'unreadable'],
  },
  {
    name: 'a string of 50 MB',
    format: 'json',
    make: () => cluster.replace('"orders-db"', `"${'a'.repeat(50_000_000)}"`),
    statuses: ['blocked'],
  },
  {
    name: 'a string of 50 MB',
    format: 'yaml',
    make: () => `properties:\n  location: de/txl\n  displayName: ${'a'.repeat(50_000_000)}\n`,
    statuses: ['unreadable'],
  },
  { name: '10 MB of brackets', format: 'yaml', make: () => '[{'.repeat(5_000_000), statuses: ['unreadable'] },
  { name: '10 MB of quotes', format: 'json', make: () => '"'.repeat(10_000_000), statuses: ['unreadable'] },
  {
    name: '10 MB of comments',
    format: 'yaml',
    make: () => '# a comment\n'.repeat(830_000),
    statuses: ['skipped', 'unreadable'],
  },
  { name: '10 MB of line ends', format: 'json', make: () => '\n'.repeat(10_000_000), statuses: ['unreadable'] },
  { name: '10 MB of NUL', format: 'yaml', make: () => '\u0000'.repeat(10_000_000), statuses: ['unreadable'] },
];
