// The text of the v2 block, before it is laid out.
import { clusterTypes } from '../../fields.js';
import type { Entry, ObjectEntry, TextEntry } from './entries.js';

/** The lines of the block of a cluster. */
export function renderBlock(
  entries: readonly Entry[],
  head: { readonly name: string; readonly opening: readonly string[] },
): string {
  const opened = [`resource "${clusterTypes.v2}" "${head.name}" {`, ...head.opening].join(' ');
  const lines = entries.flatMap((entry, index) => {
    const previous = entries[index - 1];
    return previous && isApart(previous, entry) ? ['', ...renderEntry(entry)] : renderEntry(entry);
  });
  return [opened, ...lines, '}'].join('\n');
}

function isApart(previous: Entry, entry: Entry): boolean {
  return entry.isApart || isLarge(previous) || isLarge(entry);
}

/** Blocks and objects have blank lines around them. */
function isLarge(entry: Entry): boolean {
  return entry.kind === 'object' || (entry.kind === 'meta' && entry.text.endsWith('}') && entry.text.includes('\n'));
}

function renderEntry(entry: Entry): string[] {
  return entry.kind === 'object' ? renderObject(entry) : renderText(entry);
}

function renderText({ before, text, behind, below }: TextEntry): string[] {
  return [...before, ...(text === '' ? [] : [[text, ...behind].join(' ')]), ...below];
}

function renderObject({ name, opening, before, rows, behind, below }: ObjectEntry): string[] {
  const inner = rows.flatMap((row, index) => (row.isApart && index > 0 ? ['', ...renderText(row)] : renderText(row)));
  return [...before, [`${name} = {`, ...opening].join(' '), ...inner, ['}', ...behind].join(' '), ...below];
}
