// Values as JSON text, laid out as their source was.
import type { Style } from '../model/source.js';

/** Renders a value as JSON with the style's indentation (on one line where that is empty), breaks and mark. */
export function renderJson(value: unknown, style: Style): string {
  const text = JSON.stringify(value ?? null, null, style.indent);
  // Line breaks inside strings are escaped, so every one in the text is layout.
  const laidOut = style.eol === '\n' ? text : text.replaceAll('\n', style.eol);
  return `${style.bom ? '\uFEFF' : ''}${laidOut}${style.finalNewline ? style.eol : ''}`;
}

/** Renders a value as one line of NDJSON, without its line break. */
export function renderNdjsonLine(value: unknown): string {
  return JSON.stringify(value ?? null);
}
