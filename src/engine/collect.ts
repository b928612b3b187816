// One walk over a v1 document along the leaves of its schema: the values that rules ask for, and the leftovers, which are
// the places that no rule takes. What lies in a leftover is neither forwarded nor lost without a word.
import { isOpaque, type Opaque } from '../model/opaque.js';
import { escapeKey } from '../model/path.js';
import { bits, pointerAt } from './compile-tree.js';
import type { Node, Plan } from './plan.js';

/** A place that no rule takes, and why. */
export interface Leftover {
  /**
   * `unknown`: v1 has no such field. `type`: a value of the wrong type. `absent`: null. `empty`: an empty container.
   * `unchosen`: a leaf of an array item that was not chosen, or such an item that is none.
   */
  readonly kind: 'unknown' | 'type' | 'absent' | 'empty' | 'unchosen';
  readonly pointer: string;
  readonly value: unknown;
  /** The node of the place; that of its container for an unknown field. */
  readonly node: Node;
}

/** What a walk found. */
export interface Collected {
  /** Values by source index; null is absent, everywhere. */
  readonly values: unknown[];
  /** By step: whether there is a value for it, in whichever array item where none was chosen. */
  readonly present: boolean[];
  /** By step: whether a value for it is of the wrong type, or of no use: to say "missing" would be wrong. */
  readonly broken: boolean[];
  /** By source: expressions, whose values are what they are known to be; undefined where there are none. */
  readonly opaques: (Opaque | undefined)[] | undefined;
  readonly leftovers: readonly Leftover[];
  /** Index of the chosen item of the document's array. */
  readonly item: number | undefined;
}

/** A loop over a list of the right length: callbacks made anew and lists that grow are dear for so small a thing. */
export function pick(values: readonly unknown[], indexes: readonly number[]): unknown[] {
  const picked = new Array<unknown>(indexes.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = values[indexes[at] ?? -1];
  return picked;
}

interface Walk extends Collected {
  readonly plan: Plan<never>;
  readonly asked: number | undefined;
  opaques: (Opaque | undefined)[] | undefined;
  leftovers: Leftover[];
  item: number | undefined;
}

/** Where a walk is: the index of the array item it is in, and whether that item was chosen. */
interface Spot {
  readonly index: number;
  readonly chosen: boolean;
}

const top: Spot = { index: 0, chosen: true };

/** Walks a document; `asked` chooses among several array items. */
export function collect(value: unknown, plan: Plan<never>, asked: number | undefined): Collected {
  const { noSources, falseSteps } = plan.blank;
  const walk: Walk = {
    plan,
    asked,
    values: noSources.slice(),
    present: falseSteps.slice(),
    broken: falseSteps.slice(),
    opaques: undefined,
    leftovers: [],
    item: undefined,
  };
  visit(value, plan.root, { walk, spot: top });
  return walk;
}

interface Visit {
  readonly walk: Walk;
  readonly spot: Spot;
}

function visit(value: unknown, node: Node, at: Visit): void {
  if (value === null || value === undefined) addLeftover('absent', value, { node, at });
  else if (!suits(value, node.sorts)) visitOdd(value, node, at);
  else if (!node.children) takeLeaf(value, node, at);
  else visitContainer(value, node, at);
}

/** Whether a value is what the schema takes there, which is looked at in one pass, together with the values. */
function suits(value: unknown, sorts: number): boolean {
  switch (typeof value) {
    case 'string':
      return (sorts & bits.string) !== 0;
    case 'number':
      return (sorts & bits.number) !== 0 || ((sorts & bits.integer) !== 0 && Number.isSafeInteger(value));
    case 'boolean':
      return (sorts & bits.boolean) !== 0;
    default:
      return (sorts & (Array.isArray(value) ? bits.list : bits.object)) !== 0;
  }
}

/** An expression stands for what it is known to be; nothing else that does not suit is taken. */
function visitOdd(value: unknown, node: Node, at: Visit): void {
  if (!isOpaque(value)) return void addWrongType(value, node, at);
  const { known } = value;
  if (known === null) addLeftover('absent', known, { node, at });
  else if (!at.spot.chosen) addLeftover('unchosen', value, { node, at });
  else if (known !== undefined && !suits(known, node.sorts)) addWrongType(known, node, at);
  else takeOpaque(at.walk, node, value);
}

function takeOpaque(walk: Walk, node: Node, value: Opaque): void {
  walk.opaques ??= walk.plan.blank.noSources.slice();
  if (node.source >= 0) walk.opaques[node.source] = value;
  take(walk, node, value.known);
}

function takeLeaf(value: unknown, node: Node, at: Visit): void {
  if (at.spot.chosen) take(at.walk, node, value);
  else addLeftover('unchosen', value, { node, at });
}

function take({ values, present }: Walk, { source, claimer }: Node, value: unknown): void {
  if (source >= 0) values[source] = value;
  if (claimer >= 0) present[claimer] = true;
}

function visitContainer(value: object, node: Node, at: Visit): void {
  if (node.source >= 0 && at.spot.chosen) take(at.walk, node, value);
  if (Array.isArray(value)) visitItems(value, node, at);
  else visitMembers(value as Record<string, unknown>, node, at);
}

function visitMembers(value: Record<string, unknown>, node: Node, at: Visit): void {
  const { children } = node;
  let isEmpty = true;
  // Not Object.keys: engines read members faster by the key of a for-in loop. Documents are plain, so they inherit none.
  for (const key in value) {
    isEmpty = false;
    const child = children?.get(key);
    const member = value[key];
    if (child) visit(member, child, at);
    else addUnknown(member, key, { node, at });
  }
  if (isEmpty) addLeftover('empty', value, { node, at });
}

function visitItems(items: readonly unknown[], node: Node, { walk, spot }: Visit): void {
  const child = node.children?.get('*');
  if (!child || items.length === 0) return void addLeftover('empty', items, { node, at: { walk, spot } });
  walk.item = chooseItem(items, walk.asked);
  if (walk.item === undefined && items.some(isPresent)) for (const step of walk.plan.ofItems) walk.present[step] = true;
  for (let index = 0; index < items.length; index += 1) {
    visit(items[index], child, { walk, spot: { index, chosen: index === walk.item } });
  }
}

/** The only item that is not null, else the asked-for one. */
function chooseItem(items: readonly unknown[], asked: number | undefined): number | undefined {
  const first = items.findIndex(isPresent);
  if (first === items.findLastIndex(isPresent)) return first === -1 ? undefined : first;
  return asked !== undefined && isPresent(items[asked]) ? asked : undefined;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function addUnknown(value: unknown, key: string, { node, at }: { node: Node; at: Visit }): void {
  const pointer = `${pointerAt(node, at.spot.index)}/${escapeKey(key)}`;
  const kind = isPresent(value) ? 'unknown' : 'absent';
  at.walk.leftovers.push({ kind, pointer, value, node });
}

/** In an item that was not chosen nothing is read, so nothing there can be of the wrong type. */
function addWrongType(value: unknown, node: Node, at: Visit): void {
  if (!at.spot.chosen) return void addLeftover('unchosen', value, { node, at });
  markBroken(node, at.walk.broken);
  addLeftover('type', value, { node, at });
}

function markBroken(node: Node, broken: boolean[]): void {
  if (node.claimer >= 0) broken[node.claimer] = true;
  for (const child of node.children?.values() ?? []) markBroken(child, broken);
}

function addLeftover(kind: Leftover['kind'], value: unknown, { node, at }: { node: Node; at: Visit }): void {
  at.walk.leftovers.push({ kind, pointer: pointerAt(node, at.spot.index), value, node });
}
