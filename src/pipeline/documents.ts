// From a text's documents to translations: lists are taken apart, problems become findings, places are looked up.

import type { Finding } from '../model/finding.js';
import { namePlace } from '../model/place.js';
import type { SourceDocument, SourceProblem } from '../model/source.js';
import { detect } from '../recognise/detect.js';
import type { Prepared } from '../supply/options.js';
import { findList, optionsForItems, translateAround } from './lists.js';
import { block, problemFinding, unreadable } from './outcomes.js';
import { attach, type Origin, type TextOrigin } from './place.js';
import { type Translation, translateDocument } from './translate.js';

const noFindings: readonly Finding[] = [];

/**
 * Translates every document of a text. Where one of a YAML stream is of the API, those that are not are skipped; lines
 * of NDJSON never look at their neighbours, so that a stream may be cut anywhere.
 */
export function translateSources(
  sources: readonly SourceDocument[],
  options: Prepared,
  text?: TextOrigin,
): Translation[] {
  const isStream =
    sources.length > 1 &&
    sources[0]?.format === 'yaml' &&
    options.foreign === undefined &&
    sources.some(({ value }) => detect(value).kind !== 'unknown');
  const prepared: Prepared = isStream ? { ...options, foreign: 'skipped' } : options;
  return sources.flatMap((source) => translateSource(source, prepared, text));
}

/** What stands for something given in the place of a text, such as the bytes of a file. */
export function refuseNoText(): Translation {
  const message = 'The input is no string.';
  const remedy = 'Decode bytes as UTF-8 first, or pass a parsed document to translateValue.';
  return unreadable([problemFinding({ code: 'encoding', severity: 'error', message, remedy }, '')]);
}

/** Translates one document of a text; a list gives a translation for each item. */
function translateSource(source: SourceDocument, options: Prepared, text: TextOrigin | undefined): Translation[] {
  if (source.value === undefined) {
    const findings = source.problems.map((problem) => problemFinding(problem, ''));
    return [attach(unreadable(findings), { source, base: '', options })];
  }
  const list = findList(source.value, options);
  if (!list) return [translateOne(source.value, { source, base: '', options, text })];
  // Items tell what is wrong with their text; without any, they may be what went wrong: a second, empty list.
  const problems = list.items.length === 0 ? problemFindings(source.problems, '') : noFindings;
  if (problems.some(({ severity }) => severity === 'error'))
    return [attach(block(list.found.kind, problems), { source, base: '', options })];
  const inner = optionsForItems(list, options);
  const items = list.items.map((item, index) =>
    translateOne(item, { source, base: `${list.at}/${index}${list.below ?? ''}`, options: inner, text }),
  );
  const around = translateAround(list, items, { options, surroundings: { written: source.written } });
  // Every comment is an item's already, where there is one.
  const left = items.length > 0 ? 'items' : 'envelope';
  return around ? [...items, attach(around, { source, base: '', options, commented: left })] : items;
}

/** Translates the items of a list that came as a value. */
export function translateItems(value: unknown, options: Prepared): Translation[] | undefined {
  const list = findList(value, options);
  if (!list) return undefined;
  const inner = optionsForItems(list, options);
  // Not `map`, which would leave holes where an array has them.
  const items = Array.from(list.items, (item, index) => ({
    ...translateDocument(item, inner, { isItem: true }),
    pointer: `${list.at}/${index}${list.below ?? ''}`,
  }));
  const around = translateAround(list, items, { options });
  return around ? [...items, around] : items;
}

function problemFindings(problems: readonly SourceProblem[], base: string): readonly Finding[] {
  if (problems.length === 0) return noFindings;
  return problems.filter(({ path = '' }) => concerns(path, base)).map((problem) => problemFinding(problem, base));
}

function translateOne(value: unknown, origin: Origin): Translation {
  const { source, base, options, text } = origin;
  const written = base === '' ? source.written : (pointer: string) => source.written(base + pointer);
  const findings = problemFindings(source.problems, base);
  const place = text && options.asksPlace ? () => namePlace(text.source, source.line, base || text.pointer) : undefined;
  return attach(translateDocument(value, options, { written, findings, isItem: base !== '', place }), origin);
}

/** A problem in an item is that item's; one around the items is everybody's. */
function concerns(path: string, base: string): boolean {
  if (base === '' || path === base || path.startsWith(`${base}/`)) return true;
  const container = base.slice(0, base.lastIndexOf('/'));
  return !/^\/\d+/.test(path.slice(container.length)) || !path.startsWith(container);
}
