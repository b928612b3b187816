// Compiles a rule list for one target, and refuses a list that does not cover both schemas exactly.
import type { Leaf } from '../model/leaf.js';
import { escapeKey } from '../model/path.js';
import type { Rule } from '../model/rule.js';
import type { Target } from '../model/translation.js';
import { type Node, type Part, type Plan, RuleListError, type Slot, type Source, type Step } from './plan.js';
import { compileMessages } from './template.js';

/** What a rule list is compiled for. */
export interface PlanSpec {
  readonly target: Target;
  /** Leaves of the v1 document as it is given, and of the v2 document as it is written. */
  readonly v1: readonly Leaf[];
  readonly v2: readonly Leaf[];
  /** What the document's own paths lack of the rules': `properties.` for bare properties, else empty. */
  readonly v1Prefix: string;
  readonly v2Prefix: string;
  /** v2 values that only the request holds. */
  readonly outOfBody: readonly string[];
}

/** Compiles the rules that serve the target. Throws a RuleListError for an unclaimed, doubly claimed or unknown leaf. */
export function compile<Facts>(rules: readonly Rule<Facts>[], spec: PlanSpec): Plan<Facts> {
  const slots = listSlots(spec);
  const served = rules.filter((rule) => serves(rule, spec));
  const order = new Map(spec.v1.map((leaf, index) => [spec.v1Prefix + leaf.path, index]));
  const rank = (rule: Rule<Facts>) =>
    (slots.get(rule.to[0] ?? '')?.index ?? 1e3) * 1e3 + (order.get(rule.from[0] ?? '') ?? 999);
  const sorted = served.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const steps = sorted.map((rule, index) => compileStep(rule, { index, slots, spec, sorted }));
  const writers = findWriters(steps, slots);
  const root = buildTree(steps, spec);
  const array = spec.v1.find((leaf) => leaf.path.includes('.*.'));
  return {
    target: spec.target,
    steps,
    slots,
    writers,
    root,
    parts: buildParts(spec, slots),
    arrayKeys: array?.path.split('.*.')[0]?.split('.'),
  };
}

function serves<Facts>(rule: Rule<Facts>, spec: PlanSpec): boolean {
  return rule.targets ? rule.targets.includes(spec.target) : spec.target.startsWith('Cluster');
}

function listSlots({ v2, v2Prefix, outOfBody }: PlanSpec): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const leaf of v2) {
    const path = v2Prefix + leaf.path;
    slots.set(path, {
      path,
      index: slots.size,
      pointer: toPointer(leaf.path),
      decision: toDecision(path),
      required: leaf.required,
    });
  }
  for (const path of outOfBody)
    slots.set(path, { path, index: slots.size, pointer: undefined, decision: path, required: false });
  return slots;
}

function compileStep<Facts>(
  rule: Rule<Facts>,
  {
    index,
    slots,
    spec,
    sorted,
  }: { index: number; slots: ReadonlyMap<string, Slot>; spec: PlanSpec; sorted: readonly Rule<Facts>[] },
): Step<Facts> {
  const slotOf = (path: string) => slots.get(path);
  const written = rule.to.map((path) => slotOf(path) ?? fail(`${rule.id} writes ${path}, which ${spec.target} lacks`));
  const below = sorted.flatMap((other, at) =>
    rule.kind === 'flag' && other !== rule && isBelow(other, rule) ? [at] : [],
  );
  return {
    rule,
    index,
    sources: rule.from.map((path) => toSource(path, spec.v1Prefix)),
    reads: (rule.reads ?? []).map((path) => toSource(path, spec.v1Prefix)),
    slots: written,
    looks: (rule.looks ?? []).map(
      (path) => slotOf(path)?.index ?? fail(`${rule.id} looks at ${path}, which ${spec.target} lacks`),
    ),
    templates: compileMessages(rule as Rule<never>, slotOf),
    below,
  };
}

function isBelow(other: Rule<never>, rule: Rule<never>): boolean {
  return other.from.some((path) => rule.from.some((container) => path.startsWith(`${container}.`)));
}

function toSource(path: string, prefix: string): Source {
  if (!path.startsWith(prefix)) fail(`${path} is not below ${prefix}`);
  const own = path.slice(prefix.length);
  const around = own.split('.*.').map(toPointer);
  return {
    path,
    keys: own.split('.'),
    pointer: around.length === 2 ? `${around[0]}/0${around[1]}` : toPointer(own),
    around: around.length === 2 ? [around[0] ?? '', around[1] ?? ''] : undefined,
  };
}

function findWriters<Facts>(steps: readonly Step<Facts>[], slots: ReadonlyMap<string, Slot>): number[] {
  return [...slots.values()].map((slot) => {
    const writers = steps.filter((step) => step.slots.includes(slot));
    if (writers.length !== 1)
      fail(`${slot.path} is written by ${writers.map((step) => step.rule.id).join(', ') || 'no rule'}`);
    return writers[0]?.index ?? 0;
  });
}

interface GrowingNode extends Node {
  children: Map<string, GrowingNode> | undefined;
  owner: number | undefined;
}

function buildTree<Facts>(steps: readonly Step<Facts>[], spec: PlanSpec): Node {
  const claims = new Map<string, number>();
  for (const step of steps) {
    for (const source of step.sources) {
      const earlier = claims.get(source.path);
      if (earlier !== undefined) fail(`${source.path} is claimed by ${steps[earlier]?.rule.id} and ${step.rule.id}`);
      claims.set(source.path, step.index);
    }
  }
  const root: GrowingNode = { path: '', children: new Map(), owner: undefined };
  for (const leaf of spec.v1) {
    const full = spec.v1Prefix + leaf.path;
    if (!claimed(full, claims)) fail(`${full} is claimed by no rule`);
    let node = root;
    for (const [depth, key] of leaf.path.split('.').entries()) {
      const path = leaf.path
        .split('.')
        .slice(0, depth + 1)
        .join('.');
      node.children ??= new Map();
      const next = node.children.get(key) ?? { path, children: undefined, owner: claims.get(spec.v1Prefix + path) };
      node.children.set(key, next);
      node = next;
    }
  }
  return root;
}

function claimed(path: string, claims: ReadonlyMap<string, number>): boolean {
  const keys = path.split('.');
  return keys.some((_key, depth) => claims.has(keys.slice(0, depth + 1).join('.')));
}

interface GrowingPart extends Part {
  children: GrowingPart[] | undefined;
}

function buildParts(spec: PlanSpec, slots: ReadonlyMap<string, Slot>): Part[] {
  const root: GrowingPart = { key: '', slot: -1, children: [], optional: false };
  for (const leaf of spec.v2) {
    const keys = leaf.path.split('.');
    let part = root;
    for (const [depth, key] of keys.entries()) {
      const path = keys.slice(0, depth + 1).join('.');
      const isLeaf = depth === keys.length - 1;
      part.children ??= [];
      let next = part.children.find((child) => child.key === key);
      if (!next) {
        const slot = isLeaf ? (slots.get(spec.v2Prefix + path)?.index ?? -1) : -1;
        const optional = isLeaf ? !leaf.requiredInContainer : leaf.optionalContainers.includes(path);
        next = { key, slot, children: isLeaf ? undefined : [], optional };
        part.children.push(next);
      }
      part = next;
    }
  }
  return root.children ?? [];
}

function toPointer(path: string): string {
  return path === '' ? '' : `/${path.split('.').map(escapeKey).join('/')}`;
}

function toDecision(path: string): string {
  return path.startsWith('properties.') ? path.slice('properties.'.length) : path;
}

function fail(message: string): never {
  throw new RuleListError(message);
}
