// Values that people supply: they fill what v1 leaves out, or win over it, or replace one value by another, or repair what
// v2 refuses.
import { pick } from './collect.js';
import { isUnchecked } from './express.js';
import type { ReadValue } from './input.js';
import type { Given, SlotSupply, Step, SupplyTable, V2Place } from './plan.js';
import type { Work } from './work.js';

/** Gives all slots the values that people supply for them, but for repairs, which wait until it is known what v2 refuses. */
export function supplyValues<Facts>(work: Work<Facts>, table: SupplyTable<Facts>): void {
  const { steps, chooser } = table;
  if (chooser) chooseGroup(work, chooser, table);
  for (const step of steps) if (step !== chooser) supplySlots(work, step, table);
}

/** The value that tells the group of a document is settled before all others. */
function chooseGroup<Facts>(work: Work<Facts>, chooser: Step<Facts>, table: SupplyTable<Facts>): void {
  supplySlots(work, chooser, table);
  if (table.repairable.includes(chooser)) repairStep(work, chooser, table);
  const group = work.values[chooser.slot];
  if (typeof group === 'string') work.group = group;
}

function supplySlots<Facts>(work: Work<Facts>, step: Step<Facts>, { bySlot }: SupplyTable<Facts>): void {
  for (const slot of step.slots) {
    const own = bySlot[slot.index];
    if (!own) continue;
    if (own.map && !own.override && slot.index === step.slot && isMade(work, step)) mapValue(work, step, own.map);
    if (own.override && give(work, slot, own.override)) {
      if (slot.index === step.slot && work.says) work.says[step.index] = undefined;
    } else if (isSilent(work, step, slot)) fill(work, slot, own);
  }
}

/** The first of these that has a value for the document. */
function fill<Facts>(work: Work<Facts>, slot: V2Place, { fill: first, groups, rest }: SlotSupply): void {
  if (first && give(work, slot, first)) return;
  const grouped = work.group === undefined ? undefined : groups?.get(work.group);
  if (grouped && give(work, slot, grouped)) return;
  if (rest) give(work, slot, rest);
}

/** Replaces the first value of a step by what a map says for it: for the v1 text as it stands, else for the v2 value. */
function mapValue<Facts>(work: Work<Facts>, step: Step<Facts>, map: NonNullable<SlotSupply['map']>): void {
  const [source] = step.sources;
  const [slot] = step.slots;
  const original = source && work.collected.values[source.index];
  const key = typeof original === 'string' && map.has(original) ? original : String(work.values[step.slot]);
  const given = map.get(key);
  if (!given || !slot) return;
  give(work, slot, given);
  settle(work, step.index);
}

/** Puts what people give into a slot. Whether they give something for this document. */
function give<Facts>(work: Work<Facts>, slot: V2Place, given: Given): boolean {
  const { supplied } = given;
  if (supplied?.read) return giveRead(work, slot, { given, read: supplied.read(work.input.owner ?? nobody) });
  take(work, slot, given);
  work.values[slot.index] = supplied?.value;
  return true;
}

/** Notes where a slot has its value from. */
function take<Facts>(work: Work<Facts>, slot: V2Place, given: Given): void {
  work.given[slot.index] = given;
  if (work.expressions) work.expressions.slots[slot.index] = undefined;
  const word = given.supplied?.word;
  if (word !== undefined) work.input.supply?.uses.add(word);
}

function giveRead<Facts>(
  work: Work<Facts>,
  slot: V2Place,
  { given, read }: { readonly given: Given; readonly read: ReadValue | undefined },
): boolean {
  if (!read) return false;
  take(work, slot, given);
  if ('value' in read) {
    work.values[slot.index] = read.value;
    return true;
  }
  work.findings.push(slot.pointer === undefined ? read.lack : { ...read.lack, to: slot.pointer });
  work.values[slot.index] = undefined;
  // Nothing else is to be said of a value that is to come from elsewhere.
  const writer = work.plan.writers[slot.index] as number;
  settle(work, writer);
  work.broken[writer] = true;
  return true;
}

const nobody = { id: undefined, name: undefined };

/** What a rule said of v1 is said no more, since the value is another one now. */
function settle<Facts>(work: Work<Facts>, step: number): void {
  if (work.says) work.says[step] = undefined;
  work.broken[step] = false;
}

/** Replaces what v1 says and v2 refuses, where people supply something for that. What they supplied is never replaced. */
export function repairValues<Facts>(work: Work<Facts>, table: SupplyTable<Facts>): void {
  for (const step of table.repairable) repairStep(work, step, table);
}

function repairStep<Facts>(work: Work<Facts>, step: Step<Facts>, table: SupplyTable<Facts>): void {
  for (;;) {
    const slot = findRefused(work, step, table);
    const given = slot && table.bySlot[slot.index]?.repair;
    if (!slot || !given || !give(work, slot, given)) return;
    const writer = work.plan.writers[slot.index] as number;
    if (work.values[slot.index] !== undefined) settle(work, writer);
  }
}

/** The slot whose value of v1 is refused, and is to be repaired; of several that would settle it the first. */
function findRefused<Facts>(work: Work<Facts>, step: Step<Facts>, table: SupplyTable<Facts>): V2Place | undefined {
  const { index, slots, slot, check, looks, templates } = step;
  const canRepair = (place: V2Place) => table.bySlot[place.index]?.repair !== undefined && isOfV1(work, place);
  const [own] = slots;
  if (own && work.broken[index] && work.values[slot] === undefined && canRepair(own)) return own;
  if (work.expressions && isUnchecked(work, step, work.expressions)) return undefined;
  work.step = step;
  const value = slot < 0 ? undefined : work.values[slot];
  const says = [...(work.says?.[index] ?? []), ...(check?.(value, pick(work.values, looks), work.context) ?? [])];
  for (const { id } of says) {
    const template = templates.get(id);
    const place = template?.severity === 'error' ? template.settledBy.find(canRepair) : undefined;
    if (place) return place;
  }
  return undefined;
}

/** Whether v1 has a say in a slot, and nobody else had. */
function isOfV1<Facts>(work: Work<Facts>, slot: V2Place): boolean {
  const writer = work.plan.writers[slot.index] as number;
  return (work.present[writer] || work.broken[writer]) === true && work.given[slot.index] === undefined;
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
