// A translator: options made ready once, for any number of documents.
import type { SourceDocument } from '../model/source.js';
import { findUuid } from '../model/uuid.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import { documentOf, type TextOrigin } from './document.js';
import { translateItems, translateSources } from './documents.js';
import { translateDocument } from './translate.js';

/** Translates with the same options again and again; reads no text itself, so that no parser comes with it. */
export interface SourceTranslator {
  /** Translates one parsed document. */
  readonly translateValue: (value: unknown) => Translation;
  /** Translates the documents of one text that was read already. */
  readonly translateSources: (sources: readonly SourceDocument[], origin?: TextOrigin) => Translation[];
  /** Translates a list; undefined where the value is none. */
  readonly translateItems: (value: unknown) => Translation[] | undefined;
}

/** A translator of options that were made ready before. */
export function openTranslator(prepared: Prepared): SourceTranslator {
  return {
    translateValue: (value) => translateDocument(documentOf(value, prepared)),
    translateSources: (sources, origin) => translateSources(sources, tellId(prepared, origin), origin),
    translateItems: (value) => translateItems(value, prepared),
  };
}

function tellId(prepared: Prepared, origin: TextOrigin | undefined): Prepared {
  if (!origin?.tellsId || prepared.id !== undefined) return prepared;
  const id = findUuid(origin.source);
  return id === undefined ? prepared : { ...prepared, id };
}
