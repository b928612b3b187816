// `--dry-run`: shows what would be written as a unified diff. Passwords are masked on both sides.
import { createTwoFilesPatch } from 'diff';
import { describeFileError } from './files.js';
import { maskText } from './masking.js';
import type { ConvertArguments } from './options.js';
import { type Output, readPresent, whyNotWritten } from './outputs.js';

/** Prints the change of a file. Gives why it would not be written, in words that name it. */
export async function showOutput(output: Output, args: ConvertArguments): Promise<string[]> {
  try {
    const present = readPresent(output.path);
    const problem = whyNotWritten(output, { present, force: args.force });
    if (problem !== undefined) return [`${output.path}: would not be written: ${problem}`];
    if (present !== output.text) process.stdout.write(await renderChange(output, present));
    return [];
  } catch (thrown) {
    return [`${output.path}: would not be written: ${describeFileError(thrown)}`];
  }
}

async function renderChange({ path, text }: Output, present: string | undefined): Promise<string> {
  const before = present === undefined ? '' : await maskText(present, path);
  const after = await maskText(text, path);
  if (before === undefined || after === undefined)
    return `--- ${path}\n+++ ${path}\n(not shown: it may hold a secret)\n`;
  const patch = createTwoFilesPatch(present === undefined ? '/dev/null' : path, path, before, after);
  // Before the names the library puts a line of its own.
  return patch.slice(patch.indexOf('--- '));
}
