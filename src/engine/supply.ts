// Values that people supply: they fill what v1 leaves out, or win over it, or replace one value by another.
import type { Slot, Step } from './plan.js';
import type { Work } from './work.js';

/** Gives the slots of a step the values that people supply for them. */
export function supplySlots<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { supply } = work.input;
  if (!supply) return;
  for (const slot of step.slots) {
    const override = supply.override.get(slot.path);
    const supplied = override ?? (isSilent(work, step, slot) ? supply.fill.get(slot.path) : undefined);
    if (!supplied) continue;
    work.values[slot.index] = supplied.value;
    work.origins[slot.index] = override ? 'override' : 'fill';
    work.supplied[slot.index] = supplied;
  }
}

/** Replaces the first value of a step by what a map says for it: for the v1 text as it stands, else for the v2 value. */
export function mapValue<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const [slot] = step.slots;
  const map = slot && work.input.supply?.map.get(slot.path);
  if (!slot || !map) return;
  const original = work.collected.values[step.sources[0]?.index ?? -1];
  const key = typeof original === 'string' && map.has(original) ? original : String(work.values[slot.index]);
  if (!map.has(key)) return;
  const value = map.get(key);
  work.values[slot.index] = value;
  work.origins[slot.index] = 'map';
  work.supplied[slot.index] = { value };
  work.says[step.index] = undefined;
  work.broken[step.index] = false;
}

/** Whether v1 leaves a slot out. A second slot of a step, such as a description, never has a v1 field of its own. */
function isSilent<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): boolean {
  if (work.values[slot.index] !== undefined) return false;
  return slot !== step.slots[0] || !(work.present[step.index] || work.broken[step.index]);
}
