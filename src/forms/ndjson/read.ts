// NDJSON texts as source documents, one a line.
import type { SourceDocument } from '../../model/source.js';
import { buildDocument } from '../json/read.js';
import { detectLineStyle } from '../text/style.js';

/** Reads one line of NDJSON, with or without its line break; `line` is its number in the file, from 1. */
export function readNdjsonLine(text: string, line: number): SourceDocument {
  return buildDocument(text, line, detectLineStyle(text));
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
  if (starts.length === 0) return [readNdjsonLine(text, 1)];
  return starts.map(({ offset, line }, index) => readNdjsonLine(text.slice(offset, starts[index + 1]?.offset), line));
}
