// Where things stand in a text: puts line and column on changes and findings, and comments at their new places.
import { placeComments } from '../forms/comments.js';
import { locateChange } from '../model/change.js';
import type { Comment } from '../model/comment.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import { needlesOf } from '../model/hide.js';
import type { Needles } from '../model/needles.js';
import { fromPointer, valueAt } from '../model/path.js';
import { listSecrets } from '../model/secret-values.js';
import type { SourceDocument } from '../model/source.js';
import type { PlacedComment } from '../model/translation.js';
import type { Translation } from '../schema/documents.js';
import { describeComments } from './comments.js';
import type { Document } from './document.js';

/** A shorter text is part of too many comments. */
const shortestInComments = 4;

/** What the comments of a list belong to: its items, where there is one. */
export type Commented = 'items' | 'envelope';

/**
 * Puts the places of a text on what came of a document in it. Member by member, since a copy for each document of a
 * stream would cost a tenth of its translation.
 */
export function placeTranslation(translation: Translation, document: Document, commented?: Commented): Translation {
  const { source, pointer, options } = document;
  if (!source) return pointer === '' ? translation : { ...translation, pointer };
  const located: Attached = options.positions === false ? translation : locate(translation, source, pointer);
  const comments = placeAll(translation, { source, pointer, commented });
  located.source = () => source;
  if (pointer !== '') located.pointer = pointer;
  if (source.address !== undefined) located.address = source.address;
  if (comments.length === 0) return located as Translation;
  located.comments = comments;
  return tellComments(located as Translation, describeComments(comments, pointer));
}

/** What is lost stops nobody; what is wrong wants a look. */
function tellComments(translation: Translation, told: readonly Finding[]): Translation {
  if (told.length === 0) return translation;
  const findings = [...translation.findings, ...told];
  const isDoubtful = translation.status === 'ready' && told.some(({ severity }) => severity === 'warning');
  return { ...translation, findings, ...(isDoubtful ? { status: 'review' } : {}) } as Translation;
}

type Attached = { -readonly [K in keyof Translation]: Translation[K] };

interface Spot {
  readonly source: SourceDocument;
  readonly pointer: string;
  readonly commented: Commented | undefined;
}

/** A document that is handed on keeps its comments where they are: as text, or as an item of a list. */
function placeAll(translation: Translation, { source, pointer: base, commented }: Spot): PlacedComment[] {
  const isSkipped = translation.status === 'skipped';
  if ((isSkipped && base === '') || commented === 'items') return [];
  const comments = commentsOf(source, base);
  if (comments.length === 0) return [];
  if (isSkipped) return comments.map((comment) => ({ ...comment, to: comment.path.slice(base.length) }));
  const isRequest = translation.kind === 'Request';
  let needles: Needles | undefined;
  const secrets = () => {
    needles ??= needlesOf(listSecrets(valueAt(source.value, fromPointer(base))), shortestInComments);
    return needles;
  };
  return placeComments(comments, { changes: translation.changes, base, secrets, isRequest });
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

/** The comments of items by their pointers, of texts that were asked for them: there may be as many comments as items. */
const grouped = new WeakMap<readonly Comment[], Map<string, Map<string, readonly Comment[]>>>();

function commentsOf(source: SourceDocument, base: string): readonly Comment[] {
  const all = source.comments();
  const cut = base.lastIndexOf('/');
  // What stands around the items belongs to the first, for which all are looked at.
  if (all.length === 0 || base === '' || !/^\/[1-9]\d*$/.test(base.slice(cut)))
    return all.filter((comment) => belongs(comment.path, base, source.value));
  const list = base.slice(0, cut);
  const lists = grouped.get(all) ?? new Map<string, Map<string, readonly Comment[]>>();
  grouped.set(all, lists);
  const items = lists.get(list) ?? groupBy(all, ({ path }) => itemOf(path, list));
  lists.set(list, items);
  return items.get(base) ?? [];
}

function itemOf(path: string, list: string): string | undefined {
  if (!path.startsWith(`${list}/`)) return undefined;
  const end = path.indexOf('/', list.length + 1);
  return end === -1 ? path : path.slice(0, end);
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
