// The translations of one text as NDJSON: a line for each.
import type { AnyTranslation } from '../../model/translation.js';
import { groupBySource, isFolded, type RenderOptions, valuesToRender, valueToRender } from '../groups.js';

/** Renders as one line for each translation, `null` where there is no value, so that lines keep their order. */
export function renderNdjson(translations: readonly AnyTranslation[], options: RenderOptions = {}): string {
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
  translations: readonly AnyTranslation[],
  { isItem, ...options }: RenderOptions & { readonly isItem: boolean },
): string {
  const [only] = translations;
  if (only && translations.length === 1 && (isItem || only.pointer === undefined))
    return `${renderNdjsonLine(valueToRender(only, options))}\n`;
  const values = translations.map((translation) => valueToRender(translation, options));
  return `${renderNdjsonLine(values.filter((value) => value !== undefined))}\n`;
}

/** Renders a value as one line of NDJSON, without its line break. */
export function renderNdjsonLine(value: unknown): string {
  return JSON.stringify(value ?? null);
}
