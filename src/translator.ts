// A translator: options checked once, for any number of documents.
import type { SourceDocument } from './model/source.js';
import { prepareOptions, type TranslateOptions } from './options.js';
import { type Translation, translateDocument } from './translate.js';
import { translateItems, translateSources } from './translate-text.js';

/** Translates with the same options again and again. */
export interface Translator {
  /** Translates one parsed document. */
  readonly translateValue: (value: unknown) => Translation;
  /** Translates the documents of one text that was read already. */
  readonly translateSources: (sources: readonly SourceDocument[]) => Translation[];
  /** Translates a list; undefined where the value is none. */
  readonly translateItems: (value: unknown) => Translation[] | undefined;
}

/** Checks options once. Throws a TypeError that names the wrong one. */
export function createTranslator(options?: TranslateOptions): Translator {
  const prepared = prepareOptions(options);
  return {
    translateValue: (value) => translateDocument(value, prepared),
    translateSources: (sources) => translateSources(sources, prepared),
    translateItems: (value) => translateItems(value, prepared),
  };
}
