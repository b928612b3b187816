// The ways of documents through the built command: how they are laid into files, what is asked, and where the answers stand.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { read } from '../cli/command.js';

/** What a run left behind. */
export interface Left {
  readonly stdout: string;
  readonly folder: string;
  /** The files that held the documents, in order. */
  readonly files: readonly string[];
}

/**
 * What a way shows of each document: everything, all but the v2 document, or what is written: the v2 document alone, or
 * what has no v2 form as it was, too.
 */
export type Shown = 'result' | 'report' | 'written' | 'copied';

/** A way through the command. */
export interface Way {
  readonly title: string;
  /** Files with the documents in their order, by name. */
  readonly lay: (values: readonly unknown[]) => Readonly<Record<string, string>>;
  readonly words: readonly string[];
  /** Whether the only file is piped in. */
  readonly isPiped?: true;
  readonly shows: Shown;
  /** The answers, one for each document; of `written`, those that were written. */
  readonly read: (left: Left) => readonly unknown[];
}

type Lay = Way['lay'];

const nameFile = (at: number) => String(at).padStart(5, '0');
const result = ['--emit', 'result'];
const indented = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const files: Lay = (values) =>
  Object.fromEntries(values.map((value, at) => [`in/${nameFile(at)}.json`, indented(value)]));
const yamlFiles: Lay = (values) =>
  Object.fromEntries(values.map((value, at) => [`in/${nameFile(at)}.yaml`, stringify(value)]));
const array: Lay = (values) => ({ 'all.json': indented(values) });
const list: Lay = (values) => ({ 'all.json': indented({ type: 'collection', id: 'x', items: values, limit: 100 }) });
const lines: Lay = (values) => ({ 'all.ndjson': values.map((value) => `${JSON.stringify(value)}\n`).join('') });
const stream: Lay = (values) => ({ 'all.yaml': values.map((value) => stringify(value)).join('---\n') });
// Layout makes a list large without making it long to translate; 9 MiB are read item by item.
const largeArray: Lay = (values) => ({ 'all.json': `[${pad(values)}]\n` });
const largeList: Lay = (values) => ({ 'all.json': `{"type": "collection", "items": [${pad(values)}], "limit": 9}\n` });

function pad(values: readonly unknown[]): string {
  const blank = `${' '.repeat(127)}\n`.repeat(Math.ceil((9 * 1024 * 1024) / 128 / values.length));
  return values.map((value, at) => `${at % 2 === 0 ? '\n' : blank.repeat(2)}${JSON.stringify(value, null, 1)}`).join();
}

const parsed = ({ stdout }: Left): unknown[] => (stdout.trim() === '' ? [] : [JSON.parse(stdout)].flat());
const parsedLines = ({ stdout }: Left): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const parsedStream = ({ stdout }: Left): unknown[] =>
  stdout === '' ? [] : parseAllDocuments(stdout).map((document) => document.toJS());
const entries = ({ stdout }: Left): unknown[] => JSON.parse(stdout).entries;
const present = (all: readonly unknown[]) => all.filter((value) => value !== null);

/** The files of a folder, each parsed; none where nothing was written. */
function readFolder(folder: string): unknown[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:json|yaml)$/.test(name),
  );
  return names.sort().map((name) => parseFile(folder, name));
}

function parseFile(folder: string, name: string): unknown {
  const text = read(folder, name);
  return name.endsWith('.json') ? JSON.parse(text) : parseAllDocuments(text)[0]?.toJS();
}

const convert = (...words: string[]) => ['convert', ...words];

/** Every way that takes documents of any kind. */
export const ways: readonly Way[] = [
  { title: 'a JSON file each', lay: files, words: convert('in', ...result), shows: 'result', read: parsed },
  { title: 'a YAML file each', lay: yamlFiles, words: convert('in', ...result), shows: 'result', read: parsedStream },
  {
    title: 'standard input as JSON',
    lay: array,
    words: convert('-', '--input-format', 'json', ...result),
    isPiped: true,
    shows: 'result',
    read: parsed,
  },
  {
    title: 'standard input as YAML',
    lay: stream,
    words: convert('-', '--input-format', 'yaml', '--format', 'json', ...result),
    isPiped: true,
    shows: 'result',
    read: parsed,
  },
  {
    title: 'standard input as NDJSON',
    lay: lines,
    words: convert('-', '--ndjson', ...result),
    isPiped: true,
    shows: 'result',
    read: parsedLines,
  },
  { title: 'a JSON array', lay: array, words: convert('all.json', ...result), shows: 'result', read: parsed },
  { title: 'a list', lay: list, words: convert('all.json', ...result), shows: 'result', read: parsed },
  { title: 'a large array', lay: largeArray, words: convert('all.json', ...result), shows: 'result', read: parsed },
  { title: 'a large list', lay: largeList, words: convert('all.json', ...result), shows: 'result', read: parsed },
  {
    title: 'a large list as lines',
    lay: largeList,
    words: convert('all.json', '--ndjson', ...result),
    shows: 'result',
    read: parsedLines,
  },
  {
    title: 'lines with one thread',
    lay: lines,
    words: convert('all.ndjson', '--jobs', '1', ...result),
    shows: 'result',
    read: parsedLines,
  },
  {
    title: 'lines with two threads',
    lay: lines,
    words: convert('all.ndjson', '--jobs', '2', ...result),
    shows: 'result',
    read: parsedLines,
  },
  { title: 'a YAML stream', lay: stream, words: convert('all.yaml', ...result), shows: 'result', read: parsedStream },
  {
    title: 'an audit of files',
    lay: files,
    words: ['audit', 'in', '--format', 'json'],
    shows: 'report',
    read: entries,
  },
  {
    title: 'an audit of a large array',
    lay: largeArray,
    words: ['audit', 'all.json', '--format', 'json'],
    shows: 'report',
    read: entries,
  },
  { title: 'a diff', lay: array, words: ['diff', 'all.json', '--format', 'json'], shows: 'report', read: entries },
  { title: 'bodies of an array', lay: array, words: convert('all.json'), shows: 'copied', read: parsed },
  { title: 'bodies of a large array', lay: largeArray, words: convert('all.json'), shows: 'copied', read: parsed },
  { title: 'bodies of a large list', lay: largeList, words: convert('all.json'), shows: 'copied', read: parsed },
  {
    title: 'bodies of lines',
    lay: lines,
    words: convert('all.ndjson'),
    shows: 'copied',
    read: (left) => present(parsedLines(left)),
  },
  { title: 'bodies of a YAML stream', lay: stream, words: convert('all.yaml'), shows: 'copied', read: parsedStream },
  {
    title: 'JSON files of a folder',
    lay: files,
    words: convert('in', '--out-dir', 'v2'),
    shows: 'written',
    read: ({ folder }) => readFolder(join(folder, 'v2')),
  },
  {
    title: 'YAML files of a folder',
    lay: yamlFiles,
    words: convert('in', '--out-dir', 'v2'),
    shows: 'written',
    read: ({ folder }) => readFolder(join(folder, 'v2')),
  },
  {
    title: 'files in place',
    lay: files,
    words: convert('in', '--in-place'),
    shows: 'written',
    read: ({ folder }) => readFolder(join(folder, 'in')).filter((_, at) => isReplaced(folder, at)),
  },
];

/** What was replaced has its original beside it. */
function isReplaced(folder: string, at: number): boolean {
  return existsSync(join(folder, `in/${nameFile(at)}.json.v1.bak`));
}
