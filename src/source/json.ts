// JSON and NDJSON texts as source documents. JSON.parse decides what is valid and gives the value; everything that
// is only needed when something is wrong, or shown, is done when asked.
import type { SourceDocument, SourceProblem, Style } from '../model/source.js';
import { checkJson } from './json-check.js';
import { createJsonIndex, type JsonIndex } from './json-index.js';
import { describeJsonError } from './json-syntax.js';
import { countMembers, tallyText } from './json-tally.js';
import { createPlaceAt, type PlaceAt } from './lines.js';
import { describeProblem, findReplacements } from './problems.js';
import { detectJsonStyle, detectLineStyle } from './style.js';

interface Reading {
  readonly value: unknown;
  readonly problems: readonly SourceProblem[];
}

const noProblems: readonly SourceProblem[] = [];
const noComments = (): readonly [] => [];

/** Reads a whole JSON text as one document. Never throws: what is wrong is a problem of the document. */
export function readJson(text: string): SourceDocument {
  return buildDocument(text, 1, detectJsonStyle(text));
}

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

function parseText(text: string, line: number): Reading {
  const tally = tallyText(text);
  if (tally.tooDeepAt !== -1)
    return refuse(describeProblem('too-deep', { at: createPlaceAt(text, line)(tally.tooDeepAt) }));
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    // The error is dropped on purpose: its message quotes the text.
    const placeAt = createPlaceAt(text, line);
    return refuse(text.trim() === '' ? describeProblem('empty', { at: placeAt(0) }) : describeJsonError(text, placeAt));
  }
  const hasDoubt = tally.hasDoubtfulNumber || countMembers(value) !== tally.members;
  if (!hasDoubt && !text.includes('\uFFFD')) return { value, problems: noProblems };
  const placeAt = createPlaceAt(text, line);
  return { value, problems: [...(hasDoubt ? checkJson(text, placeAt) : []), ...findReplacements(text, placeAt)] };
}

function refuse(problem: SourceProblem): Reading {
  return { value: undefined, problems: [problem] };
}

function buildDocument(text: string, line: number, style: Style): SourceDocument {
  const { value, problems } = parseText(text, line);
  let index: JsonIndex | undefined;
  let placeAt: PlaceAt | undefined;
  return {
    format: 'json',
    value,
    problems,
    text,
    line,
    style,
    locate: (pointer) => {
      placeAt ??= createPlaceAt(text, line);
      if (value === undefined) return placeAt(0);
      index ??= createJsonIndex(text);
      return placeAt(index.findOffset(pointer));
    },
    written: (pointer) => {
      if (value === undefined) return undefined;
      index ??= createJsonIndex(text);
      return index.findWritten(pointer);
    },
    comments: noComments,
  };
}
