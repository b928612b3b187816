// How a text is laid out: its indentation, line breaks, last newline and byte-order mark.
import type { Style } from '../../model/source.js';

const firstJsonIndent = /^\s*[[{][ \t]*\r?\n([ \t]+)/;

/** The style of a JSON text; `indent` is empty for a text on one line. */
export function detectJsonStyle(text: string): Style {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return { indent: firstJsonIndent.exec(body.slice(0, 4096))?.[1] ?? '', ...detectEnds(text) };
}

/** The style of a YAML document; line breaks and marks are those of its file. */
export function detectYamlStyle(document: string, ends: Ends): Style {
  return { indent: detectYamlIndent(document.slice(0, 4096)), ...ends };
}

/** How far the first block is set in from the key above it. Line by line: a pattern for all of it has no bound. */
function detectYamlIndent(text: string): string {
  let key = -1;
  for (const ended of text.split('\n')) {
    const line = ended.trimEnd();
    const column = line.search(/[^ ]/);
    if (column === -1 || line.charAt(column) === '#') continue;
    if (key !== -1 && column > key && line.charAt(column) !== '\t') return ' '.repeat(Math.min(column - key, 8));
    key = findOpenKey(line);
  }
  return '  ';
}

/** The column of a key with nothing behind it but a comment, the dashes before it skipped; -1 where there is none. */
function findOpenKey(line: string): number {
  const comment = line.search(/:[ \t]*#/);
  const told = comment === -1 ? line : line.slice(0, comment + 1);
  if (!told.endsWith(':')) return -1;
  let column = 0;
  while (told.charAt(column) === ' ' || told.startsWith('- ', column)) column += 1;
  return column;
}

/** The style of one NDJSON line, told by its end, cheaply: there may be millions. */
export function detectLineStyle(line: string): Style {
  const last = line.charCodeAt(line.length - 1);
  const isWindows = last === 13 || (last === 10 && line.charCodeAt(line.length - 2) === 13);
  const bom = line.charCodeAt(0) === 0xfeff;
  return { indent: '', eol: isWindows ? '\r\n' : '\n', finalNewline: last === 10, bom };
}

/** What all documents of a file share. */
type Ends = Omit<Style, 'indent'>;

/** The line breaks, the last newline and the mark of a file. */
export function detectEnds(text: string): Ends {
  const firstBreak = text.indexOf('\n');
  return {
    eol: firstBreak > 0 && text.charCodeAt(firstBreak - 1) === 13 ? '\r\n' : '\n',
    finalNewline: text.endsWith('\n'),
    bom: text.charCodeAt(0) === 0xfeff,
  };
}
