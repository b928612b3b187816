// `--base`: the clusters that patches and restores change, from a file or a folder.

import { formatPlace, keepWritten } from '../../index.js';
import { listFiles } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readDocuments } from './translated-file.js';

/** Reads the base: one document as itself, several as a list that is matched by id. */
export async function readBase(path: string, args: ReadArguments): Promise<unknown> {
  const found: unknown[] = [];
  for (const input of await listFiles([path])) {
    if ('reason' in input) failUsage(`--base ${path}: ${input.reason}`);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) failUsage(`--base ${input.name}: it cannot be read`);
    for (const document of read.documents) {
      // What is doubtful in the text, such as a key that stands twice, would go unseen into the clusters of others.
      const wrong = document.problems.find(({ severity }) => severity === 'error');
      if (wrong) failUsage(`--base ${formatPlace(input.name, wrong.at)}: ${wrong.message} ${wrong.remedy}`);
      found.push(...listItems(keepWritten(document)));
    }
  }
  return found.length === 1 ? found[0] : found;
}

function listItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const items = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['items'] : undefined;
  return Array.isArray(items) ? items : [value];
}
