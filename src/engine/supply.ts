// Values that people supply: they fill what v1 leaves out, or win over it, or replace one value by another, or repair what
// v2 refuses.
import { pick } from './collect.js';
import { isUnchecked } from './express.js';
import type { Given, SlotSupply, Step, SupplyTable, V2Place } from './plan.js';
import type { Work } from './work.js';

/** Gives all slots the values that people supply for them, but for repairs, which wait until it is known what v2 refuses. */
export function supplyValues<Facts>(work: Work<Facts>, table: SupplyTable<Facts>): void {
  const { steps, chooser } = table;
  const group = chooser && chooseGroup(work, chooser, table);
  for (const step of steps) if (step !== chooser) supplySlots(work, step, { table, group });
}

/** The value that tells the group of a document is settled before all others. */
function chooseGroup<Facts>(work: Work<Facts>, chooser: Step<Facts>, table: SupplyTable<Facts>): unknown {
  supplySlots(work, chooser, { table, group: undefined });
  if (table.repairable.includes(chooser)) repairStep(work, chooser, table);
  return work.values[chooser.slot];
}

interface Supplying<Facts> {
  readonly table: SupplyTable<Facts>;
  /** What tells the group of the document. */
  readonly group: unknown;
}

function supplySlots<Facts>(work: Work<Facts>, step: Step<Facts>, { table, group }: Supplying<Facts>): void {
  for (const slot of step.slots) {
    const own = table.bySlot[slot.index];
    if (!own) continue;
    if (own.map && !own.override && slot.index === step.slot && isMade(work, step)) mapValue(work, step, own.map);
    if (own.override && give(work, slot, own.override)) {
      if (slot.index === step.slot && work.says) work.says[step.index] = undefined;
    } else if (isSilent(work, step, slot)) fill(work, slot, { own, group });
  }
}

/** The first of these that has a value for the document. */
function fill<Facts>(work: Work<Facts>, slot: V2Place, { own, group }: { own: SlotSupply; group: unknown }): void {
  const grouped = typeof group === 'string' ? own.groups?.get(group) : undefined;
  for (const given of [own.fill, grouped, own.rest]) if (given && give(work, slot, given)) return;
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
  const { supply, owner = nobody } = work.input;
  const read = supplied?.read?.(owner);
  if (supplied?.read && !read) return false;
  work.given[slot.index] = given;
  if (work.expressions) work.expressions.slots[slot.index] = undefined;
  if (supplied?.word !== undefined) supply?.uses.add(supplied.word);
  if (read && 'lack' in read) {
    const to = slot.pointer === undefined ? {} : { to: slot.pointer };
    work.findings.push({ ...read.lack, ...to });
    work.values[slot.index] = undefined;
    // Nothing else is to be said of a value that is to come from elsewhere.
    const writer = work.plan.writers[slot.index] as number;
    settle(work, writer);
    work.broken[writer] = true;
  } else work.values[slot.index] = read ? read.value : supplied?.value;
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
