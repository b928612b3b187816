// Parts of sorted lists, found by halves: a thousand clusters in one file are no quadratic work.
import type { Range } from './expressions.js';

/** Those of sorted ranges that begin within a stretch of the text. */
export function sliceRanges<R extends Range>(sorted: readonly R[], { start, end }: Range): readonly R[] {
  return sorted.slice(findFirst(sorted, start), findFirst(sorted, end));
}

function findFirst(sorted: readonly Range[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
