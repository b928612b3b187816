// From a text or a list to translations: lists are taken apart, and each document goes its way.
import type { Finding } from '../model/finding.js';
import { findItems } from '../model/items.js';
import { ownOf } from '../model/own.js';
import type { SourceDocument, SourceProblem } from '../model/source.js';
import { detect } from '../recognise/detect.js';
import { findToolOfText } from '../recognise/tools.js';
import type { Translation } from '../schema/documents.js';
import { gatherNeighbours } from '../supply/bases.js';
import type { Prepared } from '../supply/options.js';
import { type Document, documentOf, doubtsOf, doubtsOfItems, type TextOrigin } from './document.js';
import { findList, type List, optionsForItems, translateAround } from './lists.js';
import { block, problemFinding, unreadable } from './outcomes.js';
import { placeTranslation } from './place.js';
import { translateDocument } from './translate.js';

/**
 * Translates every document of a text. Where one of a YAML stream is of the API, those that are not are skipped. What is
 * about a cluster finds it among the others, where `options` do not say what stands in the same run; lines of NDJSON never
 * look at their neighbours, so that a stream may be cut anywhere.
 */
export function translateSources(
  sources: readonly SourceDocument[],
  options: Prepared,
  origin?: TextOrigin,
): Translation[] {
  const isStream =
    sources.length > 1 &&
    sources[0]?.format === 'yaml' &&
    options.foreign === undefined &&
    sources.some(({ value }) => detect(value).kind !== 'unknown');
  const around = lookAround(options, sources, origin);
  const prepared: Prepared = isStream ? { ...around, foreign: 'skipped' } : around;
  return sources.flatMap((source) => translateSource(source, prepared, origin));
}

/** A single document that is no list has no neighbours of its own; several of JSON are lines. */
function lookAround(options: Prepared, sources: readonly SourceDocument[], origin: TextOrigin | undefined): Prepared {
  const [first, ...more] = sources;
  if (more.length > 0 && first?.format === 'json') return { ...options, neighbours: undefined };
  if (options.neighbours || (more.length === 0 && !findItems(first?.value))) return options;
  const named = origin ? { name: origin.source } : {};
  return {
    ...options,
    neighbours: gatherNeighbours(sources.map((source) => ({ value: source.value, pointer: '', source, ...named }))),
  };
}

/** What stands for something given in the place of a text, such as the bytes of a file. */
export function refuseNoText(): Translation {
  const message = 'The input is no string.';
  const remedy = 'Decode bytes as UTF-8 first, or pass a parsed document to translateValue.';
  return refuseText({ code: 'encoding', severity: 'error', message, remedy });
}

/** What stands for a text of which nothing can be read. */
export function refuseText(problem: SourceProblem): Translation {
  return unreadable([problemFinding(problem, '')]);
}

/** Translates one document of a text; a list gives a translation for each item. */
function translateSource(source: SourceDocument, options: Prepared, origin: TextOrigin | undefined): Translation[] {
  const value = ownOf(source.value);
  const whole = {
    value,
    original: value,
    options,
    pointer: '',
    isItem: undefined,
    source,
    doubts: doubtsOf(source),
    origin,
  };
  if (value === undefined) return [placeTranslation(unreadable(nameTool(whole.doubts, source.text)), whole)];
  const list = findList(value, options);
  if (!list) return [translateDocument(whole)];
  // Items tell what is wrong with their text; without any, they may be what went wrong: a second, empty list.
  if (list.items.length === 0 && whole.doubts.some(({ severity }) => severity === 'error'))
    return [placeTranslation(block(list.found.kind, whole.doubts), whole)];
  return translateList(list, { ...whole, doubts: list.items.length === 0 ? whole.doubts : [] });
}

/** What cannot be read may be another tool's, which has more to say than where the syntax ends. */
function nameTool(doubts: readonly Finding[], text: string): readonly Finding[] {
  const tool = findToolOfText(text);
  if (!tool) return doubts;
  return doubts.map((doubt) =>
    doubt.code === 'document/source/syntax'
      ? { ...doubt, message: `This looks like ${tool.tool}. ${doubt.message}`, remedy: tool.instead }
      : doubt,
  );
}

/** Translates the items of a list that came as a value; undefined where the value is none. */
export function translateItems(given: unknown, options: Prepared): Translation[] | undefined {
  const value = ownOf(given);
  const list = findList(value, options);
  const neighbours = options.neighbours ?? gatherNeighbours([{ value, pointer: '' }]);
  return list && translateList(list, documentOf(value, { ...options, neighbours }));
}

/** Translates the items of a list, and what surrounds them. */
function translateList(list: List, whole: Document): Translation[] {
  const { source } = whole;
  const options = optionsForItems(list, whole.options);
  const doubtsOfItem = doubtsOfItems(source, list);
  // Not `map`, which would leave holes where an array has them.
  const items = Array.from(list.items, (value, index) => {
    const pointer = `${list.at}/${index}${list.below ?? ''}`;
    const doubts = doubtsOfItem(pointer);
    return translateDocument({ ...whole, value, original: value, options, pointer, isItem: true, doubts });
  });
  const around = translateAround(list, items, whole);
  // Every comment is an item's already, where there is one.
  return around ? [...items, placeTranslation(around, whole, items.length > 0 ? 'items' : 'envelope')] : items;
}
