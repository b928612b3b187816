// Text of documents in Markdown: shown as it is, never as markup, a link, a mention or an HTML tag.
import { toPrintable } from '../printable.js';

const breaker = '&#8203;';

/** Prose: marks are escaped, and addresses, mentions and issue numbers are broken by a character of no width. */
export function escapeMarkdown(text: string): string {
  return toPrintable(text)
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character)
    .replace(/[\\`*_[\]|~]/g, (character) => `\\${character}`)
    .replaceAll('://', `:${breaker}//`)
    .replace(/\bwww\./gi, `www${breaker}.`)
    .replace(/[@#](?=\w)/g, (character) => character + breaker);
}

/** A name or value as code; the fence is longer than any run of backticks in it, and no bar ends a table cell. */
export function codeMarkdown(text: string): string {
  const shown = toPrintable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
