// JSON and NDJSON texts as source documents. JSON.parse decides what is valid and gives the value; everything that
// is only needed when something is wrong, or shown, is done when asked.
import type { SourceDocument, SourceProblem } from '../../model/source.js';
import { createPlaceAt, type PlaceAt } from '../text/lines.js';
import { describeProblem, hasReplacement } from '../text/problems.js';
import { detectJsonStyle } from '../text/style.js';
import { checkJson } from './check.js';
import { describeJsonError } from './errors.js';
import { createJsonIndex, type JsonIndex } from './positions.js';
import { countMembers, tallyText } from './tally.js';

interface Reading {
  readonly value: unknown;
  readonly problems: readonly SourceProblem[];
}

const noProblems: readonly SourceProblem[] = [];
const noComments = (): readonly [] => [];

/** Reads a whole JSON text as one document. Never throws: what is wrong is a problem of the document. */
export function readJson(text: string): SourceDocument {
  return buildDocument(text, { format: 'json', line: 1, style: detectJsonStyle(text) });
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
  const hasDoubt = tally.hasDoubtfulNumber || countMembers(value) !== tally.members || hasReplacement(text);
  return { value, problems: hasDoubt ? checkJson(text, createPlaceAt(text, line)) : noProblems };
}

function refuse(problem: SourceProblem): Reading {
  return { value: undefined, problems: [problem] };
}

/** Where a text stands, and how it is laid out; `line` is that of its beginning in its file. */
type Layout = Pick<SourceDocument, 'format' | 'line' | 'style'>;

/** A text as one document. */
export function buildDocument(text: string, { format, line, style }: Layout): SourceDocument {
  const { value, problems } = parseText(text, line);
  let index: JsonIndex | undefined;
  let placeAt: PlaceAt | undefined;
  return {
    format,
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
