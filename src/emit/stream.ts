// YAML streams of documents that were translated and documents that are handed on byte for byte.
import type { Style } from '../model/source.js';
import { type CommentedValue, renderYaml } from './yaml.js';

/** A document of a stream: a text to copy, or a value to render. */
export type StreamPart = { readonly text: string } | CommentedValue;

const startsWithMarker = /^\uFEFF?---(?:[ \t\r\n]|$)/;
const prologue = /^(?:\uFEFF?(?:%[^\n]*|[ \t]*(?:#[^\n]*)?)\r?\n)*/;
const endsWithMarker = /(?:^|\n)\.\.\.(?:[ \t][^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*$/;

/** Renders a stream with the separators each pair of neighbours needs. */
export function renderStream(parts: readonly StreamPart[], style: Style): string {
  let stream = '';
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const text =
      'text' in part
        ? part.text
        : renderYaml(part.value, part.comments, { ...style, bom: false, finalNewline: style.finalNewline || !isLast });
    stream += separate(stream, index === 0 ? text : text.replace(/^\uFEFF/, ''), style.eol);
  }
  return style.bom && !stream.startsWith('\uFEFF') ? `\uFEFF${stream}` : stream;
}

/** A document with what must stand between it and the stream so far. */
function separate(stream: string, text: string, eol: string): string {
  if (stream === '') return text;
  const gap = stream.endsWith('\n') ? '' : eol;
  const isEnded = endsWithMarker.test(stream + gap);
  const head = prologue.exec(text)?.[0] ?? '';
  // Directives are only read after the end of the document before.
  if (/^%/m.test(head)) return isEnded ? gap + text : `${gap}...${eol}${text}`;
  if (isEnded || startsWithMarker.test(text.slice(head.length))) return gap + text;
  return `${gap}---${eol}${text}`;
}
