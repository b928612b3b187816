// How far a field reaches on its line, so that editors and code scanning underline it with its value.
import type { Place } from '../model/place.js';
import { findStringEnd } from '../model/quoted.js';
import type { SourceDocument } from '../model/source.js';

/** Finds the column after a field, its value included where that is a text, number or word on the same line. */
export type EndOf = (at: Place) => number;

/** Looks ends of fields up in texts, each of which is taken apart once. */
export function createRegions(): (source: SourceDocument | undefined) => EndOf {
  const texts = new Map<string, readonly string[]>();
  return (source) => (at) => {
    // What has an address is only a part of its text, and the place may be in another file of its module.
    if (!source || source.address !== undefined) return at.column + 1;
    const lines = texts.get(source.text) ?? source.text.split('\n');
    texts.set(source.text, lines);
    return endOnLine(lines[at.line - source.line] ?? '', at.column);
  };
}

function endOnLine(line: string, column: number): number {
  const start = column - 1;
  const isFlow = line[start] === '"' || /[{[]/.test(line.slice(0, start));
  const end = endOfScalar(line, start, isFlow);
  const colon = /\s*:\s*/y;
  colon.lastIndex = end;
  const value = colon.test(line) ? colon.lastIndex : line.length;
  const isScalar = value < line.length && !/[{[|>&*!#\r]/.test(line[value] ?? '');
  return Math.max(isScalar ? endOfScalar(line, value, isFlow) : end, column) + 1;
}

/** The offset after a key or a scalar; a plain one ends at a comment, and among others in a flow. */
function endOfScalar(line: string, start: number, isFlow: boolean): number {
  const quote = line.charAt(start);
  const end = quote === '"' ? findStringEnd(line, start) : quote === "'" ? line.indexOf(quote, start + 1) : -1;
  if (end !== -1 && end < line.length) return end + 1;
  const rest = line.slice(start);
  const stop = rest.search(isFlow ? /\s#|[,}\]\r]|:(?:\s|$)/ : /\s#|\r|:(?:\s|$)/);
  return start + (stop === -1 ? rest : rest.slice(0, stop)).trimEnd().length;
}
