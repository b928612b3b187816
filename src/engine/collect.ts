// One walk over a v1 document along the leaves of its schema: the values that rules ask for, and the gaps, which are
// the places that no rule takes. What lies in a gap is neither forwarded nor lost without a word.
import { escapeKey } from '../model/path.js';
import { pointerAt } from './compile-tree.js';
import type { Node, Plan } from './plan.js';

/** A place that no rule takes, and why. */
export interface Gap {
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
  /** By step: whether a value for it is of the wrong type, or lies in one. */
  readonly broken: boolean[];
  readonly gaps: readonly Gap[];
  /** Index of the chosen item of the document's array. */
  readonly item: number | undefined;
}

interface Walk {
  readonly plan: Plan<never>;
  readonly bad: ReadonlyMap<string, string> | undefined;
  readonly asked: number | undefined;
  readonly values: unknown[];
  readonly present: boolean[];
  readonly broken: boolean[];
  gaps: Gap[] | undefined;
  item: number | undefined;
}

/** Where a walk is: the index of the array item it is in, and whether that item was chosen. */
interface Spot {
  readonly index: number;
  readonly chosen: boolean;
}

const top: Spot = { index: 0, chosen: true };
const noGaps: readonly Gap[] = [];

/** Walks a document. `bad` are the JSON Pointers of values of the wrong type; `asked` chooses the array item. */
export function collect(
  value: unknown,
  plan: Plan<never>,
  { bad, asked }: { bad: ReadonlyMap<string, string> | undefined; asked: number | undefined },
): Collected {
  const walk: Walk = {
    plan,
    bad,
    asked,
    values: plan.blank.noSources.slice(),
    present: plan.blank.falseSteps.slice(),
    broken: plan.blank.falseSteps.slice(),
    gaps: undefined,
    item: undefined,
  };
  visit(value, plan.root, { walk, spot: top });
  const { values, present, broken, gaps = noGaps, item } = walk;
  return { values, present, broken, gaps, item };
}

interface Visit {
  readonly walk: Walk;
  readonly spot: Spot;
}

function visit(value: unknown, node: Node, at: Visit): void {
  const { walk, spot } = at;
  if (value === null || value === undefined) return void addGap('absent', value, { node, at });
  if (walk.bad?.has(pointerAt(node, spot.index))) return void addWrongType(value, node, at);
  if (node.source >= 0 && spot.chosen) take(walk, node, value);
  if (!node.children) {
    if (!spot.chosen) addGap('unchosen', value, { node, at });
    return;
  }
  if (Array.isArray(value)) visitItems(value, node, at);
  else visitMembers(value as Record<string, unknown>, node, at);
}

function take(walk: Walk, { source, claimer }: Node, value: unknown): void {
  walk.values[source] = value;
  if (claimer >= 0) walk.present[claimer] = true;
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
  if (isEmpty) addGap('empty', value, { node, at });
}

function visitItems(items: readonly unknown[], node: Node, { walk, spot }: Visit): void {
  const child = node.children?.get('*');
  if (!child || items.length === 0) return void addGap('empty', items, { node, at: { walk, spot } });
  walk.item = chooseItem(items, walk.asked);
  if (walk.item === undefined && items.some(isPresent)) for (const step of walk.plan.ofItems) walk.present[step] = true;
  for (let index = 0; index < items.length; index += 1) {
    visit(items[index], child, { walk, spot: { index, chosen: index === walk.item } });
  }
}

/** The asked-for item, else the only one that is not null. */
function chooseItem(items: readonly unknown[], asked: number | undefined): number | undefined {
  if (asked !== undefined) return isPresent(items[asked]) ? asked : undefined;
  let only: number | undefined;
  for (let index = 0; index < items.length; index += 1) {
    if (!isPresent(items[index])) continue;
    if (only !== undefined) return undefined;
    only = index;
  }
  return only;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function addUnknown(value: unknown, key: string, { node, at }: { node: Node; at: Visit }): void {
  const pointer = `${pointerAt(node, at.spot.index)}/${escapeKey(key)}`;
  const kind = isPresent(value) ? 'unknown' : 'absent';
  at.walk.gaps ??= [];
  at.walk.gaps.push({ kind, pointer, value, node });
}

/** In an item that was not chosen nothing is read, so nothing there can be of the wrong type. */
function addWrongType(value: unknown, node: Node, at: Visit): void {
  if (!at.spot.chosen) return void addGap('unchosen', value, { node, at });
  markBroken(node, at.walk.broken);
  addGap('type', value, { node, at });
}

function markBroken(node: Node, broken: boolean[]): void {
  if (node.claimer >= 0) broken[node.claimer] = true;
  for (const child of node.children?.values() ?? []) markBroken(child, broken);
}

function addGap(kind: Gap['kind'], value: unknown, { node, at }: { node: Node; at: Visit }): void {
  at.walk.gaps ??= [];
  at.walk.gaps.push({ kind, pointer: pointerAt(node, at.spot.index), value, node });
}
