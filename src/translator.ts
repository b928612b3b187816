// A translator: options checked once, for any number of documents.
import type { SourceDocument } from './model/source.js';
import { findUuid } from './model/uuid.js';
import { type Prepared, prepareOptions, type TranslateOptions } from './options.js';
import { type Translation, translateDocument } from './translate.js';
import { translateItems, translateSources } from './translate-text.js';

/** Where the documents of a text come from. */
export interface TextOrigin {
  /** What reports call the text; decisions may name a document by it and the place in it. */
  readonly source: string;
  /** JSON Pointer of the document in it, where the text is an item that was taken out of a list. */
  readonly pointer?: string;
  /** Whether a UUID in its name is the id of the cluster that a patch changes, where `options.id` does not say it. */
  readonly tellsId?: boolean;
}

/** Translates with the same options again and again. */
export interface Translator {
  /** Translates one parsed document. */
  readonly translateValue: (value: unknown) => Translation;
  /** Translates the documents of one text that was read already. */
  readonly translateSources: (sources: readonly SourceDocument[], origin?: TextOrigin) => Translation[];
  /** Translates a list; undefined where the value is none. */
  readonly translateItems: (value: unknown) => Translation[] | undefined;
}

/** Checks options once. Throws a TypeError that names the wrong one. */
export function createTranslator(options?: TranslateOptions): Translator {
  const prepared = prepareOptions(options);
  return {
    translateValue: (value) => translateDocument(value, prepared),
    translateSources: (sources, origin) => translateSources(sources, origin ? placeAt(prepared, origin) : prepared),
    translateItems: (value) => translateItems(value, prepared),
  };
}

function placeAt(prepared: Prepared, origin: TextOrigin): Prepared {
  const id = prepared.id ?? (origin.tellsId ? findUuid(origin.source) : undefined);
  return { ...prepared, origin, ...(id === undefined ? {} : { id }) };
}
