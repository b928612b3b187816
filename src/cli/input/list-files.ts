// `--list-files`: what a run would read, a file a line.
import { exitCodes, toPrintable } from '../../index.js';
import type { ReadArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { listInputs } from './inputs.js';

/** Prints the files, and on standard error the paths that lead to none. Gives the exit code. */
export async function printFiles(args: ReadArguments): Promise<number> {
  const files = await listInputs(args);
  for (const { name, reason, parts } of files) {
    if (reason === undefined)
      for (const path of parts?.map((part) => part.path ?? name) ?? [name]) process.stdout.write(`${path}\n`);
    else process.stderr.write(`${program.name}: ${toPrintable(name)}: ${reason}\n`);
  }
  return files.some(({ reason }) => reason !== undefined) ? exitCodes.noVerdict : exitCodes.clean;
}
