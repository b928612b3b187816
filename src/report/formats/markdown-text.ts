// Text of documents in Markdown: shown as it is, never as markup, a link, a mention or an HTML tag.
import { toPrintable } from '../printable.js';

const breaker = '&#8203;';

/** Prose: marks are escaped, and addresses, mentions and issue numbers are broken by a character of no width. */
export function escapeMarkdown(text: string): string {
  return toPrintable(text).replace(special, escapeSign);
}

/** All at once: a second look would find signs in what the first one wrote. */
const special = /[&<>\\`*_[\]|~]|:\/\/|\bwww\.|[@#](?=\w)/gi;
const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['://', `:${breaker}//`],
]);

function escapeSign(sign: string): string {
  const entity = entities.get(sign);
  if (entity !== undefined) return entity;
  if (sign === '@' || sign === '#') return sign + breaker;
  return sign.length > 1 ? `${sign.slice(0, -1)}${breaker}.` : `\\${sign}`;
}

/** A name or value as code; the fence is longer than any run of backticks in it, and no bar ends a table cell. */
export function codeMarkdown(text: string): string {
  const shown = toPrintable(text).replaceAll('|', '\\|');
  let longest = 0;
  for (const [run] of shown.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
