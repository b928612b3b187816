// Finds which of many texts stand in another, in time that grows with that one alone: a dry run of a fleet has thousands of
// secrets, and looks for each of them everywhere.

/** Texts to look for. */
export interface TextIndex {
  /** Those that stand in a text, the longest first. */
  readonly within: (text: string) => string[];
}

interface Bucket {
  readonly lengths: Set<number>;
  readonly texts: Set<string>;
}

const codes = 0x10000;

/** Makes texts ready to be looked for; none may be shorter than `shortest`. */
export function indexTexts(texts: readonly string[], shortest: number): TextIndex {
  const buckets = new Map<string, Bucket>();
  // Most places are no beginning of any, which the first character tells.
  const begins = new Uint8Array(codes);
  for (const text of texts) {
    const start = text.slice(0, shortest);
    const bucket = buckets.get(start) ?? { lengths: new Set(), texts: new Set() };
    bucket.lengths.add(text.length);
    bucket.texts.add(text);
    buckets.set(start, bucket);
    begins[text.charCodeAt(0)] = 1;
  }
  return {
    within: (text) => {
      const found = new Set<string>();
      for (let at = 0; at + shortest <= text.length; at += 1) {
        if (begins[text.charCodeAt(at)] !== 1) continue;
        const bucket = buckets.get(text.slice(at, at + shortest));
        if (bucket) addFound(found, bucket, { text, at });
      }
      return [...found].sort((a, b) => b.length - a.length);
    },
  };
}

function addFound(found: Set<string>, { lengths, texts }: Bucket, { text, at }: { text: string; at: number }): void {
  for (const length of lengths) {
    const part = text.slice(at, at + length);
    if (texts.has(part)) found.add(part);
  }
}
