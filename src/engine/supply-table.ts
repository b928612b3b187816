// What people supply, laid out by the slots of a plan: one look-up for each slot of each document, not one for each
// way of supplying.
import type { Supplied, Supply } from './input.js';
import type { Given, Plan, SlotSupply, Step, SupplyTable } from './plan.js';

/** Lays out what people supply: once for each plan, then for each document what was decided for its cluster over it. */
export function layOut<Facts>(supply: Supply, plan: Plan<Facts>): SupplyTable<Facts> {
  // Not a weak map: those cost a collection of garbage more than all the rest of thousands of supplies.
  const known = supply.tables.get(plan) as SupplyTable<Facts> | undefined;
  const table = known ?? layOutShared(supply, plan);
  return supply.own ? layOver(table, supply.own, plan) : table;
}

function layOutShared<Facts>(supply: Supply, plan: Plan<Facts>): SupplyTable<Facts> {
  const bySlot: (SlotSupply | undefined)[] = plan.blank.noSlots.slice();
  for (const paths of [supply.fill, supply.override, supply.map]) {
    for (const path of paths.keys()) {
      const slot = plan.slots.get(path);
      if (!slot) continue;
      const { fill, override, map } = supply;
      bySlot[slot.index] = {
        fill: give('fill', fill.get(path)),
        override: give('override', override.get(path)),
        map: giveMapped(map.get(path)),
      };
    }
  }
  const steps = plan.steps.filter((step) => step.slots.some((slot) => bySlot[slot.index] !== undefined));
  const table = { bySlot, steps };
  supply.tables.set(plan, table);
  return table;
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
    bySlot[slot.index] = { fill: shared?.fill, override: give('override', supplied), map: shared?.map };
    const step = plan.steps[plan.writers[slot.index] as number] as Step<Facts>;
    if (!steps.includes(step)) steps = [...steps, step];
  }
  return { bySlot, steps };
}

function give(origin: Given['origin'], supplied: Supplied | undefined): Given | undefined {
  return supplied && { origin, supplied };
}

function giveMapped(values: ReadonlyMap<string, unknown> | undefined): SlotSupply['map'] {
  return values && new Map([...values].map(([key, value]) => [key, { origin: 'map', supplied: { value } }]));
}
