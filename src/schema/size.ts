// Bounds what is told of one document, before anything lists its parts: each may take a change, a finding and lines of
// a report, some 5 kB for a value of a few bytes.

/** A payload of the API has some forty values; with so many, a document is none. */
export const mostValues = 10_000;

/** The keys of the API have thirty characters at most. */
const longestKey = 10_000;

/** Whether a document, known to be of bounded depth, holds more values or longer keys than any payload. */
export function isTooLarge(value: unknown): boolean {
  return spend(value, mostValues) < 0;
}

/** What is left of a number of values after those of this one; negative when they do not suffice. */
function spend(value: unknown, values: number): number {
  let left = values - 1;
  if (typeof value !== 'object' || value === null) return left;
  if (Array.isArray(value)) {
    if (value.length > left) return -1;
    for (let at = 0; at < value.length && left >= 0; at += 1) left = spend(value[at], left);
    return left;
  }
  for (const key in value) {
    if (key.length > longestKey) return -1;
    left = spend((value as Record<string, unknown>)[key], left);
    if (left < 0) return left;
  }
  return left;
}
