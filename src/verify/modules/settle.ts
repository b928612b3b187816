// Expressions of two configurations beside each other: the same text is the same, else what is known of both is
// compared, and what is not known of one of them cannot be.
import type { ReadLeaf } from '../../forms/terraform/block/read-v2.js';
import type { Json } from '../../model/json.js';
import { isOpaque, type Opaque, showOpaque } from '../../model/opaque.js';
import { fromPointer, toDotted } from '../../model/path.js';
import { walkLeaves } from '../../model/walk.js';
import type { V2Side } from '../sides.js';

/** Both sides as plain values, and what there is to know of them. */
export interface Settled extends Required<Pick<V2Side, 'silent' | 'hidden'>> {
  /** By JSON Pointer. */
  readonly v1: ReadonlyMap<string, Json>;
  /** The v2 document. */
  readonly v2: Record<string, unknown>;
}

type Value = Json | Opaque | undefined;

/** Settles what expressions of both sides are taken for. */
export function settle(document: unknown, leaves: ReadonlyMap<string, ReadLeaf>): Settled {
  const given = new Map([...walkLeaves(document)].map(({ pointer, value }) => [pointer, value as Value]));
  const v1 = new Map<string, Json>();
  const v2: Record<string, unknown> = {};
  const silent = new Map<string, 'expression'>();
  const hidden = new Set<string>();
  const opened = new Set([...given.keys()].flatMap((pointer) => findAround(pointer, leaves)));
  for (const pointer of new Set([...given.keys(), ...leaves.keys()])) {
    if (opened.has(pointer)) continue;
    const [around = pointer] = findAround(pointer, leaves);
    const pair = { one: given.get(pointer), other: leaves.get(around)?.value };
    const { one, other, isOpen } = settlePair(pair);
    const path = toDotted(pointer);
    if (isOpen) silent.set(path, 'expression');
    if ([pair.one, pair.other].some((value) => isOpaque(value) && value.isSecret)) hidden.add(path);
    if (one !== undefined) v1.set(pointer, one);
    if (other !== undefined) put(v2, fromPointer(pointer), other);
  }
  return { v1, v2, silent, hidden };
}

/** The object around a place, where v2 has an expression for the whole of it. */
function findAround(pointer: string, leaves: ReadonlyMap<string, ReadLeaf>): string[] {
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  if (above === '') return [];
  return leaves.has(above) ? [above] : findAround(above, leaves);
}

interface Pair<One> {
  readonly one: One | undefined;
  readonly other: One | undefined;
}

function settlePair({ one, other }: Pair<Value>): Pair<Json> & { readonly isOpen: boolean } {
  if (isOpaque(one) && isOpaque(other) && isAlike(one, other))
    return { one: showOpaque(one), other: showOpaque(one), isOpen: false };
  const [left, right] = [knownIn(one), knownIn(other)];
  const isOpen = (isUnknown(one) && !isNone(other)) || (isUnknown(other) && !isNone(one));
  return { one: left, other: right, isOpen };
}

/** Whether two are the same text; what that reads may have become another one since. */
function isAlike(one: Opaque, other: Opaque): boolean {
  const isKnown = one.known !== undefined && other.known !== undefined;
  return squeeze(one) === squeeze(other) && !(isKnown && one.known !== other.known);
}

/** White space says nothing. */
function squeeze({ text }: Opaque): string {
  return text.replaceAll(/\s/g, '');
}

function knownIn(value: Value): Json | undefined {
  if (!isOpaque(value)) return value ?? undefined;
  return value.known === undefined ? showOpaque(value) : (value.known ?? undefined);
}

function isUnknown(value: Value): boolean {
  return isOpaque(value) && value.known === undefined;
}

/** Null is what Terraform takes for nothing. */
function isNone(value: Value): boolean {
  return value === undefined || value === null || (isOpaque(value) && value.known === null);
}

function put(target: Record<string, unknown>, keys: readonly string[], value: Json): void {
  const [key = '', ...rest] = keys;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  target[key] ??= {};
  put(target[key] as Record<string, unknown>, rest, value);
}
