// `--databases`: v1 databases that are offered for `credentials.database`, from files and folders.
import type { DatabaseSource } from '../../index.js';
import { listFiles } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readDocuments } from './translated-file.js';

/** Reads what the paths name. What cannot be read is bad usage. */
export async function readDatabases(paths: readonly string[], args: ReadArguments): Promise<DatabaseSource[]> {
  const sources: DatabaseSource[] = [];
  for (const input of await listFiles(paths)) {
    if ('reason' in input) failUsage(`--databases ${input.name}: ${input.reason}`);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) failUsage(`--databases ${input.name}: it cannot be read`);
    for (const { value } of read.documents) {
      if (value === undefined) failUsage(`--databases ${input.name}: it cannot be parsed`);
      sources.push({ name: input.name, value, named: input.named });
    }
  }
  return sources;
}
