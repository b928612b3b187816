// From a text's documents to translations: lists are taken apart, problems become findings, places are looked up.
import { placeComments } from './emit/place-comments.js';
import { findList, optionsForItems, translateAround } from './lists.js';
import { locateChange } from './model/change.js';
import type { Finding } from './model/finding.js';
import { fromPointer, valueAt } from './model/path.js';
import type { SourceDocument, SourceProblem } from './model/source.js';
import type { PlacedComment } from './model/translation.js';
import type { Prepared } from './options.js';
import { block, unreadable } from './outcomes.js';
import { namePlace } from './report/entry.js';
import { detect } from './schema/detect.js';
import { listSecrets } from './secrets.js';
import { describeProblem } from './source-findings.js';
import { type Translation, translateDocument } from './translate.js';

/** A shorter text is part of too many comments. */
const shortestSecret = 4;
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
  return unreadable([describeProblem({ code: 'encoding', severity: 'error', message, remedy }, '')]);
}

/** Translates one document of a text; a list gives a translation for each item. */
function translateSource(source: SourceDocument, options: Prepared, text: TextOrigin | undefined): Translation[] {
  if (source.value === undefined) {
    const findings = source.problems.map((problem) => describeProblem(problem, ''));
    return [attach(unreadable(findings), { source, base: '', options })];
  }
  const list = findList(source.value, options);
  if (!list) return [translateOne(source.value, { source, base: '', options, text })];
  // Items tell what is wrong with their text; without any, they may be what went wrong: a second, empty list.
  const problems = list.items.length === 0 ? describeProblems(source.problems, '') : noFindings;
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

/** Where the documents of a text come from. */
export interface TextOrigin {
  /** What reports call the text; decisions may name a document by it and the place in it. */
  readonly source: string;
  /** JSON Pointer of the document in it, where the text is an item that was taken out of a list. */
  readonly pointer?: string;
  /** Whether a UUID in its name is the id of the cluster that a patch changes, where `options.id` does not say it. */
  readonly tellsId?: boolean;
}

interface Origin {
  readonly source: SourceDocument;
  readonly base: string;
  readonly options: Prepared;
  readonly text?: TextOrigin | undefined;
  /** What the comments of a list belong to. */
  readonly commented?: 'items' | 'envelope';
}

function describeProblems(problems: readonly SourceProblem[], base: string): readonly Finding[] {
  if (problems.length === 0) return noFindings;
  return problems.filter(({ path = '' }) => concerns(path, base)).map((problem) => describeProblem(problem, base));
}

function translateOne(value: unknown, origin: Origin): Translation {
  const { source, base, options, text } = origin;
  const written = base === '' ? source.written : (pointer: string) => source.written(base + pointer);
  const findings = describeProblems(source.problems, base);
  const place = text && options.asksPlace ? () => namePlace(text.source, source.line, base || text.pointer) : undefined;
  return attach(translateDocument(value, options, { written, findings, isItem: base !== '', place }), origin);
}

/** A problem in an item is that item's; one around the items is everybody's. */
function concerns(path: string, base: string): boolean {
  if (base === '' || path === base || path.startsWith(`${base}/`)) return true;
  const container = base.slice(0, base.lastIndexOf('/'));
  return !/^\/\d+/.test(path.slice(container.length)) || !path.startsWith(container);
}

/** Member by member, since a copy for each document of a stream would cost a tenth of its translation. */
function attach(translation: Translation, origin: Origin): Translation {
  const { source, base, options } = origin;
  const located: Attached = options.positions === false ? translation : locate(translation, source, base);
  const comments = placeAll(translation, origin);
  located.source = () => source;
  if (base !== '') located.pointer = base;
  if (comments.length > 0) located.comments = comments;
  return located as Translation;
}

type Attached = { -readonly [K in keyof Translation]: Translation[K] };

/** A document that is handed on keeps its comments where they are: as text, or as an item of a list. */
function placeAll(translation: Translation, { source, base, commented }: Origin): PlacedComment[] {
  const isSkipped = translation.status === 'skipped';
  if ((isSkipped && base === '') || commented === 'items') return [];
  const comments = source.comments().filter((comment) => belongs(comment.path, base, source.value));
  if (comments.length === 0) return [];
  if (isSkipped) return comments.map((comment) => ({ ...comment, to: comment.path.slice(base.length) }));
  let listed: readonly string[] | undefined;
  const secrets = () => {
    listed ??= listSecrets(valueAt(source.value, fromPointer(base))).filter(({ length }) => length >= shortestSecret);
    return listed;
  };
  return placeComments(comments, { changes: translation.changes, base, secrets });
}

function locate(translation: Translation, source: SourceDocument, base: string): Translation {
  const place = (pointer: string | undefined) => source.locate(base + (pointer ?? ''));
  const changes = translation.changes.map((change) => {
    const at = change.from[0] === undefined ? undefined : place(change.from[0]);
    return at ? locateChange(change, at) : change;
  });
  const findings = translation.findings.map((finding) => {
    const at = finding.at ?? place(finding.from);
    return at ? { ...finding, at } : finding;
  });
  return { ...translation, changes, findings };
}

/** A comment around the items of a list belongs to the first. */
function belongs(path: string, base: string, value: unknown): boolean {
  if (base === '' || path === base || path.startsWith(`${base}/`)) return true;
  const cut = base.lastIndexOf('/');
  const isFirst = base.slice(cut) === '/0';
  const rest = path.startsWith(base.slice(0, cut)) ? path.slice(cut) : '';
  return (
    isFirst &&
    !(/^\/\d+/.test(rest) && valueAt(value, fromPointer(path).slice(0, fromPointer(base).length)) !== undefined)
  );
}
