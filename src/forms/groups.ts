// What both output formats share: which translations came from one document, and what to write of each.

import type { Style } from '../model/source.js';
import type { AnyTranslation, PlacedComment } from '../model/translation.js';
import { isListTarget, originalOf } from '../model/translation.js';
import { describeRequest } from './http/write.js';

/** How to write documents. */
export interface RenderOptions {
  /**
   * What is written of a translation: its v2 document (`body`) or `{ method, url, body }` (`request`). Where left out, a
   * form stays its form: what was a stored request is one again, all else is its document.
   */
  readonly emit?: 'body' | 'request';
  /** What to write in place of either. */
  readonly pick?: (translation: AnyTranslation) => unknown;
  /** What to write of a list that stands on one line, in place of an array of its documents. */
  readonly pickList?: (translations: readonly AnyTranslation[]) => unknown;
  /** The layout; that of the source where left out. */
  readonly style?: Style;
  /** Whether the output has the format of the source, so that what was skipped is copied byte for byte; it has where left out. */
  readonly sameFormat?: boolean;
}

/** The translations of one document of a text. */
export interface Group {
  readonly translations: readonly AnyTranslation[];
  /** Whether the document is a list of which they are the items. */
  readonly isList: boolean;
}

/** Groups translations by the document they came from; each value without a text is a document of its own. */
export function groupBySource(translations: readonly AnyTranslation[]): Group[] {
  const groups: { translations: AnyTranslation[]; isList: boolean; key: unknown }[] = [];
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
export function valueToRender(translation: AnyTranslation, options: RenderOptions): unknown {
  if (options.pick) return options.pick(translation);
  // What else a HAR file holds is not ours to hand on.
  if (translation.document === undefined && translation.pointer?.startsWith('/log/entries/')) return undefined;
  if (translation.document !== undefined)
    return writesRequest(translation, options) ? describeRequest(translation) : translation.document;
  if (translation.status !== 'skipped' || isEnvelope(translation)) return undefined;
  // Of a list that is not ours, the item and not the list.
  return originalOf(translation);
}

/** Whether a translation is written as a request. */
function writesRequest({ kind }: AnyTranslation, { emit }: RenderOptions): boolean {
  return emit === undefined ? kind === 'Request' : emit === 'request';
}

/** The comments of what is written, at their places in it. */
export function commentsToRender(translation: AnyTranslation, options: RenderOptions): readonly PlacedComment[] {
  const { comments = [], kind } = translation;
  if (options.pick) return [];
  const isRequest = writesRequest(translation, options);
  // Comments of stored requests are placed in the request, all others in the document.
  if (isRequest === (kind === 'Request') || (kind === 'Request' && translation.status === 'skipped')) return comments;
  return comments.flatMap((comment) => {
    const { to } = comment;
    if (to === undefined) return [comment];
    if (isRequest) return [{ ...comment, to: to === '' ? '' : body + to }];
    return to === '' || to.startsWith(body) ? [{ ...comment, to: to.slice(body.length) }] : [];
  });
}

const body = '/body';

/** The values to write of a group: one for each translation, or a v2 list around them. */
export function valuesToRender({ translations }: Group, options: RenderOptions): unknown[] {
  const around = options.pick ? undefined : translations.find(surrounds);
  const values = translations
    .filter((translation) => translation !== around)
    .map((translation) => valueToRender(translation, options))
    .filter((value) => value !== undefined);
  return around ? [{ ...(around.document as object), items: values }] : values;
}

/** Whether a group is written as one v2 list. */
export function isFolded({ translations }: Group, options: RenderOptions): boolean {
  return options.pick === undefined && translations.some(surrounds);
}

/** Whether the document of a translation is a v2 list that its neighbours are the items of. */
function surrounds(translation: AnyTranslation): boolean {
  return isList(translation) && translation.document !== undefined;
}

function isList(translation: AnyTranslation): boolean {
  return isListTarget('target' in translation ? translation.target : undefined);
}

/** A list that was taken apart, or that is empty: it speaks for no document of its own. */
export function isEnvelope(translation: AnyTranslation): boolean {
  if (isList(translation) || translation.kind === 'UserList' || translation.kind === 'DatabaseList') return true;
  if (translation.kind === 'v2 list') return false;
  return translation.findings.some(
    ({ code }) => code === 'document/kind/more-pages' || code === 'document/kind/empty-list',
  );
}
