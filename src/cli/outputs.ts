// Writes files: whole or not at all, and never over something else without being told to.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeFileError } from './files.js';

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly text: string;
  /** The file whose permissions it takes over: a document with a password stays as private as it was. */
  readonly like?: string;
}

/** Why an output was not written; undefined when it was, or when the same content is there already. */
export type WriteProblem = string | undefined;

/** Writes a file by way of a temporary one, creating its folder. An existing file is replaced only by `force`. */
export async function writeOutput(output: Output, { force }: { readonly force: boolean }): Promise<WriteProblem> {
  try {
    const present = readPresent(output.path);
    if (present === output.text) return undefined;
    if (present !== undefined && !force) return 'it exists and holds something else; --force replaces it';
    mkdirSync(dirname(output.path), { recursive: true });
    const mode = output.like === undefined ? undefined : statSync(output.like).mode & 0o777;
    // Loaded only here: most runs write no file.
    const { default: writeFileAtomic } = await import('write-file-atomic');
    // No fsync: the input is still there, and thousands of files would take three times as long.
    writeFileAtomic.sync(output.path, output.text, { fsync: false, ...(mode === undefined ? {} : { mode }) });
    return undefined;
  } catch (thrown) {
    return describeFileError(thrown);
  }
}

function readPresent(path: string): string | undefined {
  const present = statSync(path, { throwIfNoEntry: false });
  return present ? readFileSync(path, 'utf8') : undefined;
}
