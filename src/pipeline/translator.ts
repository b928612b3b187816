// A translator: options checked once, for any number of documents.
import type { SourceDocument } from '../model/source.js';
import { findUuid } from '../model/uuid.js';
import { type Prepared, prepareOptions, type TranslateOptions } from '../supply/options.js';
import { translateItems, translateSources } from './documents.js';
import type { TextOrigin } from './place.js';
import { type Translation, translateDocument } from './translate.js';

/** Translates with the same options again and again; reads no text itself, so that no parser comes with it. */
export interface SourceTranslator {
  /** Translates one parsed document. */
  readonly translateValue: (value: unknown) => Translation;
  /** Translates the documents of one text that was read already. */
  readonly translateSources: (sources: readonly SourceDocument[], origin?: TextOrigin) => Translation[];
  /** Translates a list; undefined where the value is none. */
  readonly translateItems: (value: unknown) => Translation[] | undefined;
}

/** Checks options once. Throws a TypeError that names the wrong one. */
export function openTranslator(options?: TranslateOptions): SourceTranslator {
  const prepared = prepareOptions(options);
  return {
    translateValue: (value) => translateDocument(value, prepared),
    translateSources: (sources, origin) => translateSources(sources, tellId(prepared, origin), origin),
    translateItems: (value) => translateItems(value, prepared),
  };
}

function tellId(prepared: Prepared, origin: TextOrigin | undefined): Prepared {
  if (!origin?.tellsId || prepared.id !== undefined) return prepared;
  const id = findUuid(origin.source);
  return id === undefined ? prepared : { ...prepared, id };
}
