// Compiles a rule list for one target, and refuses a list that does not cover both schemas exactly.
import type { Leaf } from '../model/leaf.js';
import type { Rule } from '../model/rule.js';
import type { Target } from '../model/translation.js';
import { buildParts, listBlocks, listSlots, type SlotSpec } from './compile-parts.js';
import { buildTree, listSources } from './compile-tree.js';
import { type Plan, RuleListError, type Step, type V1Place, type V2Place } from './plan.js';
import { compileMessages } from './template.js';

/** What a rule list is compiled for. */
export interface PlanSpec extends SlotSpec {
  readonly target: Target;
  /** Leaves of the v1 document as it is given. */
  readonly v1: readonly Leaf[];
  readonly v1Prefix: string;
}

/** Compiles the rules that serve the target. Throws a RuleListError for an unclaimed, doubly claimed or unknown leaf. */
export function compile<Facts>(rules: readonly Rule<Facts>[], spec: PlanSpec): Plan<Facts> {
  const slots = listSlots(spec);
  const served = rules.filter(({ targets }) => targets.includes(spec.target));
  const sorted = sortRules(served, spec, slots);
  const plain = sorted as readonly Rule<never>[];
  const sources = listSources(plain, spec.v1Prefix);
  const root = buildTree(plain, { leaves: spec.v1, prefix: spec.v1Prefix, sources });
  const steps = sorted.map((rule, index) => compileStep(rule, index, { spec, slots, sources, sorted: plain }));
  const parts = buildParts(spec.v2, spec.v2Prefix, slots);
  return {
    target: spec.target,
    steps,
    copied: steps.filter((step) => step.map === undefined && step.sources.length > 0 && step.slots.length > 0),
    mapped: steps.filter((step) => step.map !== undefined),
    fallbacks: steps.filter((step) => step.fallback !== undefined),
    spoken: steps.filter(({ map, check, fallback, asksFor }) => map || check || fallback || asksFor),
    derived: steps.filter((step) => step.derive !== undefined),
    containers: steps.filter((step) => step.below.length > 0),
    ofItems: steps.filter((step) => step.sources.some(({ around }) => around)).map(({ index }) => index),
    slots,
    writers: findWriters(steps, slots),
    root,
    parts,
    blocks: listBlocks(parts),
    blank: {
      noSources: [...sources].map(() => undefined),
      noSlots: [...slots].map(() => undefined),
      noSteps: steps.map(() => undefined),
      falseSteps: steps.map(() => false),
    },
  };
}

/** One order whatever the order of the list: that of the v2 schema, then that of the v1 schema. */
function sortRules<Facts>(
  rules: readonly Rule<Facts>[],
  spec: PlanSpec,
  slots: ReadonlyMap<string, V2Place>,
): readonly Rule<Facts>[] {
  const order = new Map(spec.v1.map((leaf, index) => [spec.v1Prefix + leaf.path, index]));
  const rank = (rule: Rule<Facts>) =>
    (slots.get(rule.to[0] ?? '')?.index ?? 1e3) * 1e3 + (order.get(rule.from[0] ?? '') ?? 999);
  return rules.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

interface Surroundings {
  readonly spec: PlanSpec;
  readonly slots: ReadonlyMap<string, V2Place>;
  readonly sources: ReadonlyMap<string, V1Place>;
  readonly sorted: readonly Rule<never>[];
}

function compileStep<Facts>(
  rule: Rule<Facts>,
  index: number,
  { spec, slots, sources, sorted }: Surroundings,
): Step<Facts> {
  const slotOf = (path: string): V2Place => {
    const slot = slots.get(path);
    if (!slot) throw new RuleListError(`${rule.id}: ${spec.target} has no ${path}`);
    return slot;
  };
  const sourceOf = (path: string) => sources.get(path) as V1Place;
  refuseUnheard(rule);
  const own = rule.from.map(sourceOf);
  const written = rule.to.map(slotOf);
  const templates = compileMessages(rule as Rule<never>, (path) => {
    const slot = slots.get(path);
    return slot?.isDecidable ? slot : undefined;
  });
  return {
    id: rule.id,
    summary: rule.summary,
    secret: rule.secret === true,
    url: rule.url === true,
    isFlag: rule.kind === 'flag',
    map: rule.map,
    check: rule.check,
    fallback: rule.fallback,
    derive: rule.derive,
    express: rule.express,
    index,
    sources: own,
    given: [...rule.from, ...(rule.reads ?? [])].map((path) => sourceOf(path).index),
    slots: written,
    slot: written[0]?.index ?? -1,
    looks: (rule.looks ?? []).map((path) => slotOf(path).index),
    templates,
    asksFor: templates.has('missing') && written[0]?.required ? { id: 'missing' } : undefined,
    below: rule.kind === 'flag' ? sorted.flatMap((other, at) => (isBelow(other, rule) ? [at] : [])) : [],
    source: own[0]?.index ?? -1,
    isCopy: rule.map === undefined && written.length > 1 && written.length === own.length,
    isMove: own.length === 1 && written[0]?.pointer !== undefined,
    isStay: own[0] !== undefined && own[0].pointer === written[0]?.pointer,
    from: Object.freeze(own.map((source) => source.pointer)),
    to: Object.freeze(written.slice(0, 1).flatMap((slot) => slot.pointer ?? [])),
  };
}

/** Refuses a rule whose findings would have no place, or whose mapping would never be asked. */
function refuseUnheard<Facts>({ id, kind, from, reads = [], messages, map }: Rule<Facts>): void {
  if (from.length > 0) return;
  const [message] = Object.keys(messages);
  if (reads.length > 0 && message !== undefined)
    throw new RuleListError(`${id}/${message} would have no place, since the rule only reads ${reads.join(', ')}`);
  if (map && kind !== 'flag') throw new RuleListError(`${id} claims nothing, so its map is never asked`);
}

function isBelow(other: Rule<never>, rule: Rule<never>): boolean {
  return other.from.some((path) => rule.from.some((container) => path.startsWith(`${container}.`)));
}

function findWriters<Facts>(steps: readonly Step<Facts>[], slots: ReadonlyMap<string, V2Place>): number[] {
  return [...slots.values()].map((slot) => {
    const writers = steps.filter((step) => step.slots.includes(slot));
    const [writer] = writers;
    if (writer && writers.length === 1) return writer.index;
    throw new RuleListError(`${slot.path} is written by ${writers.map((step) => step.id).join(' and ') || 'no rule'}`);
  });
}
