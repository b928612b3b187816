// Finds any of some texts in others, and replaces them.
import { indexTexts } from './text-index.js';

/** Texts that are looked for. */
export interface Needles {
  /** Whether one of them is in a text. */
  readonly areIn: (text: string) => boolean;
  /** A text with something else in place of each of them, the longest first. */
  readonly replaceIn: (text: string, by: string) => string;
}

/** So many are looked for one after the other, which is quicker for the few that documents have. */
const few = 4;

/** Makes texts ready to be looked for; empty ones are left out. */
export function createNeedles(texts: Iterable<string>): Needles {
  const needles = [...new Set(texts)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const within = needles.length > few ? indexTexts(needles, needles.at(-1)?.length ?? 1).within : () => needles;
  return {
    areIn: (text) => within(text).some((needle) => text.includes(needle)),
    replaceIn: (text, by) => within(text).reduce((replaced, needle) => replaced.replaceAll(needle, () => by), text),
  };
}
