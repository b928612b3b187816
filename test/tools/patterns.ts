// Finds every regular expression of the source by parsing it, so that none is forgotten.
import { parseSync, Visitor } from 'rolldown/utils';
import { readSourceFiles } from './source-files.js';

/** A regular expression of the source. */
export interface Pattern {
  /** `src/model/secret.ts:12`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** What parsing the source gives. */
export interface Patterns {
  readonly literals: readonly Pattern[];
  /** Where one is made of texts, which only running the code tells. */
  readonly made: readonly string[];
}

/** Lists the regular expressions of all files below `src`. */
export function listPatterns(): Patterns {
  const literals: Pattern[] = [];
  const made: string[] = [];
  for (const { path, text } of readSourceFiles('src')) {
    const placeAt = (offset: number) => `src/${path}:${text.slice(0, offset).split('\n').length}`;
    const note = (callee: object, start: number) => {
      if ('name' in callee && callee.name === 'RegExp') made.push(placeAt(start));
    };
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
    new Visitor({
      Literal: (node) => {
        if (!('regex' in node)) return;
        const { pattern, flags } = node.regex;
        literals.push({ place: placeAt(node.start), source: pattern, flags });
      },
      NewExpression: ({ callee, start }) => note(callee, start),
      CallExpression: ({ callee, start }) => note(callee, start),
    }).visit(program);
  }
  return { literals, made };
}

/** Notes the expressions that the source makes of texts while something runs; their places are those of `made`. */
export async function watchMade(run: () => Promise<unknown>): Promise<Pattern[]> {
  const seen: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [source, flags = '']) => {
      const [, place] = /[\\/](src[\\/][^:)]*:\d+):\d+/.exec(new Error('place').stack ?? '') ?? [];
      if (place !== undefined) seen.push({ place, source: String(source.source ?? source), flags });
      return new target(source, flags);
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return seen;
}
