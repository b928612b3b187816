// Puts comments back at the nodes of a YAML document about to be written. No comment is lost: what its node cannot
// carry where it was goes above the node, and what has no node goes to the nearest container.
import { type Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { fromPointer } from '../../model/path.js';
import type { PlacedComment } from '../../model/translation.js';

/** A node found by its pointer. */
interface Target {
  /** What a comment above goes to: the key, or the item itself. */
  readonly head: Node | undefined;
  readonly value: Node | undefined;
  readonly isItem: boolean;
}

/** Attaches the comments that have a `to` to a document made of a value. */
export function attachComments(document: Document, comments: readonly PlacedComment[]): void {
  const maps: Members = new Map();
  for (const comment of comments) {
    if (comment.to === undefined) continue;
    const target = findTarget(document, comment.to, maps);
    const text = toCommentText(comment.text);
    if (comment.position === 'after' && attachAfter(document, target, text)) continue;
    if (comment.position === 'line' && attachToLine(target, text)) continue;
    const holder = target.head ?? document;
    holder.commentBefore = join(holder.commentBefore, text);
  }
}

/** Every line of a comment as the yaml package wants it, which puts a `#` before each that is not empty. */
function toCommentText(text: string): string {
  if (/^[\t\x20-\x7e]*$/.test(text)) return text.trimEnd() || ' ';
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[^\t\x20-\x7e\xa0-\ufefe\uff00-\ufffd]/g, '\uFFFD').trimEnd() || ' ')
    .join('\n');
}

/** Writes comment lines; a line of one space is a bare `#`. */
export function writeComment(text: string): string {
  return text.includes('\n') ? text.split('\n').map(writeLine).join('\n') : writeLine(text);
}

function writeLine(line: string): string {
  return line === ' ' ? '#' : line === '' ? '' : `#${line}`;
}

/** The members of maps by their keys, each made when it is first asked for. */
type Members = Map<Node, ReadonlyMap<unknown, Pair<Scalar, Node>>>;

function findTarget(document: Document, pointer: string, maps: Members): Target {
  let target: Target = { head: undefined, value: (document.contents as Node | null) ?? undefined, isItem: false };
  for (const key of fromPointer(pointer)) {
    const next = stepInto(target.value, key, maps);
    if (!next) return target;
    target = next;
  }
  return target;
}

function stepInto(node: Node | undefined, key: string, maps: Members): Target | undefined {
  if (isMap(node)) {
    const members = maps.get(node) ?? listMembers(node.items as Pair<Scalar, Node>[]);
    maps.set(node, members);
    const pair = members.get(key);
    return pair && { head: pair.key, value: pair.value ?? undefined, isItem: false };
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(key)] as Node | undefined;
  return item && { head: item, value: item, isItem: true };
}

function listMembers(items: readonly Pair<Scalar, Node>[]): ReadonlyMap<unknown, Pair<Scalar, Node>> {
  return new Map(items.flatMap((item) => (isScalar(item.key) ? [[item.key.value, item] as const] : [])));
}

/** Below the last field of a container. */
function attachAfter(document: Document, { head, value }: Target, text: string): boolean {
  if (isCollection(value) && value.items.length > 0) value.comment = join(value.comment, text);
  else if (!head) document.comment = join(document.comment, text);
  else return false;
  return true;
}

/** At the end of the field's line; the second comment of a line, and one of several lines, has no room there. */
function attachToLine({ head, value, isItem }: Target, text: string): boolean {
  const isBlock = isCollection(value) && value.items.length > 0;
  const holder = isBlock ? (isItem ? undefined : head) : value;
  if (!holder || holder.comment || text.includes('\n')) return false;
  holder.comment = text;
  // Only in flow style is the comment of an empty container written behind it, on its line.
  if (isCollection(holder)) holder.flow = true;
  return true;
}

function join(existing: string | null | undefined, text: string): string {
  return existing ? `${existing}\n${text}` : text;
}
