// The slow second look at a well-formed JSON text, made only when the tally raised a doubt: which keys stand
// twice, and which numbers lose digits.
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { escapeKey } from '../../model/path.js';
import type { SourceProblem } from '../../model/source.js';
import { keepsDigits } from '../text/digits.js';
import type { PlaceAt } from '../text/lines.js';
import { describeProblem, maxProblems } from '../text/problems.js';
import { token } from './tokens.js';

interface Frame {
  readonly pointer: string;
  /** Keys seen so far; absent for a list. */
  readonly keys?: Set<string>;
  /** Pointer token of the member or item being read. */
  current: string;
  index: number;
}

/** Finds duplicate keys and numbers that lose digits in a text that JSON.parse accepted. */
export function checkJson(text: string, placeAt: PlaceAt): SourceProblem[] {
  const scanner = createScanner(text, true);
  const problems: SourceProblem[] = [];
  const frames: Frame[] = [];
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  for (let kind = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    const problem = step(kind, scanner, frames);
    if (!problem) continue;
    problems.push({ ...problem, at: placeAt(scanner.getTokenOffset()) });
    if (problems.length >= maxProblems) break;
  }
  return problems;
}

function step(kind: number, scanner: JSONScanner, frames: Frame[]): SourceProblem | undefined {
  const frame = frames.at(-1);
  if (kind === token.openBrace) frames.push({ pointer: pointerOf(frame), keys: new Set(), current: '', index: 0 });
  else if (kind === token.openBracket) frames.push({ pointer: pointerOf(frame), current: '0', index: 0 });
  else if (kind === token.closeBrace || kind === token.closeBracket) frames.pop();
  else if (kind === token.number) return checkNumber(scanner.getTokenValue(), frame);
  else if (kind === token.comma && frame) advance(frame);
  else if (kind === token.string && frame?.keys && frame.current === '')
    return checkKey(scanner.getTokenValue(), frame);
  return undefined;
}

function advance(frame: Frame): void {
  frame.index++;
  frame.current = frame.keys ? '' : String(frame.index);
}

function checkKey(key: string, frame: Frame): SourceProblem | undefined {
  frame.current = `/${escapeKey(key)}`;
  if (frame.keys?.has(key)) return describeProblem('duplicate-key', { path: pointerOf(frame) });
  frame.keys?.add(key);
  return undefined;
}

function checkNumber(written: string, frame: Frame | undefined): SourceProblem | undefined {
  return keepsDigits(written, Number(written)) ? undefined : describeProblem('lost-digits', { path: pointerOf(frame) });
}

function pointerOf(frame: Frame | undefined): string {
  if (!frame) return '';
  return frame.keys ? frame.pointer + frame.current : `${frame.pointer}/${frame.current}`;
}
