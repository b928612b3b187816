// How a text is laid out: its indentation, line breaks, last newline and byte-order mark.
import type { Style } from '../../model/source.js';

const firstJsonIndent = /^\s*[[{][ \t]*\r?\n([ \t]+)/;
// A key with nothing behind it, and the white space of the first line below it that is no comment.
const yamlBlock = /^( *(?:- +)*)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?: *(?:#[^\n]*)?\r?\n)*( +)[^\s#]/gm;

/** The style of a JSON text; `indent` is empty for a text on one line. */
export function detectJsonStyle(text: string): Style {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return { indent: firstJsonIndent.exec(body.slice(0, 4096))?.[1] ?? '', ...detectEnds(text) };
}

/** The style of a YAML document; line breaks and marks are those of its file. */
export function detectYamlStyle(document: string, file: string): Style {
  return { indent: detectYamlIndent(document.slice(0, 4096)), ...detectEnds(file) };
}

function detectYamlIndent(text: string): string {
  for (const [, lead = '', below = ''] of text.matchAll(yamlBlock)) {
    const width = below.length - lead.length;
    if (width > 0) return ' '.repeat(Math.min(width, 8));
  }
  return '  ';
}

/** The style of one NDJSON line, told by its end, cheaply: there may be millions. */
export function detectLineStyle(line: string): Style {
  const last = line.charCodeAt(line.length - 1);
  const isWindows = last === 13 || (last === 10 && line.charCodeAt(line.length - 2) === 13);
  const bom = line.charCodeAt(0) === 0xfeff;
  return { indent: '', eol: isWindows ? '\r\n' : '\n', finalNewline: last === 10, bom };
}

function detectEnds(text: string): Omit<Style, 'indent'> {
  const firstBreak = text.indexOf('\n');
  return {
    eol: firstBreak > 0 && text.charCodeAt(firstBreak - 1) === 13 ? '\r\n' : '\n',
    finalNewline: text.endsWith('\n'),
    bom: text.charCodeAt(0) === 0xfeff,
  };
}
