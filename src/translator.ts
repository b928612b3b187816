// A translator: options checked once, for any number of documents.
import type { SourceDocument } from './model/source.js';
import { findUuid } from './model/uuid.js';
import { type Prepared, prepareOptions, type TranslateOptions } from './options.js';
import { type Translation, translateDocument } from './translate.js';
import { translateItems, translateSources } from './translate-text.js';

/** Translates with the same options again and again. */
export interface Translator {
  /** Translates one parsed document. */
  readonly translateValue: (value: unknown) => Translation;
  /**
   * Translates the documents of one text that was read already. A UUID in the name of the file is the id of the cluster
   * that a patch changes, where `options.id` does not say it.
   */
  readonly translateSources: (sources: readonly SourceDocument[], name?: string) => Translation[];
  /** Translates a list; undefined where the value is none. */
  readonly translateItems: (value: unknown) => Translation[] | undefined;
}

/** Checks options once. Throws a TypeError that names the wrong one. */
export function createTranslator(options?: TranslateOptions): Translator {
  const prepared = prepareOptions(options);
  return {
    translateValue: (value) => translateDocument(value, prepared),
    translateSources: (sources, name) => translateSources(sources, nameCluster(prepared, name)),
    translateItems: (value) => translateItems(value, prepared),
  };
}

function nameCluster(prepared: Prepared, name: string | undefined): Prepared {
  const id = prepared.id ?? (name === undefined ? undefined : findUuid(name));
  return id === undefined ? prepared : { ...prepared, id };
}
