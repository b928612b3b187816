// The slow second look at a well-formed JSON text, made only when there is a doubt: which keys stand twice, which numbers
// lose digits, and which texts hold replacement characters.
import { visit } from 'jsonc-parser';
import { type Path, toPointer } from '../../model/path.js';
import type { SourceProblem, SourceProblemCode } from '../../model/source.js';
import { keepsDigits } from '../text/digits.js';
import type { PlaceAt } from '../text/lines.js';
import { clipKey, collectProblems, findReplacement } from '../text/problems.js';

/** Finds what is doubtful in a text that JSON.parse accepted. */
export function checkJson(text: string, placeAt: PlaceAt): SourceProblem[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = text.slice(start);
  const { all, add } = collectProblems();
  // The keys seen so far of the objects that are open.
  const open: Set<string>[] = [];
  const note = (code: SourceProblemCode, path: Path, offset: number): void =>
    add(code, { path: toPointer(path.map(clipKey)), at: placeAt(start + offset) });
  const noteReplacement = (path: () => Path, offset: number, length: number): void => {
    const found = findReplacement(body, offset, offset + length);
    if (found !== -1) note('encoding', path(), found);
  };
  visit(body, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset, ...[length, , , pathOf]) => {
      noteReplacement(() => [...pathOf(), key], offset, length);
      const keys = open.at(-1);
      if (keys?.has(key)) note('duplicate-key', [...pathOf(), key], offset);
      keys?.add(key);
    },
    onLiteralValue: (value, offset, ...[length, , , pathOf]) => {
      if (typeof value === 'string') noteReplacement(pathOf, offset, length);
      if (typeof value !== 'number' || keepsDigits(body.slice(offset, offset + length), value)) return;
      note('lost-digits', pathOf(), offset);
    },
  });
  return all;
}
