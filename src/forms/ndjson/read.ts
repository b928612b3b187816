// NDJSON texts as source documents, one a line.
import type { SourceDocument, SourceProblem } from '../../model/source.js';
import { buildDocument, readJson } from '../json/read.js';
import { detectLineStyle } from '../text/style.js';

/** Reads one line of NDJSON, with or without its line break; `line` is its number in the file, from 1. */
export function readNdjsonLine(text: string, line: number): SourceDocument {
  return buildDocument(text, { format: 'ndjson', line, style: detectLineStyle(text) });
}

/** What stands for a line of which no text could be made, for a problem with a place in it; `line` is its number in the file. */
export function refuseNdjsonLine(problem: SourceProblem, line: number): SourceDocument {
  const { at } = problem;
  const placed = at ? { ...problem, at: { ...at, line: at.line + line - 1 } } : problem;
  return { ...readNdjsonLine('', line), problems: [placed] };
}

/** Reads NDJSON, one document a line. Blank lines make no document; their text stays with the line before. */
export function readNdjson(text: string): SourceDocument[] {
  const starts: { offset: number; line: number }[] = [];
  for (let offset = 0, line = 1; offset < text.length; line++) {
    const lineBreak = text.indexOf('\n', offset);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    if (text.slice(offset, end).trim() !== '')
      starts.push(starts.length === 0 ? { offset: 0, line: 1 } : { offset, line });
    offset = end;
  }
  // A text without a line is no line: there is nothing in it at all.
  if (starts.length === 0) return [readJson(text)];
  return starts.map(({ offset, line }, index) => readNdjsonLine(text.slice(offset, starts[index + 1]?.offset), line));
}
