// The slow second look at a well-formed JSON text, made only when the tally raised a doubt: which keys stand
// twice, and which numbers lose digits.
import { visit } from 'jsonc-parser';
import { type Path, toPointer } from '../../model/path.js';
import type { SourceProblem, SourceProblemCode } from '../../model/source.js';
import { keepsDigits } from '../text/digits.js';
import type { PlaceAt } from '../text/lines.js';
import { describeProblem, maxProblems } from '../text/problems.js';

/** Finds duplicate keys and numbers that lose digits in a text that JSON.parse accepted. */
export function checkJson(text: string, placeAt: PlaceAt): SourceProblem[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = text.slice(start);
  const problems: SourceProblem[] = [];
  // The keys seen so far of the objects that are open.
  const open: Set<string>[] = [];
  const note = (code: SourceProblemCode, path: Path, offset: number): void => {
    if (problems.length < maxProblems)
      problems.push(describeProblem(code, { path: toPointer(path), at: placeAt(start + offset) }));
  };
  visit(body, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset, ...[, , , pathOf]) => {
      const keys = open.at(-1);
      if (keys?.has(key)) note('duplicate-key', [...pathOf(), key], offset);
      keys?.add(key);
    },
    onLiteralValue: (value, offset, ...[length, , , pathOf]) => {
      if (typeof value !== 'number' || keepsDigits(body.slice(offset, offset + length), value)) return;
      note('lost-digits', pathOf(), offset);
    },
  });
  return problems;
}
