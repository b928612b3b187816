// The fields of a composed YAML document in the order of the text, flat, as comments are matched against them.
import { type CST, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import { escapeKey } from '../model/path.js';
import { findPairStart, isMergeKey, readKey } from './yaml-nodes.js';

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

/** Lists the fields below a document's contents, parents before children, by ascending start. */
export function listFields(contents: unknown): Field[] {
  const fields: Field[] = [];
  collect(fields, contents, undefined);
  return fields;
}

function collect(fields: Field[], node: unknown, parent: Field | undefined): void {
  if (isPair(node)) collectPair(fields, node, parent);
  else if (isMap(node)) for (const pair of node.items) collectPair(fields, pair, parent);
  else if (isSeq(node)) collectItems(fields, node, parent);
}

function collectPair(fields: Field[], pair: Pair, parent: Field | undefined): void {
  const key = readKey(pair.key);
  const base = parent?.path ?? '';
  // What a merge key brings has no place of its own in the value: its comments go to the object around it.
  const path = key === undefined || isMergeKey(pair.key) ? base : `${base}/${escapeKey(key)}`;
  const start = findPairStart(pair);
  add(fields, pair.value, { path, start, end: Math.max(start, endOf(pair.key)), parent });
}

function collectItems(fields: Field[], list: YAMLSeq, parent: Field | undefined): void {
  const dashes = findDashes(list.srcToken);
  for (const [index, item] of list.items.entries()) {
    const start = dashes[index] ?? (isPair(item) ? findPairStart(item) : rangeOf(item)[0]);
    add(fields, item, { path: `${parent?.path ?? ''}/${index}`, start, end: start, parent });
  }
}

function add(fields: Field[], value: unknown, place: Omit<Field, 'isFlow'>): void {
  const isFlow = (isMap(value) || isSeq(value)) && value.flow === true;
  const field = { ...place, end: Math.max(place.end, endOf(value)), isFlow };
  fields.push(field);
  if (!isScalar(value)) collect(fields, value, field);
}

function findDashes(token: CST.Token | undefined): number[] {
  if (token?.type !== 'block-seq') return [];
  const dashes: number[] = [];
  for (const { start } of token.items) {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    if (dash) dashes.push(dash.offset);
  }
  return dashes;
}

function endOf(node: unknown): number {
  return isPair(node) ? Math.max(endOf(node.key), endOf(node.value)) : rangeOf(node)[1];
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
