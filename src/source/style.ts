// How a text is laid out: its indentation, line breaks, last newline and byte-order mark.
import type { Style } from '../model/source.js';

const firstJsonIndent = /^\s*[[{][ \t]*\r?\n([ \t]+)/;
// A key with nothing behind it, then the first line of its block: its white space is one level.
const firstYamlIndent = /^( *)(?:- +)*[^\s#][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?: *(?:#[^\n]*)?\r?\n)*\1( +)[^\s#-]/m;

/** The style of a JSON text; `indent` is empty for a text on one line. */
export function detectJsonStyle(text: string): Style {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return { indent: firstJsonIndent.exec(body.slice(0, 4096))?.[1] ?? '', ...detectEnds(text) };
}

/** The style of a YAML document; line breaks and marks are those of its file. */
export function detectYamlStyle(document: string, file: string): Style {
  const indent = firstYamlIndent.exec(document.slice(0, 4096))?.[2] ?? '  ';
  return { indent: indent.slice(0, 8), ...detectEnds(file) };
}

const ndjsonStyles = new Map<string, Style>();

/** The style of one NDJSON line; the few there are exist once. */
export function detectLineStyle(line: string): Style {
  const ends = detectEnds(line);
  const key = `${ends.eol}${ends.finalNewline}${ends.bom}`;
  const known = ndjsonStyles.get(key);
  if (known) return known;
  const style = { indent: '', ...ends };
  ndjsonStyles.set(key, style);
  return style;
}

function detectEnds(text: string): Omit<Style, 'indent'> {
  const firstBreak = text.indexOf('\n');
  return {
    eol: firstBreak > 0 && text.charCodeAt(firstBreak - 1) === 13 ? '\r\n' : '\n',
    finalNewline: text.endsWith('\n'),
    bom: text.charCodeAt(0) === 0xfeff,
  };
}
