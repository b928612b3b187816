// What documents are translated beside, from files and folders: `--base`, the clusters that patches and restores change,
// and `--databases`, v1 databases that are offered for `credentials.database`.
import { type DatabaseSource, formatPlace, keepWritten, type SourceDocument, valueAt } from '../../index.js';
import { type InputFile, listFiles } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readDocuments } from './translated-file.js';

/** Reads what the paths name. What cannot be read is bad usage. */
export async function readBeside(args: ReadArguments): Promise<{ base?: unknown; databases?: DatabaseSource[] }> {
  return {
    ...(args.base === undefined ? {} : { base: await readBase(args.base, args) }),
    ...(args.databases === undefined ? {} : { databases: await readDatabases(args.databases, args) }),
  };
}

/** One document as itself, several as a list that is matched by id. */
async function readBase(path: string, args: ReadArguments): Promise<unknown> {
  const found: unknown[] = [];
  for (const input of await listFiles([path])) {
    if (input.reason !== undefined) failUsage(`--base ${path}: ${input.reason}`);
    for (const document of await readFile(input, '--base', args)) {
      // What is doubtful in the text, such as a key that stands twice, would go unseen into the clusters of others.
      const wrong = document.problems.find(({ severity }) => severity === 'error');
      if (wrong) failUsage(`--base ${formatPlace(input.name, wrong.at)}: ${wrong.message} ${wrong.remedy}`);
      const value = keepWritten(document);
      const items = Array.isArray(value) ? value : valueAt(value, ['items']);
      found.push(...(Array.isArray(items) ? items : [value]));
    }
  }
  return found.length === 1 ? found[0] : found;
}

async function readDatabases(paths: readonly string[], args: ReadArguments): Promise<DatabaseSource[]> {
  const sources: DatabaseSource[] = [];
  for (const input of await listFiles(paths)) {
    const { name, named, reason } = input;
    if (reason !== undefined) failUsage(`--databases ${name}: ${reason}`);
    for (const { value } of await readFile(input, '--databases', args)) {
      if (value === undefined) failUsage(`--databases ${name}: it cannot be parsed`);
      sources.push({ name, value, named });
    }
  }
  return sources;
}

async function readFile(input: InputFile, option: string, args: ReadArguments): Promise<readonly SourceDocument[]> {
  const read = await readDocuments(input, args);
  if ('unreadable' in read) failUsage(`${option} ${input.name}: it cannot be read`);
  return read.documents;
}
