// The translations of one text as JSON: a document as itself, several or a list as an array.
import { renderJson, renderNdjsonLine } from './emit/json.js';
import type { Style } from './model/source.js';
import { groupBySource, isFolded, type RenderOptions, valuesToRender, valueToRender } from './render-groups.js';
import type { Translation } from './translate.js';

/** The layout of documents that come without a text. */
export const plainStyle: Style = { indent: '  ', eol: '\n', finalNewline: true, bom: false };

/** Renders as one JSON text. What has no value to render is left out; nothing at all gives the empty string. */
export function renderJsonDocuments(translations: readonly Translation[], options: RenderOptions = {}): string {
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

/** Renders as one line for each translation, `null` where there is no value, so that lines keep their order. */
export function renderNdjson(translations: readonly Translation[], options: RenderOptions = {}): string {
  return groupBySource(translations)
    .flatMap((group) =>
      isFolded(group, options)
        ? valuesToRender(group, options)
        : group.translations.map((translation) => valueToRender(translation, options)),
    )
    .map((value) => `${renderNdjsonLine(value ?? null)}\n`)
    .join('');
}

/**
 * Renders the translations of one line as one line, so that lines keep their order: a document as itself or `null`, a
 * list as an array. An item is a document, although it came from a list.
 */
export function renderNdjsonText(
  translations: readonly Translation[],
  { isItem, ...options }: RenderOptions & { readonly isItem: boolean },
): string {
  const [only] = translations;
  if (only && translations.length === 1 && (isItem || only.pointer === undefined))
    return `${renderNdjsonLine(valueToRender(only, options))}\n`;
  const values = translations.map((translation) => valueToRender(translation, options));
  return `${renderNdjsonLine(values.filter((value) => value !== undefined))}\n`;
}

/** Renders a document as an item of an array, without what separates it from the others. */
export function renderArrayItem(translation: Translation, style: Style, options: RenderOptions): string | undefined {
  const value = valueToRender(translation, options);
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, null, style.indent);
  return style.indent === '' ? text : `${style.indent}${text.replaceAll('\n', `${style.eol}${style.indent}`)}`;
}

/** What needs no rendering: it was handed on, and the format stays. */
function isUnchanged(translation: Translation, options: RenderOptions): boolean {
  return translation.status === 'skipped' && options.pick === undefined && options.sameFormat !== false;
}
