// YAML streams as source documents, one for each YAML document. Positions and comments are worked out when asked.
import type { Document } from 'yaml';
import type { Comment } from '../model/comment.js';
import type { SourceDocument, SourceProblem } from '../model/source.js';
import { createPlaceAt, type PlaceAt } from './lines.js';
import { describeProblem, findReplacements } from './problems.js';
import { detectYamlStyle } from './style.js';
import { readComments } from './yaml-comments.js';
import { composeDocument, type YamlVersion } from './yaml-compose.js';
import { createYamlIndex, type YamlIndex } from './yaml-index.js';
import { describeYamlError } from './yaml-problems.js';
import { type Piece, splitStream } from './yaml-split.js';
import { type Conversion, convertDocument } from './yaml-value.js';

/** YAML texts may have so many characters (16 Mi); the parser takes about a second for each million. */
export const maxYamlLength = 16 * 1024 * 1024;

/** What all documents of a file share. */
interface File {
  readonly text: string;
  readonly placeAt: PlaceAt;
}

interface Reading extends Partial<Conversion> {
  readonly document?: Document.Parsed | undefined;
  readonly problems: readonly SourceProblem[];
}

/** Reads a YAML stream. Never throws: what is wrong is a problem of its document, and spares the others. */
export function readYaml(text: string): SourceDocument[] {
  const file: File = { text, placeAt: createPlaceAt(text) };
  if (text.length > maxYamlLength) {
    const whole: Piece = { textStart: 0, textEnd: text.length, start: 0, end: text.length, isEmpty: true };
    return [buildDocument(file, whole, { problems: [describeProblem('too-large')] })];
  }
  // YAML 1.1 hands its directives on to the documents that have none of their own.
  let version: YamlVersion = '1.2';
  return splitStream(text).map((piece) => {
    const reading = readPiece(file, piece, version);
    version = reading.document?.directives?.yaml.version === '1.1' ? '1.1' : '1.2';
    return buildDocument(file, piece, reading);
  });
}

function readPiece(file: File, piece: Piece, version: YamlVersion): Reading {
  const placeAt: PlaceAt = (offset) => file.placeAt(piece.start + offset);
  if (piece.isEmpty) return { problems: [describeProblem('empty', { at: file.placeAt(0) })] };
  const text = file.text.slice(piece.start, piece.end);
  const composition = composeDocument(text, version);
  if ('tooDeepAt' in composition) return { problems: [describeProblem('too-deep', { at: placeAt(composition.tooDeepAt) })] };
  const { document } = composition;
  const [error] = document?.errors ?? [];
  if (!document || error) {
    // The first error tells; what follows is mostly its consequence.
    return { document, problems: [error ? describeYamlError(error, placeAt(error.pos[0])) : describeProblem('syntax', { at: placeAt(0) })] };
  }
  const conversion = convertDocument(document, placeAt);
  const problems = [...conversion.problems, ...findReplacements(text, placeAt)];
  return { document, ...conversion, problems, value: isRefused(problems) ? undefined : conversion.value };
}

function isRefused(problems: readonly SourceProblem[]): boolean {
  return problems.some(({ code }) => code === 'syntax' || code === 'alias-limit' || code === 'too-deep');
}

function buildDocument(file: File, piece: Piece, reading: Reading): SourceDocument {
  const { document, targets } = reading;
  const text = file.text.slice(piece.textStart, piece.textEnd);
  let index: YamlIndex | undefined;
  let comments: readonly Comment[] | undefined;
  const getIndex = (): YamlIndex => (index ??= createYamlIndex(document?.contents ?? null, targets ?? new Map()));
  return {
    value: reading.value,
    problems: reading.problems,
    text,
    line: file.placeAt(piece.textStart).line,
    style: detectYamlStyle(text, file.text),
    locate: (pointer) => file.placeAt(document ? piece.start + getIndex().findOffset(pointer) : piece.textStart),
    written: (pointer) => getIndex().findWritten(pointer),
    comments: () => (comments ??= readComments({ ...file, piece, document })),
  };
}
