// The translations of one text as JSON: a document as itself, several or a list as an array.

import type { Style } from '../../model/source.js';
import type { AnyTranslation } from '../../model/translation.js';
import { groupBySource, isFolded, type RenderOptions, valuesToRender, valueToRender } from '../groups.js';

/** The layout of documents that come without a text. */
export const plainStyle: Style = { indent: '  ', eol: '\n', finalNewline: true, bom: false };

/** Renders as one JSON text. What has no value to render is left out; nothing at all gives the empty string. */
export function renderJsonDocuments(translations: readonly AnyTranslation[], options: RenderOptions = {}): string {
  const groups = groupBySource(translations);
  const [first] = translations;
  if (groups.length === 1 && first && !groups[0]?.isList) {
    const source = first.source?.();
    if (isUnchanged(first, options) && source) return source.text;
  }
  const values = groups.flatMap((group) => valuesToRender(group, options));
  const asItself = groups.length === 1 && (!groups[0]?.isList || isFolded(groups[0], options));
  if (asItself && values.length === 0) return '';
  const style = options.style ?? first?.source?.().style ?? plainStyle;
  // Results and requests are no text of the source, and a mark before JSON is one that other programs refuse.
  const own = options.pick ? { ...style, bom: false } : style;
  return renderJson(asItself ? values[0] : values, own);
}

/** Renders a document as an item of an array, without what separates it from the others. */
export function renderArrayItem(translation: AnyTranslation, style: Style, options: RenderOptions): string | undefined {
  const value = valueToRender(translation, options);
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, null, style.indent);
  return style.indent === '' ? text : `${style.indent}${text.replaceAll('\n', `${style.eol}${style.indent}`)}`;
}

/** What needs no rendering: it was handed on, and the format stays. */
function isUnchanged(translation: AnyTranslation, options: RenderOptions): boolean {
  return translation.status === 'skipped' && options.pick === undefined && options.sameFormat !== false;
}

/** Renders a value as JSON with the style's indentation (on one line where that is empty), breaks and mark. */
export function renderJson(value: unknown, style: Style): string {
  const text = JSON.stringify(value ?? null, null, style.indent);
  // Line breaks inside strings are escaped, so every one in the text is layout.
  const laidOut = style.eol === '\n' ? text : text.replaceAll('\n', style.eol);
  return `${style.bom ? '\uFEFF' : ''}${laidOut}${style.finalNewline ? style.eol : ''}`;
}
