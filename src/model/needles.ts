// Finds any of many texts in others, in time that does not grow with their number.

/** Texts that are looked for. */
export interface Needles {
  /** Whether one of them is in a text. */
  readonly areIn: (text: string) => boolean;
  /** A text with something else in place of each of them, the longest first where several begin at one place. */
  readonly replaceIn: (text: string, by: string) => string;
}

/** Texts that begin alike, by their length. */
type Bucket = Map<number, Set<string>>;

/** So many are looked for one after the other, which is quicker for the few that documents have. */
const few = 4;
/** Many are told apart by so many characters of theirs first. */
const longestStart = 6;

/** Makes texts ready to be looked for; empty ones are left out. */
export function createNeedles(texts: Iterable<string>): Needles {
  const needles = [...new Set(texts)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  if (needles.length > few) return indexNeedles(needles);
  return {
    areIn: (text) => needles.some((needle) => text.includes(needle)),
    replaceIn: (text, by) => needles.reduce((replaced, needle) => replaced.replaceAll(needle, () => by), text),
  };
}

function indexNeedles(needles: readonly string[]): Needles {
  const start = Math.min(needles.at(-1)?.length ?? 1, longestStart);
  const buckets = new Map<string, Bucket>();
  // The longest come first, and maps keep their order.
  for (const needle of needles) {
    const key = needle.slice(0, start);
    const bucket = buckets.get(key) ?? new Map<number, Set<string>>();
    buckets.set(key, bucket);
    bucket.set(needle.length, (bucket.get(needle.length) ?? new Set()).add(needle));
  }
  const lengthAt = (text: string, at: number): number => {
    for (const [length, alike] of buckets.get(text.slice(at, at + start)) ?? [])
      if (alike.has(text.slice(at, at + length))) return length;
    return 0;
  };
  return {
    areIn: (text) => {
      for (let at = 0; at + start <= text.length; at += 1) if (lengthAt(text, at) > 0) return true;
      return false;
    },
    replaceIn: (text, by) => {
      let replaced = '';
      let from = 0;
      for (let at = 0; at + start <= text.length; ) {
        const length = lengthAt(text, at);
        if (length > 0) {
          replaced += text.slice(from, at) + by;
          from = at + length;
        }
        at += Math.max(length, 1);
      }
      return replaced + text.slice(from);
    },
  };
}
