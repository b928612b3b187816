// YAML streams as source documents, one for each YAML document. Each is parsed when it is first asked for, and the
// nodes of one only are kept: a stream read in order is parsed once and never held whole.
import type { Document } from 'yaml';
import type { Comment } from '../../model/comment.js';
import type { SourceDocument, SourceProblem } from '../../model/source.js';
import { createPlaceAt, type PlaceAt } from '../text/lines.js';
import { describeProblem } from '../text/problems.js';
import { detectEnds, detectYamlStyle } from '../text/style.js';
import { readComments } from './comments.js';
import { composeDocument } from './compose.js';
import { describeYamlError } from './errors.js';
import type { Marks } from './lexemes.js';
import { createYamlIndex, type YamlIndex } from './positions.js';
import { type Piece, splitStream, wholePiece } from './split.js';
import { convertDocument } from './value.js';

/** A YAML stream may have so many characters. */
export const maxStreamLength = 16 * 1024 * 1024;

/** One YAML document may have so many characters; the parser needs up to 500 bytes of memory for each. */
export const maxDocumentLength = 2 * 1024 * 1024;

/** What all documents of a file share; `recent` holds the nodes of the document that was asked last. */
interface File {
  readonly text: string;
  readonly ends: ReturnType<typeof detectEnds>;
  readonly placeAt: PlaceAt;
  recent?: { readonly piece: Piece; readonly parsed: Parsed };
}

interface Parsed {
  readonly value?: unknown;
  readonly problems: readonly SourceProblem[];
  readonly document?: Document.Parsed | undefined;
  readonly index?: YamlIndex;
  readonly marks?: Marks;
}

/** Reads a YAML stream. Never throws: what is wrong is a problem of its document, and spares the others. */
export function readYaml(text: string): SourceDocument[] {
  const file: File = { text, ends: detectEnds(text), placeAt: createPlaceAt(text) };
  if (text.length <= maxStreamLength) return splitStream(text).map((piece) => buildDocument(file, piece));
  return [buildDocument(file, wholePiece(text))];
}

function buildDocument(file: File, piece: Piece): SourceDocument {
  const text = file.text.slice(piece.textStart, piece.textEnd);
  let reading: Pick<Parsed, 'value' | 'problems'> | undefined;
  let comments: readonly Comment[] | undefined;
  const read = (): Pick<Parsed, 'value' | 'problems'> => {
    if (!reading) {
      const { value, problems } = parse(file, piece);
      reading = { value, problems };
    }
    return reading;
  };
  return {
    format: 'yaml',
    get value() {
      return read().value;
    },
    get problems() {
      return read().problems;
    },
    text,
    line: file.placeAt(piece.textStart).line,
    style: detectYamlStyle(text, file.ends),
    locate: (pointer) => {
      const { index } = parse(file, piece);
      return file.placeAt(index ? piece.start + index.findOffset(pointer) : piece.textStart);
    },
    written: (pointer) => parse(file, piece).index?.findWritten(pointer),
    comments: () => {
      const { document, marks } = parse(file, piece);
      // Nothing is written of a text that was not read, so its comments go nowhere; millions of them would take long.
      const isUnread = !document && text.length > maxDocumentLength;
      comments ??= isUnread ? [] : readComments({ ...file, piece, document, marks });
      return comments;
    },
  };
}

function parse(file: File, piece: Piece): Parsed {
  if (file.recent?.piece === piece) return file.recent.parsed;
  const parsed = parsePiece(file, piece);
  file.recent = { piece, parsed };
  return parsed;
}

function parsePiece(file: File, piece: Piece): Parsed {
  const placeAt: PlaceAt = (offset) => file.placeAt(piece.start + offset);
  const text = file.text.slice(piece.start, piece.end);
  if (text.length > maxDocumentLength) return { problems: [describeProblem('too-large', { at: placeAt(0) })] };
  if (piece.isEmpty) return { problems: [describeProblem('empty', { at: placeAt(0) })] };
  const composition = composeDocument(text, piece.version);
  if ('refused' in composition)
    return { problems: [describeProblem(composition.refused, { at: placeAt(composition.offset) })] };
  const { document, marks } = composition;
  const [error] = document?.errors ?? [];
  if (!document) return { marks, problems: [describeProblem('syntax', { at: placeAt(0) })] };
  // The first error tells; what follows is mostly its consequence.
  if (error) return { document, marks, problems: [describeYamlError(error, placeAt(error.pos[0]))] };
  const { value, problems, targets } = convertDocument(document, text, placeAt);
  // What is in no key and no value is in a comment.
  const stray = problems.some(({ code }) => code === 'encoding') ? -1 : text.indexOf('\uFFFD');
  const all = stray === -1 ? problems : [...problems, describeProblem('encoding', { at: placeAt(stray) })];
  const index = createYamlIndex(document.contents, targets);
  return { document, marks, index, problems: all, value: isRefused(all) ? undefined : value };
}

function isRefused(problems: readonly SourceProblem[]): boolean {
  return problems.some(({ code }) => code === 'syntax' || code === 'alias-limit' || code === 'too-deep');
}
