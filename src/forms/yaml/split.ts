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
  /** What it is read as: YAML 1.1 hands its version on to the documents that have no directive of their own. */
  readonly version: YamlVersion;
}

/** A version of YAML. */
export type YamlVersion = '1.1' | '1.2';

const marker = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
const marksStart = /^\uFEFF?---(?:\s|$)/;
const directive = /^\uFEFF?%/;
/** A line with nothing on it but white space and a comment. */
export const blankOrComment = /^[ \t\uFEFF]*(?:#.*)?\r?$/;

/** Cuts a text into its documents; empty ones are joined to a neighbour, a text of only those is one empty piece. */
export function splitStream(text: string): Piece[] {
  const cuts = findCuts(text);
  const pieces: Piece[] = [];
  let textStart = 0;
  let version: YamlVersion = '1.2';
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? text.length;
    const last = pieces.at(-1);
    version = readVersion(text.slice(start, end)) ?? version;
    if (!isEmptyDocument(text.slice(start, end))) {
      // The yaml package takes a byte-order mark for a column, which breaks a list at the start of a file.
      const parsedFrom = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
      pieces.push({ textStart, textEnd: end, start: parsedFrom, end, isEmpty: false, version });
      textStart = end;
    } else if (last) {
      pieces[pieces.length - 1] = { ...last, textEnd: end };
      textStart = end;
    }
  }
  return pieces.length > 0 ? pieces : [{ ...wholePiece(text), isEmpty: true, version }];
}

/** A text as one piece. */
export function wholePiece({ length }: string): Piece {
  return { textStart: 0, textEnd: length, start: 0, end: length, isEmpty: false, version: '1.2' };
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

/** The version that the directives before a document's `---` name; undefined where it has none. */
function readVersion(text: string): YamlVersion | undefined {
  if (!text.includes('%')) return undefined;
  const lines = text.split('\n', 100);
  const end = lines.findIndex((line) => marksStart.test(line));
  const directives = lines.slice(0, end).filter((line) => directive.test(line));
  if (directives.length === 0) return undefined;
  return directives.some((line) => /^\uFEFF?%YAML[ \t]+1\.1(?:\s|$)/.test(line)) ? '1.1' : '1.2';
}

/** Whether only directives, comments and white space stand in the text, so that a `---` opens the same document. */
function isPrologue(text: string): boolean {
  return text.split('\n').every((line) => directive.test(line) || blankOrComment.test(line));
}

function isEmptyDocument(text: string): boolean {
  let hasMarker = false;
  for (const line of text.split('\n')) {
    const match = /^\uFEFF?(?:---|\.\.\.)(?=[ \t\r]|$)/.exec(line);
    const rest = match ? line.slice(match[0].length) : line;
    if (match?.[0].endsWith('---')) hasMarker = true;
    if (directive.test(line) && !hasMarker) continue;
    if (!blankOrComment.test(rest)) return false;
  }
  return hasMarker || !/^\uFEFF?%/m.test(text);
}
