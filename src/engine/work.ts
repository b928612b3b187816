// What is known of one document while it is worked on, what people supply for it among it.

import type { Unplaced } from '../model/finding.js';
import type { RuleContext, Say } from '../model/rule.js';
import type { Collected } from './collect.js';
import { pointerAt } from './compile-tree.js';
import { type Expressions, openExpressions } from './expressions.js';
import type { Groups, Input, Supplied, Supply } from './input.js';
import type { Given, Plan, SlotSupply, Step, SupplyTable, V2Place } from './plan.js';

/** All that is known of a document while it is worked on. Lists are indexed by step or by slot. */
export interface Work<Facts> extends Pick<Collected, 'present' | 'broken'> {
  readonly plan: Plan<Facts>;
  readonly input: Input<Facts>;
  readonly collected: Collected;
  readonly context: RuleContext<Facts>;
  /** The step whose rule is running; the context speaks for it. */
  step: Step<Facts> | undefined;
  /** By step: what its rule said of the v1 values; undefined until one says something, which is seldom. */
  says: (readonly Say[] | undefined)[] | undefined;
  /** By slot: v2 values. */
  readonly values: unknown[];
  /** By slot: how it came by its value, where no rule made it of v1. */
  readonly given: (Given | undefined)[];
  /** What is written of expressions; undefined where v1 has none. */
  readonly expressions: Expressions | undefined;
  readonly findings: Unplaced[];
  /** The value that tells the group of the document, for what people supply by it. */
  group: string | undefined;
  /** What people supply, whether it is used or not; undefined where they supply nothing. */
  readonly supplies: SupplyTable<Facts> | undefined;
}

/** Opens the work on a document. */
export function openWork<Facts>(plan: Plan<Facts>, input: Input<Facts>, collected: Collected): Work<Facts> {
  const { noSlots } = plan.blank;
  const supplies = input.supply && layOut(input.supply, plan);
  const { target, facts, fixNames, connection, databases, basePath } = input.context;
  const work: Work<Facts> = {
    plan,
    input,
    collected,
    context: {
      target,
      facts,
      fixNames,
      connection,
      databases,
      basePath,
      written: (index) => readWritten(work, index),
    },
    step: undefined,
    present: collected.present,
    broken: collected.broken,
    says: undefined,
    values: noSlots.slice(),
    given: noSlots.slice(),
    expressions: collected.opaques && openExpressions(noSlots),
    findings: [],
    group: undefined,
    supplies,
  };
  return work;
}

/** Whether v1 holds something for a slot, so that only an override changes it. */
export function isOccupied<Facts>(work: Work<Facts>, slot: V2Place): boolean {
  const writer = work.plan.writers[slot.index] ?? -1;
  return work.present[writer] === true || work.given[slot.index]?.origin === 'override';
}

function readWritten<Facts>(work: Work<Facts>, index: number): string {
  const source = work.step?.sources[index];
  if (!source) return '';
  const text = work.input.written?.(pointerAt(source, work.collected.item));
  return text ?? String(work.collected.values[source.index]);
}

/** Lays out what people supply: once for each plan, then for each document what was decided for its cluster over it. */
function layOut<Facts>(supply: Supply, plan: Plan<Facts>): SupplyTable<Facts> {
  // Not a weak map: those cost a collection of garbage more than all the rest of thousands of supplies.
  const known = supply.tables.get(plan) as SupplyTable<Facts> | undefined;
  const table = known ?? layOutShared(supply, plan);
  return supply.own ? layOver(table, supply.own, plan) : table;
}

function layOutShared<Facts>(supply: Supply, plan: Plan<Facts>): SupplyTable<Facts> {
  const bySlot: (SlotSupply | undefined)[] = plan.blank.noSlots.slice();
  const { fill, groups, rest, repairs, override, map } = supply;
  for (const paths of [fill, rest, repairs, override, map, ...(groups?.of.values() ?? [])]) {
    for (const path of paths.keys()) {
      const slot = plan.slots.get(path);
      if (!slot) continue;
      bySlot[slot.index] = {
        fill: give('fill', fill.get(path)),
        groups: giveGrouped(groups, path),
        rest: give('fill', rest.get(path)),
        repair: give('repair', repairs.get(path)),
        override: give('override', override.get(path)),
        map: giveMapped(map.get(path)),
      };
    }
  }
  const steps = plan.steps.filter((step) => step.slots.some((slot) => bySlot[slot.index] !== undefined));
  const chooser = plan.steps[plan.writers[plan.slots.get(groups?.by ?? '')?.index ?? -1] ?? -1];
  const repairable = plan.steps.filter((step) => mayRefuse(step, (slot) => bySlot[slot.index]?.repair !== undefined));
  const table = { bySlot, steps, chooser, repairable };
  supply.tables.set(plan, table);
  return table;
}

/** Whether a step may say an error that one of these slots settles. */
function mayRefuse<Facts>({ templates, slots }: Step<Facts>, isRepaired: (slot: V2Place) => boolean): boolean {
  if (slots.some(isRepaired)) return true;
  return [...templates.values()].some(({ severity, settledBy }) => severity === 'error' && settledBy.some(isRepaired));
}

/** Not kept: thousands of clusters decided at length would be carried through every collection of garbage. */
function layOver<Facts>(
  table: SupplyTable<Facts>,
  own: ReadonlyMap<string, Supplied>,
  plan: Plan<Facts>,
): SupplyTable<Facts> {
  const bySlot = table.bySlot.slice();
  let { steps } = table;
  for (const [path, supplied] of own) {
    const slot = plan.slots.get(path);
    if (!slot) continue;
    const shared = bySlot[slot.index];
    bySlot[slot.index] = { ...(shared ?? noSupply), override: give('override', supplied) };
    const step = plan.steps[plan.writers[slot.index] as number] as Step<Facts>;
    if (!steps.includes(step)) steps = [...steps, step];
  }
  return { ...table, bySlot, steps };
}

const noSupply: Omit<SlotSupply, 'override'> = {
  fill: undefined,
  groups: undefined,
  rest: undefined,
  repair: undefined,
  map: undefined,
};

function give(origin: Given['origin'], supplied: Supplied | undefined): Given | undefined {
  return supplied && { origin, supplied };
}

function giveGrouped(groups: Groups | undefined, path: string): SlotSupply['groups'] {
  if (!groups) return undefined;
  const given = [...groups.of].flatMap(([group, values]) => {
    const one = give('fill', values.get(path));
    return one ? [[group, one] as const] : [];
  });
  return given.length > 0 ? new Map(given) : undefined;
}

function giveMapped(values: ReadonlyMap<string, Supplied> | undefined): SlotSupply['map'] {
  return values && new Map([...values].map(([key, supplied]) => [key, { origin: 'map', supplied }]));
}
