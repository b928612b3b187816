// Values that people supply: they fill what v1 leaves out, or win over it, or replace one value by another.
import type { Given, SlotSupply, Step, SupplyTable, V2Place } from './plan.js';
import type { Work } from './work.js';

/** Gives the slots of a step the values that people supply for them. */
export function supplySlots<Facts>(work: Work<Facts>, step: Step<Facts>, { bySlot }: SupplyTable<Facts>): void {
  for (const slot of step.slots) {
    const own = bySlot[slot.index];
    if (!own) continue;
    if (own.map && !own.override && slot.index === step.slot && isMade(work, step)) mapValue(work, step, own.map);
    const given = own.override ?? (isSilent(work, step, slot) ? own.fill : undefined);
    if (given) give(work, slot.index, given);
  }
}

/** Replaces the first value of a step by what a map says for it: for the v1 text as it stands, else for the v2 value. */
function mapValue<Facts>(work: Work<Facts>, step: Step<Facts>, map: NonNullable<SlotSupply['map']>): void {
  const [source] = step.sources;
  const original = source && work.collected.values[source.index];
  const key = typeof original === 'string' && map.has(original) ? original : String(work.values[step.slot]);
  const given = map.get(key);
  if (!given) return;
  give(work, step.slot, given);
  if (work.says) work.says[step.index] = undefined;
  work.broken[step.index] = false;
}

function give<Facts>(work: Work<Facts>, slot: number, given: Given): void {
  work.values[slot] = given.supplied?.value;
  work.given[slot] = given;
  if (work.expressions) work.expressions.slots[slot] = undefined;
  const word = given.supplied?.word;
  if (word !== undefined) work.input.supply?.uses.add(word);
}

/** Whether the rule of a step was asked: v1 holds a value of the right type for it, whatever the rule said of it. */
function isMade<Facts>(work: Work<Facts>, { index, isFlag }: Step<Facts>): boolean {
  return (work.present[index] || isFlag) && !(work.broken[index] && work.says?.[index] === undefined);
}

/**
 * Whether v1 leaves a slot out. A second slot of a step, such as a description, never has a v1 field of its own, so
 * what the step puts there gives way to a person's word.
 */
function isSilent<Facts>(work: Work<Facts>, step: Step<Facts>, slot: V2Place): boolean {
  if (slot.index !== step.slot) return true;
  return work.values[slot.index] === undefined && !(work.present[step.index] || work.broken[step.index]);
}
