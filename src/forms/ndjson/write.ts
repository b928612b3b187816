// The translations of one text as NDJSON: a line for each.
import type { AnyTranslation } from '../../model/translation.js';
import { groupBySource, isEnvelope, isFolded, type RenderOptions, valuesToRender, valueToRender } from '../groups.js';

/**
 * Renders as lines, `null` where there is no value, so that lines keep their order. What was a line stays one; a list from
 * elsewhere gives a line for each of its items.
 */
export function renderNdjson(translations: readonly AnyTranslation[], options: RenderOptions = {}): string {
  const groups = groupBySource(translations);
  if (options.sameFormat !== false)
    return groups.map((group) => renderNdjsonText(group.translations, { ...options, isItem: false })).join('');
  return groups
    .flatMap((group) =>
      isFolded(group, options)
        ? valuesToRender(group, options)
        : group.translations.map((translation) => valueToRender(translation, options)),
    )
    .map((value) => `${renderNdjsonLine(value)}\n`)
    .join('');
}

/**
 * Renders the translations of one line as one line, so that lines keep their order: a document as itself or `null`, a
 * list as an array, or as a list of v2. An item is a document, although it came from a list.
 */
export function renderNdjsonText(
  translations: readonly AnyTranslation[],
  { isItem, ...options }: RenderOptions & { readonly isItem: boolean },
): string {
  const [only] = translations;
  const isAlone = only && translations.length === 1 && (isItem || only.pointer === undefined);
  if (options.pickList && !isItem && !(isAlone && !isEnvelope(only)))
    return `${renderNdjsonLine(options.pickList(translations))}\n`;
  if (isAlone) return `${renderNdjsonLine(valueToRender(only, options))}\n`;
  const group = { translations, isList: true };
  const values = valuesToRender(group, options);
  return `${renderNdjsonLine(isFolded(group, options) ? values[0] : values)}\n`;
}

/** Renders a value as one line of NDJSON, without its line break. */
export function renderNdjsonLine(value: unknown): string {
  return JSON.stringify(value ?? null);
}
