// Walks a v1 document along the leaves of its schema and names what no rule named: unknown fields, values of the
// wrong type, nulls, items that were not chosen. What it finds is neither forwarded nor lost without a word.
import type { Change } from '../model/change.js';
import { isScalar, type Json, redacted } from '../model/json.js';
import { escapeKey } from '../model/path.js';
import type { Node, Plan, Unplaced } from './plan.js';

/** What `cover` looks at, and where it writes. */
export interface Coverage<Facts> {
  readonly plan: Plan<Facts>;
  readonly item: number | undefined;
  /** JSON Pointers of values of the wrong type, with the type that was expected. */
  readonly bad: ReadonlyMap<string, string>;
  /** Whether a person supplied the v2 path, dotted from the document. */
  readonly isSettled: (path: string) => boolean;
  /** The rules whose names stand in the changes and findings made here. */
  readonly names: { readonly unknown: string; readonly type: string; readonly absent: string };
  readonly whys: { readonly unknown: string; readonly type: string; readonly absent: string };
  readonly changes: Change[];
  readonly say: (finding: Gap) => void;
}

/** A place where the document says something that no rule takes. */
export interface Gap {
  readonly id: 'unknown' | 'type';
  readonly pointer: string;
  /** For `type`: what was expected, what was found. */
  readonly expected?: string;
  readonly found?: unknown;
  /** The decision paths that settle it. */
  readonly decision: readonly string[];
  /** Whether a v2 value depends on it. */
  readonly matters: boolean;
}

/** A finding made by coverage, before it has words. */
export type GapFinding = Unplaced;

/** Walks a document and names every leaf that no step named. */
export function cover<Facts>(value: unknown, coverage: Coverage<Facts>): void {
  walk(value, { node: coverage.plan.root, pointer: '', chosen: true }, coverage);
}

interface Visit {
  readonly node: Node;
  readonly pointer: string;
  /** Whether this lies in the chosen item of the array. */
  readonly chosen: boolean;
}

function walk<Facts>(value: unknown, visit: Visit, coverage: Coverage<Facts>): void {
  const { node, pointer, chosen } = visit;
  if (value === null || value === undefined) return void addDrop(coverage, { pointer, value, reason: 'absent' });
  const expected = coverage.bad.size > 0 ? coverage.bad.get(pointer) : undefined;
  if (expected !== undefined) return void addBad(coverage, { value, visit, expected });
  const children = node.children;
  if (!children) {
    if (!chosen) dropOwned(coverage, { pointer, value, node });
    return;
  }
  if (Array.isArray(value)) return void walkItems(value, visit, coverage);
  const keys = Object.keys(value);
  if (keys.length === 0) return void dropOwned(coverage, { pointer, value, node });
  for (const key of keys) {
    const member = (value as Record<string, unknown>)[key];
    const child = children.get(key);
    const at = child && chosen && !node.path.includes('*') ? `${pointer}/${key}` : `${pointer}/${escapeKey(key)}`;
    if (child) walk(member, { node: child, pointer: at, chosen }, coverage);
    else addUnknown(coverage, at, member);
  }
}

function walkItems<Facts>(items: readonly unknown[], visit: Visit, coverage: Coverage<Facts>): void {
  const child = visit.node.children?.get('*');
  if (items.length === 0) return void dropOwned(coverage, { pointer: visit.pointer, value: items, node: visit.node });
  for (const [index, entry] of items.entries()) {
    const pointer = `${visit.pointer}/${index}`;
    if (child) walk(entry, { node: child, pointer, chosen: index === coverage.item }, coverage);
    else addUnknown(coverage, pointer, entry);
  }
}

function addUnknown<Facts>(coverage: Coverage<Facts>, pointer: string, value: unknown): void {
  if (value === null || value === undefined) return void addDrop(coverage, { pointer, value, reason: 'absent' });
  coverage.say({ id: 'unknown', pointer, decision: [], matters: false });
  for (const leaf of listLeaves(value, pointer))
    addDrop(coverage, { pointer: leaf, value: redacted, reason: 'unknown' });
}

function addBad<Facts>(
  coverage: Coverage<Facts>,
  { value, visit, expected }: { value: unknown; visit: Visit; expected: string },
): void {
  const { node, pointer } = visit;
  const slots = coverage.plan.steps
    .filter((step) => step.sources.some((source) => isAtOrBelow(source.keys.join('.'), node.path)))
    .flatMap((step) => step.slots);
  const open = slots.filter((slot) => !coverage.isSettled(slot.path));
  if (slots.length === 0 || open.length > 0) {
    const decision = open.map((slot) => slot.decision);
    coverage.say({ id: 'type', pointer, expected, found: value, decision, matters: slots.length > 0 });
  }
  for (const leaf of listLeaves(value, pointer)) addDrop(coverage, { pointer: leaf, value: redacted, reason: 'type' });
}

function isAtOrBelow(path: string, container: string): boolean {
  return path === container || container === '' || path.startsWith(`${container}.`);
}

function dropOwned<Facts>(
  coverage: Coverage<Facts>,
  { pointer, value, node }: { pointer: string; value: unknown; node: Node },
): void {
  const owner =
    node.owner ??
    coverage.plan.steps.find((step) => step.sources.some((source) => node.path.startsWith(`${source.keys.join('.')}.`)))
      ?.index;
  const rule = owner === undefined ? undefined : coverage.plan.steps[owner]?.rule;
  if (!rule) return void addDrop(coverage, { pointer, value, reason: 'absent' });
  const shown = rule.secret || !isScalar(value) ? redacted : value;
  coverage.changes.push({
    kind: 'drop',
    rule: rule.id,
    from: [pointer],
    to: [],
    before: [isEmpty(value) ? (value as Json) : shown],
    after: [],
    why: rule.summary,
  });
}

function addDrop<Facts>(
  coverage: Coverage<Facts>,
  { pointer, value, reason }: { pointer: string; value: unknown; reason: 'unknown' | 'type' | 'absent' },
): void {
  const rule = coverage.names[reason];
  coverage.changes.push({
    kind: 'drop',
    rule,
    from: [pointer],
    to: [],
    before: [(value ?? null) as Json],
    after: [],
    why: coverage.whys[reason],
  });
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function* listLeaves(value: unknown, pointer: string): Generator<string> {
  if (typeof value !== 'object' || value === null || isEmpty(value)) {
    yield pointer;
    return;
  }
  for (const [key, member] of Object.entries(value)) yield* listLeaves(member, `${pointer}/${escapeKey(key)}`);
}
