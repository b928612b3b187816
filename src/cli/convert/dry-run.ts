// `--dry-run`: shows what would be written as a unified diff. Passwords are masked on both sides.
import { bodyOf, fromPointer, originalOf, type ReportEntry, redacted, toPrintableLines, valueAt } from '../../index.js';
import { claim } from '../files/claims.js';
import { describeFileError } from '../files/errors.js';
import { findPresent, type Output, whyNotWritten } from '../files/outputs.js';
import { readStanding } from '../files/standing.js';
import type { ConvertArguments } from '../line/options.js';
import { lastKey, maskText, type Secret } from './masking.js';
import { renderDiff } from './unified-diff.js';

/** Prints the change of a file that some documents were translated from. Gives why it would not be written, in words that name it. */
export async function showOutput(
  output: Output,
  entries: readonly ReportEntry[],
  args: ConvertArguments,
): Promise<string[]> {
  try {
    const present = findPresent(output);
    const problem = whyNotWritten(output, { present, force: args.force });
    if (problem !== undefined) return [`${output.path}: would not be written: ${problem}`];
    const before = present?.stats.isFile() ? readStanding(present).toString('utf8') : undefined;
    claim(output.path, 'output');
    if (before !== output.text) process.stdout.write(await renderChange(output, before, listHidden(entries)));
    return [];
  } catch (thrown) {
    return [`${output.path}: would not be written: ${describeFileError(thrown)}`];
  }
}

async function renderChange(
  { path, text, replaces }: Output,
  present: string | undefined,
  { v1, v2 }: Secrets,
): Promise<string> {
  const inOld = replaces ? { within: v1, beside: [] } : { within: [], beside: [...v1, ...v2] };
  const before = present === undefined ? '' : await maskText(present, path, inOld);
  const after = await maskText(text, path, { within: v2, beside: v1 });
  if (before === undefined || after === undefined)
    return toPrintableLines(`--- ${path}\n+++ ${path}\n(not shown: it may hold a secret)\n`);
  const oldName = present === undefined ? '/dev/null' : path;
  return toPrintableLines(renderDiff({ oldName, newName: path, before, after }));
}

/** What reports would not show: passwords, headers, values of unknown fields and of the environment. */
interface Secrets {
  readonly v1: readonly Secret[];
  readonly v2: readonly Secret[];
}

function listHidden(entries: readonly ReportEntry[]): Secrets {
  const changes = entries.flatMap(({ translation }) =>
    translation.changes.map((change) => ({ ...change, translation })),
  );
  return {
    v1: changes.flatMap(({ from, before, translation }) => pickHidden(originalOf(translation), from, before)),
    v2: changes.flatMap(({ to, after, translation }) => pickHidden(bodyOf(translation), to, after)),
  };
}

function pickHidden(document: unknown, pointers: readonly string[], shown: readonly unknown[]): Secret[] {
  return pointers.flatMap((pointer, index) => {
    const keys = fromPointer(pointer);
    const value = shown[index] === redacted ? valueAt(document, keys) : undefined;
    return value === undefined || value === null || typeof value === 'object'
      ? []
      : [{ key: lastKey(keys), text: String(value) }];
  });
}
