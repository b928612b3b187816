// A unified diff of two texts in time that grows with their length. The algorithm takes the square of what differs, and in a
// list nearly all does; so both texts are cut where their documents begin, and compared document by document.
import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';

/** Two texts with their names. */
export interface Compared {
  readonly oldName: string;
  readonly newName: string;
  readonly before: string;
  readonly after: string;
}

/** Where more lines differ, a part is shown as taken out and put in whole. */
const mostEdits = 2000;
/** Lines that a document may begin with: in a YAML stream, in a YAML list, in a JSON list. */
const beginnings = [/^---(?:\s|$)/, /^ *- /, /^\s*\{\s*$/];

/** The diff, from the line with the first name on. */
export function renderDiff({ oldName, newName, before, after }: Compared): string {
  const olds = cutLines(before);
  const news = cutLines(after);
  const hunks: StructuredPatchHunk[] = [];
  let oldStart = 0;
  let newStart = 0;
  for (const [oldEnd, newEnd] of pairCuts(olds, news)) {
    const part = { before: olds.slice(oldStart, oldEnd), after: news.slice(newStart, newEnd) };
    for (const hunk of compare(part))
      addHunk(hunks, { ...hunk, oldStart: hunk.oldStart + oldStart, newStart: hunk.newStart + newStart });
    oldStart = oldEnd;
    newStart = newEnd;
  }
  const names = { oldFileName: oldName, newFileName: newName, oldHeader: undefined, newHeader: undefined };
  const patch = formatPatch({ ...names, hunks });
  // Before the names the library puts a line of its own.
  return patch.slice(patch.indexOf('--- '));
}

/** The lines of a text, each with its break. */
function cutLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The lines behind each pair of documents; only the ends where the texts do not have the same number of them. */
function pairCuts(olds: readonly string[], news: readonly string[]): (readonly [number, number])[] {
  const oldCuts = listBeginnings(olds);
  const newCuts = listBeginnings(news);
  const end = [olds.length, news.length] as const;
  if (oldCuts.length !== newCuts.length) return [end];
  return [...oldCuts.map((cut, index) => [cut, newCuts[index] ?? 0] as const), end];
}

/** The lines, from 0, on which all documents but the first begin: the least indented of their kind. */
function listBeginnings(lines: readonly string[]): number[] {
  if (lines.every((line) => line.startsWith('{'))) return lines.map((_, index) => index).slice(1);
  for (const beginning of beginnings) {
    const found = lines.flatMap((line, index) => (index > 0 && beginning.test(line) ? [index] : []));
    const indents = found.map((index) => (lines[index] ?? '').search(/\S/));
    const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const cuts = found.filter((_, at) => indents[at] === least);
    if (cuts.length > 1) return cuts;
  }
  return [];
}

/** What differs in a part, with lines counted from 1. */
function compare({ before, after }: { before: readonly string[]; after: readonly string[] }): StructuredPatchHunk[] {
  const texts = [before.join(''), after.join('')] as const;
  if (texts[0] === texts[1]) return [];
  const options = { maxEditLength: mostEdits };
  const patch = structuredPatch('', '', ...texts, undefined, undefined, options);
  if (patch) return patch.hunks;
  const lines = [...mark('-', before), ...mark('+', after)];
  return [{ oldStart: 1, oldLines: before.length, newStart: 1, newLines: after.length, lines }];
}

function mark(sign: '-' | '+', lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );
}

/** Adds a hunk, to the one before it where that ends just there. */
function addHunk(hunks: StructuredPatchHunk[], hunk: StructuredPatchHunk): void {
  const last = hunks.at(-1);
  const touches =
    last && last.oldStart + last.oldLines === hunk.oldStart && last.newStart + last.newLines === hunk.newStart;
  if (!touches) {
    hunks.push(hunk);
    return;
  }
  last.oldLines += hunk.oldLines;
  last.newLines += hunk.newLines;
  // One at a time: a list may have more lines than a call takes arguments.
  for (const line of hunk.lines) last.lines.push(line);
}
