// Cuts a YAML stream into its documents. A line that begins with `---` or `...` is a marker wherever it stands, even
// inside quotes or block scalars (YAML 1.2.2, 9.1.2), so the cut needs no parser and survives syntax errors.

/** One document of a stream. The texts of all, put together, are the stream. */
export interface Piece {
  /** Offsets of its text, with empty neighbours that were given to it. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Offsets of the part to parse. */
  readonly start: number;
  readonly end: number;
  /** Whether there is nothing in it but markers, directives, comments and white space. */
  readonly isEmpty: boolean;
}

const marker = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
const blankOrComment = /^[ \t\uFEFF]*(?:#.*)?\r?$/;

/** Cuts a text into its documents; empty ones are joined to a neighbour, a text of only those is one empty piece. */
export function splitStream(text: string): Piece[] {
  const cuts = findCuts(text);
  const pieces: Piece[] = [];
  let textStart = 0;
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? text.length;
    const last = pieces.at(-1);
    if (!isEmptyDocument(text.slice(start, end))) {
      pieces.push({ textStart, textEnd: end, start, end, isEmpty: false });
      textStart = end;
    } else if (last) {
      pieces[pieces.length - 1] = { ...last, textEnd: end };
      textStart = end;
    }
  }
  if (pieces.length > 0) return pieces;
  return [{ textStart: 0, textEnd: text.length, start: 0, end: text.length, isEmpty: true }];
}

function findCuts(text: string): number[] {
  const cuts = [0];
  let start = 0;
  let hasMarker = false;
  for (const match of text.matchAll(marker)) {
    if (match[0] === '...') {
      const lineBreak = text.indexOf('\n', match.index);
      start = lineBreak === -1 ? text.length : lineBreak + 1;
      hasMarker = false;
      if (start < text.length) cuts.push(start);
      continue;
    }
    if (hasMarker || !isPrologue(text.slice(start, match.index))) {
      start = match.index;
      cuts.push(start);
    }
    hasMarker = true;
  }
  return cuts;
}

/** Whether only directives, comments and white space stand in the text, so that a `---` opens the same document. */
function isPrologue(text: string): boolean {
  return text.split('\n').every((line) => line.startsWith('%') || blankOrComment.test(line));
}

function isEmptyDocument(text: string): boolean {
  let hasMarker = false;
  for (const line of text.split('\n')) {
    const match = /^\uFEFF?(?:---|\.\.\.)(?=[ \t\r]|$)/.exec(line);
    const rest = match ? line.slice(match[0].length) : line;
    if (match?.[0].endsWith('---')) hasMarker = true;
    if (line.startsWith('%') && !hasMarker) continue;
    if (!blankOrComment.test(rest)) return false;
  }
  return hasMarker || !/^%/m.test(text);
}
