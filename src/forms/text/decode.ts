// Bytes to text: UTF-8 only. Anything else is refused with what to do, rather than read into wrong characters.
import type { SourceProblem } from '../../model/source.js';
import { createPlaceAt } from './lines.js';
import { describeProblem } from './problems.js';

/** Text decoded from bytes; with a problem, the text is empty. */
export interface DecodedText {
  readonly text: string;
  readonly problem?: SourceProblem;
}

const saveAsUtf8 = 'Save the file as UTF-8 and try again.';
/** Names of encodings as iconv has them. */
type WideEncoding = 'UTF-16' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32';

/** Decodes UTF-8 strictly. A byte-order mark stays in the text, where the readers note it in the style. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = describeWideEncoding(bytes);
  if (wide) return { text: '', problem: wide };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { text: '', problem: describeInvalidBytes(bytes) };
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return { text };
  const message = 'The file holds NUL characters, so it is no text file.';
  return { text: '', problem: describeError(message, createPlaceAt(text)(nul)) };
}

function describeWideEncoding(bytes: Uint8Array): SourceProblem | undefined {
  const encoding = findWideEncoding(bytes);
  if (!encoding) return undefined;
  const problem = describeError(`The file is encoded as ${encoding}, not as UTF-8.`, { line: 1, column: 1 });
  return { ...problem, remedy: `Write it anew: iconv -f ${encoding} -t UTF-8 FILE > NEWFILE` };
}

/** A mark tells, or zeros where letters of ASCII have them. */
function findWideEncoding([first, second, third, fourth]: Uint8Array): WideEncoding | undefined {
  const isLittle = first === 0xff && second === 0xfe;
  if (isLittle && third === 0 && fourth === 0) return 'UTF-32';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  if (isLittle || (first === 0xfe && second === 0xff)) return 'UTF-16';
  if (second === undefined || (first === 0) === (second === 0)) return undefined;
  return first === 0 ? 'UTF-16BE' : 'UTF-16LE';
}

function describeInvalidBytes(bytes: Uint8Array): SourceProblem {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return describeError('The file holds bytes that are not UTF-8.', createPlaceAt(text)(findInvalid(text, bytes)));
}

/** Offset of the first replacement character that stands for invalid bytes, not for itself. */
function findInvalid(text: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', from)) {
    byte += encoder.encode(text.slice(from, at)).length;
    const isGenuine = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!isGenuine) return at;
    byte += 3;
    from = at + 1;
  }
  return 0;
}

function describeError(message: string, at: { line: number; column: number }): SourceProblem {
  return { ...describeProblem('encoding', { message, remedy: saveAsUtf8, at }), severity: 'error' };
}
