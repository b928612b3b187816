// The fields of a composed YAML document in the order of the text, flat, as comments are matched against them.
import { isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import { escapeKey } from '../../model/path.js';
import { findLastNotAbove } from '../text/lines.js';
import { findPairStart, findStart, isMergeKey, readKey } from './nodes.js';

/** A member or item with its extent; offsets are those of the parsed text. */
export interface Field {
  readonly path: string;
  /** Offset of the key; of the dash of an item in a block list. */
  readonly start: number;
  /** Offset just after the value. */
  readonly end: number;
  readonly parent: Field | undefined;
  /** Whether the value is written in brackets or braces. */
  readonly isFlow: boolean;
}

interface Listing {
  readonly fields: Field[];
  /** Where the dashes of block lists stand, ascending. */
  readonly dashes: readonly number[];
}

/** Lists the fields below a document's contents, parents before children, by ascending start. */
export function listFields(contents: unknown, dashes: readonly number[] = []): Field[] {
  const fields: Field[] = [];
  collect({ fields, dashes }, contents, undefined);
  return fields;
}

function collect(listing: Listing, node: unknown, parent: Field | undefined): void {
  if (isPair(node)) collectPair(listing, node, parent);
  else if (isMap(node)) for (const pair of node.items) collectPair(listing, pair, parent);
  else if (isSeq(node)) collectItems(listing, node, parent);
}

function collectPair(listing: Listing, pair: Pair, parent: Field | undefined): void {
  const key = readKey(pair.key);
  const base = parent?.path ?? '';
  // What a merge key brings has no place of its own in the value: its comments go to the object around it.
  const path = key === undefined || isMergeKey(pair.key) ? base : `${base}/${escapeKey(key)}`;
  const start = findPairStart(pair);
  add(listing, pair.value, { path, start, end: Math.max(start, endOf(pair.key)), parent });
}

function collectItems(listing: Listing, list: YAMLSeq, parent: Field | undefined): void {
  for (const [index, item] of list.items.entries()) {
    const own = findStart(item);
    const start = list.flow ? own : findDash(listing.dashes, own);
    add(listing, item, { path: `${parent?.path ?? ''}/${index}`, start, end: start, parent });
  }
}

/** Where the dash of an item stands: it is the last before it. */
function findDash(dashes: readonly number[], item: number): number {
  return Math.min(dashes[findLastNotAbove(dashes, item - 1)] ?? item, item);
}

function add(listing: Listing, value: unknown, { path, start, end, parent }: Omit<Field, 'isFlow'>): void {
  const isFlow = (isMap(value) || isSeq(value)) && value.flow === true;
  const field: Field = { path, start, end: Math.max(end, endOf(value)), parent, isFlow };
  listing.fields.push(field);
  if (!isScalar(value)) collect(listing, value, field);
}

function endOf(node: unknown): number {
  return isPair(node) ? Math.max(endOf(node.key), endOf(node.value)) : ((node as Node | null)?.range?.[1] ?? 0);
}
