// One cheap pass over a JSON text, always made: it counts what JSON.parse would lose silently. More members in the
// text than in the value means a duplicate key; long or exponent numbers are looked at again; depth is bounded.
import { findStringEnd } from '../../model/quoted.js';
import { maxDepth } from '../text/problems.js';

/** What the pass over a text found. */
export interface Tally {
  /** Object members in the text, duplicates included. */
  readonly members: number;
  /** Offset of the container that is nested too deep, or -1. */
  readonly tooDeepAt: number;
  /** Whether a number might not keep its value: more than 15 characters, or an exponent. */
  readonly hasDoubtfulNumber: boolean;
}

/** Counts the members and watches depth and numbers of any text, well-formed or not. */
export function tallyText(text: string): Tally {
  const length = text.length;
  let members = 0;
  let depth = 0;
  let hasDoubtfulNumber = false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = findStringEnd(text, at);
    } else if (code === 0x3a) {
      members++;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return { members, tooDeepAt: at, hasDoubtfulNumber };
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    } else if (code >= 0x30 && code <= 0x39) {
      const end = findNumberEnd(text, at);
      if (end < 0 || end - at > 15) hasDoubtfulNumber = true;
      at = Math.abs(end) - 1;
    }
  }
  return { members, tooDeepAt: -1, hasDoubtfulNumber };
}

/** Counts the members of a parsed value, whose depth is known to be bounded. */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item);
    return count;
  }
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const member = record[key];
    count += typeof member === 'object' ? 1 + countMembers(member) : 1;
  }
  return count;
}

/** Offset behind the digits and the point of a number; negative when an exponent follows. */
function findNumberEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x30 || code > 0x39) && code !== 0x2e) return (code | 0x20) === 0x65 ? -at : at;
  }
  return text.length;
}
