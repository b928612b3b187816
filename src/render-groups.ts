// What both output formats share: which translations came from one document, and what to write of each.
import type { Style } from './model/source.js';
import type { Translation } from './translate.js';

/** How to write documents. */
export interface RenderOptions {
  /** What to write of a translation; its v2 document where left out. */
  readonly pick?: (translation: Translation) => unknown;
  /** The layout; that of the source where left out. */
  readonly style?: Style;
  /** Whether the output has the format of the source, so that what was skipped is copied byte for byte; it has where left out. */
  readonly sameFormat?: boolean;
}

/** The translations of one document of a text. */
export interface Group {
  readonly translations: readonly Translation[];
  /** Whether the document is a list of which they are the items. */
  readonly isList: boolean;
}

/** Groups translations by the document they came from; each value without a text is a document of its own. */
export function groupBySource(translations: readonly Translation[]): Group[] {
  const groups: { translations: Translation[]; isList: boolean; key: unknown }[] = [];
  for (const translation of translations) {
    const key = translation.source?.();
    const last = groups.at(-1);
    const isList = translation.pointer !== undefined || isEnvelope(translation);
    if (last && key !== undefined && last.key === key) last.translations.push(translation);
    else groups.push({ translations: [translation], isList, key });
  }
  return groups;
}

/** The value to write of a translation; undefined where there is none. */
export function valueToRender(translation: Translation, options: RenderOptions): unknown {
  if (options.pick) return options.pick(translation);
  if (translation.document !== undefined) return translation.document;
  return translation.status === 'skipped' && !isEnvelope(translation) ? translation.source?.().value : undefined;
}

/** A list that was taken apart, or that is empty: it speaks for no document of its own. */
function isEnvelope(translation: Translation): boolean {
  return translation.findings.some(
    ({ code }) => code === 'document/kind/more-pages' || code === 'document/kind/empty-list',
  );
}
