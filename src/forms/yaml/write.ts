// The translations of one text as YAML: a document as itself, several as a stream, a list as a sequence.

import type { Style } from '../../model/source.js';
import type { AnyTranslation } from '../../model/translation.js';
import {
  commentsToRender,
  type Group,
  groupBySource,
  isFolded,
  type RenderOptions,
  valuesToRender,
  valueToRender,
} from '../groups.js';
import { plainStyle } from '../json/write.js';
import { renderStream, type StreamPart } from './write-stream.js';
import { type CommentedValue, moveComments, renderYaml } from './write-value.js';

/** Renders as one YAML text, with the comments of the source. What was skipped is copied byte for byte. */
export function renderYamlDocuments(translations: readonly AnyTranslation[], options: RenderOptions = {}): string {
  const groups = groupBySource(translations);
  const style = chooseStyle(translations, options);
  const [only] = groups;
  if (groups.length === 1 && only) return renderGroup(only, style, options);
  const parts = groups.flatMap((group): StreamPart[] => {
    const [first] = group.translations;
    if (first && copiesGroup(group, options)) return [{ text: first.source?.().text ?? '' }];
    if (isFolded(group, options)) return [fold(group, options)];
    const items = listItems(group, options);
    return group.isList ? [listOf(items)] : items;
  });
  return parts.length === 0 ? '' : renderStream(parts, style);
}

function renderGroup(group: Group, style: Style, options: RenderOptions): string {
  const [first] = group.translations;
  if (first && copiesGroup(group, options)) return first.source?.().text ?? '';
  if (isFolded(group, options)) {
    const { value, comments } = fold(group, options);
    return renderYaml(value, comments, style);
  }
  const items = listItems(group, options);
  const [item] = group.isList ? [listOf(items)] : items;
  return item ? renderYaml(item.value, item.comments, style) : '';
}

/** What there is to write of a group, with the comments of each document. */
function listItems({ translations }: Group, options: RenderOptions): CommentedValue[] {
  return translations.flatMap((translation) => {
    const value = valueToRender(translation, options);
    return value === undefined ? [] : [{ value, comments: commentsToRender(translation, options) }];
  });
}

/** Documents as one list, and their comments at their new places. */
function listOf(items: readonly CommentedValue[], pointer = ''): CommentedValue {
  const comments = items.flatMap((item, index) => moveComments(item.comments, `${pointer}/${index}`));
  return { value: items.map(({ value }) => value), comments };
}

/** A v2 list with its items, and the comments of the items at their new places. */
function fold(group: Group, options: RenderOptions): CommentedValue {
  const [value] = valuesToRender(group, options);
  const items = group.translations.filter((translation) => translation.pointer !== undefined);
  return { value, comments: listOf(listItems({ ...group, translations: items }, options), '/items').comments };
}

/** Whether a document is copied as it stands: it was skipped, or is a list in which nothing is ours. */
function copiesGroup({ translations, isList }: Group, options: RenderOptions): boolean {
  if (options.pick !== undefined || options.sameFormat === false) return false;
  return translations.every(
    ({ status, kind, source }) => status === 'skipped' && source !== undefined && (!isList || kind === 'unknown'),
  );
}

/** A style of JSON on one line has no indentation that YAML could use. */
function chooseStyle(translations: readonly AnyTranslation[], options: RenderOptions): Style {
  const style = options.style ?? translations[0]?.source?.().style ?? plainStyle;
  return style.indent === '' || style.indent.includes('\t') ? { ...style, indent: '  ' } : style;
}
