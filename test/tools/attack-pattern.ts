// Attacks a regular expression with long texts made of what it looks for: what no checker of patterns sees, such as
// matches that begin again and again, and groups that need stack for each turn.
import type { Pattern } from './patterns.js';

const length = 10_000;
/** A linear expression takes some microseconds for so short a text. */
const suspicious = 15;
const ends = ['', '\n', '\u0000', 'x'];

/** What is wrong with an expression; undefined for nothing. */
export function attackPattern({ source, flags }: Pattern): string | undefined {
  if (/(?<!\\)\)(?:[*+]|\{\d+,\})/.test(source))
    return 'a group that is repeated without bound takes stack for each turn';
  const pattern = new RegExp(source, flags);
  for (const text of listAttacks(source)) {
    if (measure(pattern, text(length)) < suspicious) continue;
    const [once, twice] = [best(pattern, text(length)), best(pattern, text(2 * length))];
    if (twice > suspicious && twice > 3 * once) return `takes ${twice.toFixed()} ms for ${JSON.stringify(text(20))}…`;
  }
  return undefined;
}

function best(pattern: RegExp, text: string): number {
  return Math.min(...[1, 2, 3].map(() => measure(pattern, text)));
}

/** Every match, as `matchAll` and `replace` look for them. */
function measure(pattern: RegExp, text: string): number {
  const started = performance.now();
  text.replace(pattern, '');
  return performance.now() - started;
}

function* listAttacks(source: string): Generator<(length: number) => string> {
  const pieces = listPieces(source);
  const pumps = new Set([...pieces, ...pieces.flatMap((one) => pieces.map((other) => one + other)).slice(0, 80)]);
  for (const pump of pumps)
    for (const start of ['', pieces[0] ?? ''])
      for (const end of ends) yield (size) => start + pump.repeat(size / pump.length) + end;
}

/** The words and signs that an expression names, and those that many look for. */
function listPieces(source: string): string[] {
  const escapes: Readonly<Record<string, string>> = {
    d: '1',
    s: ' ',
    w: 'a',
    n: '\n',
    r: '\r',
    t: '\t',
    S: 'a',
    b: ' ',
  };
  const read = source
    .replaceAll(/\(\?[:=!<]+|[()|^$?*+]|\{\d+,?\d*\}/g, '\ue000')
    .replaceAll(/\\u\{?([\da-fA-F]+)\}?/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\([^u])/g, (_, letter) => escapes[letter] ?? letter);
  const words = read.split(/[\ue000[\]]+/).filter((word) => word !== '' && word.length < 12);
  return [...new Set([...words, ...[...read].filter((sign) => sign !== '\ue000'), ' ', '\n', 'a', '1', '-'])].slice(
    0,
    24,
  );
}
