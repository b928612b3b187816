// HCL text to syntax tree. The first error ends the reading: a file that has one is not understood, and nothing of it
// is used.
import type { SourceProblem } from '../../../model/source.js';
import { createPlaceAt, type PlaceAt } from '../../text/lines.js';
import { describeProblem } from '../../text/problems.js';
import { parseBody } from './blocks.js';
import type { Cursor } from './cursor.js';
import { type FailureName, failures, maxLength } from './errors.js';
import { parseExpression } from './operations.js';
import type { HclFile } from './tree.js';

/** Reads a text in HCL's native syntax. Total: what is wrong is a problem of the file, whose body is empty then. */
export function parseHcl(path: string, text: string): HclFile {
  const placeAt = createPlaceAt(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lineBreak = text.indexOf('\n');
  const eol = lineBreak > 0 && text.charAt(lineBreak - 1) === '\r' ? '\r\n' : '\n';
  const cursor: Cursor = {
    text,
    at: start,
    depth: 0,
    ignoresLines: false,
    comments: [],
    failure: text.length > maxLength ? { name: 'too-large', at: start } : undefined,
    parseExpression,
  };
  const items = cursor.failure ? [] : parseBody(cursor);
  const problems = cursor.failure ? [describeFailure(cursor.failure, placeAt)] : [];
  const body = { start, end: text.length, items: cursor.failure ? [] : items };
  return { path, text, body, comments: cursor.comments, problems, placeAt, eol };
}

function describeFailure({ name, at }: { name: FailureName; at: number }, placeAt: PlaceAt): SourceProblem {
  const { code, ...words } = failures[name];
  return describeProblem(code, { ...words, at: placeAt(at) });
}
