// Fingerprints: short names of things that stay the same between runs, whatever moved around them.

/**
 * A fingerprint of texts: 16 hexadecimal digits (cyrb53 by bryc, all 64 bits kept). Not for secrets: it hides nothing
 * that could be guessed.
 */
export function fingerprint(parts: readonly (string | number | undefined)[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of parts) {
    // A part that is missing is told from an empty one, and the end of each from the start of the next.
    const text = part === undefined ? '\u0001' : `${part}\u0000`;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      high = Math.imul(high ^ unit, 0x9e3779b1);
      low = Math.imul(low ^ unit, 0x5f356495);
    }
  }
  const first = mix(high, low);
  return toHex(first) + toHex(mix(low, first));
}

function mix(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
