// What people supply, laid out by the slots of a plan: one look-up for each slot of each document, not one for each
// way of supplying.
import type { Supply } from './input.js';
import type { Plan, SlotSupply, SupplyTable } from './plan.js';

/** Lays out what people supply, once for each plan: most streams have one supply for all documents. */
export function layOut<Facts>(supply: Supply, plan: Plan<Facts>): SupplyTable {
  const known = plan.supplies.get(supply);
  if (known) return known;
  const table: (SlotSupply | undefined)[] = plan.blank.noSlots.slice();
  for (const paths of [supply.fill, supply.override, supply.map]) {
    for (const path of paths.keys()) {
      const slot = plan.slots.get(path);
      if (!slot) continue;
      const { fill, override, map } = supply;
      table[slot.index] = { fill: fill.get(path), override: override.get(path), map: map.get(path) };
    }
  }
  plan.supplies.set(supply, table);
  return table;
}
