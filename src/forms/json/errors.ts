// What is wrong with a text that JSON.parse refused, and where. JSON.parse's own message is never shown: it quotes
// the text.
import { printParseErrorCode, visit } from 'jsonc-parser';
import type { SourceProblem } from '../../model/source.js';
import type { PlaceAt } from '../text/lines.js';
import { describeProblem } from '../text/problems.js';

const messages: Record<string, string> = {
  InvalidSymbol: 'A word or sign stands here that is no JSON value.',
  InvalidNumberFormat: 'This number is not written as JSON asks.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace is expected here.',
  CloseBracketExpected: 'A closing bracket is expected here.',
  EndOfFileExpected: 'More text follows after the end of the document.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'This string has no closing quote on its line.',
  InvalidUnicode: 'This string holds an incomplete \\u escape.',
  InvalidEscapeCharacter: 'This string holds a backslash escape that JSON does not know.',
  InvalidCharacter: 'This string holds a control character, which JSON asks to be escaped.',
};

const remedies: Record<string, string> = {
  EndOfFileExpected: 'Keep one document in a JSON file; read several as NDJSON, one a line.',
  InvalidCommentToken: 'Remove the comment, or read the text as YAML.',
  InvalidEscapeCharacter: 'Write a backslash as two backslashes.',
};

/** Describes the first error of a text that JSON.parse refused; the text must not be nested too deep. */
export function describeJsonError(text: string, placeAt: PlaceAt): SourceProblem {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = text.slice(start, findContentEnd(text));
  const first = findFirstError(body);
  if (!first) return describeProblem('syntax', { at: placeAt(start) });
  if (isCutOff(first, body)) {
    return describeProblem('syntax', {
      message: 'The text ends in the middle of the document.',
      remedy: 'The file seems to be cut off: fetch or save it again.',
      at: placeAt(start + body.length),
    });
  }
  const at = placeAt(start + first.offset);
  if (first.code.endsWith('Expected') && /,\s*$/.test(body.slice(Math.max(0, first.offset - 1000), first.offset))) {
    const message = 'A comma stands before a closing bracket or where nothing follows it.';
    return describeProblem('syntax', { message, remedy: 'Remove the comma.', at });
  }
  const message = messages[first.code];
  const remedy = remedies[first.code];
  return describeProblem('syntax', { ...(message && { message }), ...(remedy && { remedy }), at });
}

/** Offset behind the last character that is no JSON white space. */
function findContentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}

interface ParseError {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

/** The first error; where several stand at one place, what the grammar says goes before what the scanner says. */
function findFirstError(text: string): ParseError | undefined {
  let first: ParseError | undefined;
  const onError = (number: number, offset: number, length: number): void => {
    if (first && (offset !== first.offset || first.code === 'EndOfFileExpected')) return;
    const code = printParseErrorCode(number);
    if (!first || code === 'EndOfFileExpected') first = { code, offset, length };
  };
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  return first;
}

/** Whether the text ends where the error is: a bracket, a value or the rest of a word or string is missing. */
function isCutOff({ code, offset, length }: ParseError, text: string): boolean {
  if (offset >= text.length) return true;
  if (offset + length < text.length) return false;
  if (code.startsWith('UnexpectedEnd')) return code !== 'UnexpectedEndOfComment';
  return code === 'InvalidSymbol' && offset > 0 && /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-)$/.test(text.slice(offset));
}
