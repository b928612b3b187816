// Values that people supply: they fill what v1 leaves out, or win over it, or replace one value by another.
import type { Slot, SlotSupply, Step, SupplyTable } from './plan.js';
import type { Work } from './work.js';

/** Gives the slots of a step the values that people supply for them. */
export function supplySlots<Facts>(work: Work<Facts>, step: Step<Facts>, supplies: SupplyTable): void {
  for (const slot of step.slots) {
    const own = supplies[slot.index];
    if (!own) continue;
    const supplied = own.override ?? (isSilent(work, step, slot) ? own.fill : undefined);
    if (!supplied) continue;
    work.values[slot.index] = supplied.value;
    work.origins[slot.index] = own.override ? 'override' : 'fill';
    work.supplied[slot.index] = supplied;
  }
}

/** Replaces the first value of a step by what a map says for it: for the v1 text as it stands, else for the v2 value. */
export function mapValue<Facts>(work: Work<Facts>, step: Step<Facts>, map: NonNullable<SlotSupply['map']>): void {
  const { slot } = step;
  const original = work.collected.values[step.sources[0]?.index ?? -1];
  const key = typeof original === 'string' && map.has(original) ? original : String(work.values[slot]);
  if (!map.has(key)) return;
  const value = map.get(key);
  work.values[slot] = value;
  work.origins[slot] = 'map';
  work.supplied[slot] = { value };
  work.says[step.index] = undefined;
  work.broken[step.index] = false;
}

/**
 * Whether v1 leaves a slot out. A second slot of a step, such as a description, never has a v1 field of its own, so
 * what the step puts there gives way to a person's word.
 */
function isSilent<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): boolean {
  if (slot.index !== step.slot) return true;
  return work.values[slot.index] === undefined && !(work.present[step.index] || work.broken[step.index]);
}
