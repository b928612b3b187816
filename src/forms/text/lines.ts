// Offsets of a text as lines and columns. The table of line starts is made on the first question and kept.
import type { Place } from '../../model/place.js';

/** Turns offsets of a text into places, 1-based, a byte-order mark not counted as a column. */
export type PlaceAt = (offset: number) => Place;

/** Makes the offset-to-place function of a text whose first line is `firstLine` of its file. */
export function createPlaceAt(text: string, firstLine = 1): PlaceAt {
  const skipped = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= findLineStarts(text);
    const index = findLastNotAbove(starts, offset);
    const start = index === 0 ? skipped : (starts[index] ?? 0);
    return { line: firstLine + index, column: Math.max(offset - start, 0) + 1 };
  };
}

/** Offsets where the lines of a text start, ascending. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last number of an ascending list that is not above `limit`; 0 when all are. */
export function findLastNotAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
