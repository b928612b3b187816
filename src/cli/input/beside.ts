// What documents are translated beside, from files and folders: `--base`, the clusters that patches and restores change,
// and `--databases`, v1 databases that are offered for `credentials.database`.
import { type BaseDocument, type BaseText, type DatabaseSource, formatPlace, readAs } from '../../index.js';
import { listFiles } from '../files/files.js';
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
  const texts: BaseText[] = [];
  for (const input of await listFiles(paths)) {
    const { name, reason } = input;
    if (reason !== undefined) failUsage(`--base ${name}: ${reason}`);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) failUsage(`--base ${name}: it cannot be read`);
    for (const { problems } of read.documents) {
      // What is doubtful in the text, such as a key that stands twice, would go unseen into the clusters of others.
      const wrong = problems.find(({ severity }) => severity === 'error');
      if (wrong) failUsage(`--base ${formatPlace(name, wrong.at)}: ${wrong.message} ${wrong.remedy}`);
    }
    texts.push({ name, text: read.documents.map(({ text }) => text).join(''), format: read.format });
  }
  return texts;
}

/** The documents of texts that were read before, by whoever translates beside them. */
export async function openBases(texts: readonly BaseText[]): Promise<BaseDocument[]> {
  const read = await Promise.all(texts.map(({ text, format }) => readAs(text, format)));
  return read.flatMap(({ documents }) => documents.map((source) => ({ value: source.value, pointer: '', source })));
}

async function readDatabases(paths: readonly string[], args: ReadArguments): Promise<DatabaseSource[]> {
  const sources: DatabaseSource[] = [];
  for (const input of await listFiles(paths)) {
    const { name, named, reason } = input;
    if (reason !== undefined) failUsage(`--databases ${name}: ${reason}`);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) failUsage(`--databases ${name}: it cannot be read`);
    for (const { value, problems } of read.documents) {
      const wrong = problems.find(({ severity }) => severity === 'error');
      if (wrong) failUsage(`--databases ${formatPlace(name, wrong.at)}: ${wrong.message} ${wrong.remedy}`);
      sources.push({ name, value, named });
    }
  }
  return sources;
}
