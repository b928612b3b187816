// The words for what can be wrong with a text. Messages never quote the text, which may hold a secret.
import type { Place } from '../../model/place.js';
import type { SourceProblem, SourceProblemCode } from '../../model/source.js';

/** Containers may be nested this deep; API payloads nest five levels. */
export const maxDepth = 64;

/** At most so many problems are told for one document, or item of a list; the first ones say enough. */
const maxProblems = 20;
/** No key of the API is so long; a longer one would be repeated in the path of each problem below it. */
const longestKey = 200;

/** Where the item of a list stands that a path leads into. */
const itemOf = /^(?:\/[^/]*){0,2}?\/\d+(?=\/|$)/;

interface Words {
  readonly message: string;
  readonly remedy: string;
}

const words: Record<SourceProblemCode, Words> = {
  empty: {
    message: 'There is no document in the text.',
    remedy: 'Check that the file was written completely, or leave it out.',
  },
  encoding: {
    message: 'The text holds replacement characters (U+FFFD), a sign that it was read in the wrong encoding.',
    remedy: 'Compare it with the original and save that as UTF-8.',
  },
  syntax: { message: 'The text is not well-formed.', remedy: 'Correct the text at this place.' },
  'duplicate-key': {
    message: 'The same key stands twice in one object; only the last value would count.',
    remedy: 'Remove one of the two.',
  },
  'lost-digits': {
    message: 'The number has more digits than JavaScript keeps, so its value would change.',
    remedy: 'Write the number that is meant with fewer digits; where the field takes text, put it in quotes.',
  },
  'alias-limit': {
    message: 'Aliases repeat themselves or expand to far more than the text holds.',
    remedy: 'Write the repeated values out, or use fewer aliases.',
  },
  'too-deep': {
    message: `Objects and lists are nested more than ${maxDepth} levels deep.`,
    remedy: 'No payload of the API is nested so deep: check where the text comes from.',
  },
  'too-large': {
    message: 'The YAML text is larger than this program reads.',
    remedy: 'Split it into several files, or convert it to JSON or NDJSON, which have no such limit.',
  },
  'unsupported-value': {
    message: 'The value has no counterpart in JSON.',
    remedy: 'Write it as a plain string, number, list or object.',
  },
};

/** Builds a problem from its code, with other words, a path or a place where given. */
export function describeProblem(
  code: SourceProblemCode,
  details: { message?: string; remedy?: string; path?: string; at?: Place } = {},
): SourceProblem {
  return { code, severity: code === 'encoding' ? 'warning' : 'error', ...words[code], ...details };
}

/** Problems as they are found: of each item of a list so many at most, so that none hides those of its neighbours. */
export interface Problems {
  readonly all: SourceProblem[];
  readonly add: (code: SourceProblemCode, details: Parameters<typeof describeProblem>[1] & { path: string }) => void;
}

/** Begins to collect problems. */
export function collectProblems(): Problems {
  const all: SourceProblem[] = [];
  const counts = new Map<string, number>();
  return {
    all,
    add: (code, details) => {
      const item = itemOf.exec(details.path)?.[0] ?? '';
      // One sign of a wrong encoding is enough.
      const [counted, most] = code === 'encoding' ? [`${item} ${code}`, 1] : [item, maxProblems];
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      if (count <= most) all.push(describeProblem(code, details));
    },
  };
}

/** A replacement character, as itself or as an escape, whose backslash is not escaped itself. */
const replacement = /\uFFFD|(?<!\\)(?:\\\\)*\\u[fF]{3}[dD]/;

/** Whether a text has a replacement character, which programs put where bytes could not be read. */
export function hasReplacement(text: string): boolean {
  return text.includes('\uFFFD') || (text.includes('\\u') && replacement.test(text));
}

/** A key as the path of a problem has it. */
export function clipKey<Key extends string | number>(key: Key): Key | string {
  return typeof key === 'string' && key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
}

/** Where a part of a text has its first replacement character; -1 where it has none. */
export function findReplacement(text: string, start: number, end: number): number {
  const offset = text.slice(start, end).search(replacement);
  return offset === -1 ? -1 : start + offset;
}
