// YAML streams of documents that were translated and documents that are handed on byte for byte.
import type { Style } from '../../model/source.js';
import { blankOrComment } from './split.js';
import { type CommentedValue, renderYaml } from './write-value.js';

/** A document of a stream: a text to copy, or a value to render. */
export type StreamPart = { readonly text: string } | CommentedValue;

const startMarker = /^\uFEFF?---(?:[ \t\r]|$)/;
const endMarker = /^\.\.\.(?:[ \t\r]|$)/;

/** Renders a stream with the separators each pair of neighbours needs. */
export function renderStream(parts: readonly StreamPart[], style: Style): string {
  const texts: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const text =
      'text' in part ? part.text : renderPart(part, { ...style, finalNewline: style.finalNewline || !isLast });
    const previous = texts.at(-1);
    if (previous === undefined) texts.push(text);
    else texts.push(separate(previous, text.replace(/^\uFEFF/, ''), style.eol), text.replace(/^\uFEFF/, ''));
  }
  const mark = style.bom && !texts[0]?.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + texts.join('');
}

function renderPart({ value, comments }: CommentedValue, style: Style): string {
  return renderYaml(value, comments, { ...style, bom: false });
}

/** What must stand between a document and the next. */
function separate(previous: string, text: string, eol: string): string {
  const gap = previous.endsWith('\n') || previous === '' ? '' : eol;
  const isEnded = endsWithMarker(previous);
  const { hasDirective, hasMarker } = readHead(text);
  // Directives are only read after the end of the document before.
  if (hasDirective) return isEnded ? gap : `${gap}...${eol}`;
  return isEnded || hasMarker ? gap : `${gap}---${eol}`;
}

/** Whether the last line that is no comment ends the document. */
function endsWithMarker(text: string): boolean {
  let end = text.length;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (!blankOrComment.test(line)) return endMarker.test(line);
    end = start - 1;
  }
  return false;
}

/** What a document's text has before its content. */
function readHead(text: string): { hasDirective: boolean; hasMarker: boolean } {
  let hasDirective = false;
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(start, end);
    if (line.startsWith('%')) hasDirective = true;
    else if (!blankOrComment.test(line)) return { hasDirective, hasMarker: startMarker.test(line) };
    start = end + 1;
  }
  return { hasDirective, hasMarker: false };
}
