// What documents are translated beside, from files and folders: `--base`, the clusters that patches and restores change,
// and `--databases`, v1 databases that are offered for `credentials.database`.
import {
  type BaseDocument,
  type BaseText,
  type DatabaseSource,
  type Finding,
  fleetFinding,
  formatPlace,
  type ReadText,
  readAs,
} from '../../index.js';
import { claimInput, type InputFile, listFiles } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readDocuments } from './translated-file.js';

/** What documents are translated beside. */
export interface Beside {
  /** Texts, which each thread reads for itself. */
  readonly baseTexts: readonly BaseText[];
  /** What of the bases was left out. */
  readonly told: readonly Finding[];
  readonly databases?: DatabaseSource[];
}

/** Reads what the paths name. What cannot be read is bad usage where it was named outright. */
export async function readBeside(args: ReadArguments): Promise<Beside> {
  const told: Finding[] = [];
  return {
    baseTexts: args.base === undefined ? [] : await readBases(args.base, args, told),
    told,
    ...(args.databases === undefined ? {} : { databases: await readDatabases(args.databases, args) }),
  };
}

/** A folder of bases may hold broken files, as a fleet does: they are told of, and left out. */
async function readBases(paths: readonly string[], args: ReadArguments, told: Finding[]): Promise<BaseText[]> {
  const read = await readNamed('--base', paths, {
    args,
    leaveOut: (place, reason) => told.push(fleetFinding('base-left-out', { place, reason })),
  });
  return read.map(({ input: { name }, documents, format }) => {
    const text = documents.map((document) => document.text).join('');
    // The clusters of a state are written a line each.
    return { name, text, format: format === 'json' && documents.length > 1 ? 'ndjson' : format };
  });
}

/** The documents of texts that were read before, by whoever translates beside them. */
export async function openBases(texts: readonly BaseText[]): Promise<BaseDocument[]> {
  const read = await Promise.all(
    texts.map(async ({ name, text, format }) => ({ name, ...(await readAs(text, format)) })),
  );
  return read.flatMap(({ name, documents }) =>
    documents.map((source) => ({ value: source.value, pointer: '', source, name })),
  );
}

async function readDatabases(paths: readonly string[], args: ReadArguments): Promise<DatabaseSource[]> {
  const read = await readNamed('--databases', paths, { args });
  return read.flatMap(({ input: { name, named }, documents }) =>
    documents.map(({ value }) => ({ name, value, named })),
  );
}

interface Reading {
  readonly args: ReadArguments;
  /** Is told of what was found and cannot be used; without it that is bad usage, as what was named outright always is. */
  readonly leaveOut?: (place: string, reason: string) => void;
}

/**
 * Reads what an option names. What is doubtful in a text, such as a key that stands twice, would go unseen into the
 * clusters of others.
 */
async function readNamed(option: '--base' | '--databases', paths: readonly string[], { args, leaveOut }: Reading) {
  const all: (ReadText & { readonly input: InputFile })[] = [];
  for (const input of await listFiles(paths, args)) {
    const read = await readWhole(input, args);
    if ('format' in read) {
      claimInput(input);
      all.push({ input, format: read.format, documents: read.documents });
    } else if (leaveOut && !input.named) leaveOut(read.place, read.reason);
    else failUsage(`${option} ${read.place}: ${read.reason}`);
  }
  return all;
}

/** The documents of a file, or what is wrong with it, and where. */
async function readWhole(
  input: InputFile,
  args: ReadArguments,
): Promise<ReadText | { readonly place: string; readonly reason: string }> {
  const { name, reason } = input;
  if (reason !== undefined) return { place: name, reason };
  const read = await readDocuments(input, args);
  if ('unreadable' in read) return { place: name, reason: 'it cannot be read' };
  const wrong = read.documents.flatMap(({ problems }) => problems).find(({ severity }) => severity === 'error');
  return wrong ? { place: formatPlace(name, wrong.at), reason: `${wrong.message} ${wrong.remedy}` } : read;
}
