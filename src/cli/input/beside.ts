// What documents are translated beside, from files and folders: `--base`, the clusters that patches and restores change,
// and `--databases`, v1 databases that are offered for `credentials.database`.
import {
  type BaseDocument,
  type BaseText,
  type DatabaseSource,
  formatPlace,
  type ReadText,
  readAs,
} from '../../index.js';
import { type InputFile, listFiles } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readDocuments } from './translated-file.js';

/** What documents are translated beside. */
export interface Beside {
  /** Texts, which each thread reads for itself. */
  readonly baseTexts: readonly BaseText[];
  readonly databases?: DatabaseSource[];
}

/** Reads what the paths name. What cannot be read is bad usage. */
export async function readBeside(args: ReadArguments): Promise<Beside> {
  return {
    baseTexts: args.base === undefined ? [] : await readBases(args.base, args),
    ...(args.databases === undefined ? {} : { databases: await readDatabases(args.databases, args) }),
  };
}

async function readBases(paths: readonly string[], args: ReadArguments): Promise<BaseText[]> {
  const read = await readNamed('--base', paths, args);
  return read.map(({ input: { name }, documents, format }) => {
    return { name, text: documents.map(({ text }) => text).join(''), format };
  });
}

/** The documents of texts that were read before, by whoever translates beside them. */
export async function openBases(texts: readonly BaseText[]): Promise<BaseDocument[]> {
  const read = await Promise.all(texts.map(({ text, format }) => readAs(text, format)));
  return read.flatMap(({ documents }) => documents.map((source) => ({ value: source.value, pointer: '', source })));
}

async function readDatabases(paths: readonly string[], args: ReadArguments): Promise<DatabaseSource[]> {
  const read = await readNamed('--databases', paths, args);
  return read.flatMap(({ input: { name, named }, documents }) =>
    documents.map(({ value }) => ({ name, value, named })),
  );
}

/**
 * Reads what an option names. What is doubtful in a text, such as a key that stands twice, would go unseen into the
 * clusters of others.
 */
async function readNamed(option: '--base' | '--databases', paths: readonly string[], args: ReadArguments) {
  const all: (ReadText & { readonly input: InputFile })[] = [];
  for (const input of await listFiles(paths)) {
    const { name, reason } = input;
    if (reason !== undefined) failUsage(`${option} ${name}: ${reason}`);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) failUsage(`${option} ${name}: it cannot be read`);
    const wrong = read.documents.flatMap(({ problems }) => problems).find(({ severity }) => severity === 'error');
    if (wrong) failUsage(`${option} ${formatPlace(name, wrong.at)}: ${wrong.message} ${wrong.remedy}`);
    all.push({ input, format: read.format, documents: read.documents });
  }
  return all;
}
