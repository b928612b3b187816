// Fingerprints: short names of things that stay the same between runs, whatever moved around them.

/** What tells two things apart stands at the beginning of their texts. */
const longestPart = 10_000;

/**
 * A fingerprint of texts: 16 hexadecimal digits (FNV-1a, 64 bit). Not for secrets: it hides nothing that could be guessed.
 */
export function fingerprint(parts: readonly (string | number | undefined)[]): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const begun = parts.map((part) => (typeof part === 'string' ? part.slice(0, longestPart) : part));
  for (const character of JSON.stringify(begun)) {
    low = (low ^ (character.codePointAt(0) ?? 0)) >>> 0;
    // Times 2^40 + 0x1b3, in two halves of 32 bits.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
