// Expressions in the place of values: what is written for them, and what cannot be asked or checked while nothing tells
// what they give. Documents without any pass by.
import { isScalar, type Json } from '../model/json.js';
import { type Algebra, createOpaque, type Opaque, showOpaque, showOriginal } from '../model/opaque.js';
import { pointerAt } from './compile-tree.js';
import type { Expressions } from './expressions.js';
import type { Step, V1Place } from './plan.js';
import type { Work } from './work.js';

/** Whether nothing tells what one of the v1 values of a step is, so that its rule is not asked. */
export function isUnknown<Facts>({ collected: { opaques } }: Work<Facts>, { given }: Step<Facts>): boolean {
  return opaques !== undefined && given.some((index) => isOpen(opaques[index]));
}

/** Writes the expressions of a step in its slots: what it makes of them, or their texts as they are. */
export function expressStep<Facts>(work: Work<Facts>, step: Step<Facts>, expressions: Expressions): void {
  const { opaques = [] } = work.collected;
  const { sources, slots, isCopy } = step;
  if (!sources.some(({ index }) => opaques[index])) return;
  if (isCopy) {
    for (const [at, source] of sources.entries()) setSlot(expressions, slots[at]?.index, opaques[source.index]);
    return;
  }
  const [slot] = slots;
  const made = slot && (work.values[slot.index] as Json | undefined);
  if (!slot || (made === undefined && !isUnknown(work, step))) return;
  const computed = compute(work, step, made);
  const [source] = sources as readonly [V1Place];
  const opaque = computed ?? opaques[source.index];
  setSlot(expressions, slot.index, opaque);
  if (!computed && opaque && made !== undefined && made !== opaque.known)
    expressions.differing.push({ slot, from: pointerAt(source, work.collected.item), opaque, made });
}

/** What a rule that computes makes of the texts of its v1 values; undefined for one that copies. */
function compute<Facts>(work: Work<Facts>, { express, sources }: Step<Facts>, known: Json | undefined) {
  const { algebra } = work.input;
  if (typeof express !== 'function' || !algebra) return undefined;
  const texts = sources.map((source) => textOf(work, source, algebra));
  const told = sources.flatMap(({ index }) => work.collected.opaques?.[index]?.told ?? [])[0];
  return createOpaque({ text: express(texts, algebra, work.context.facts), known, told });
}

function setSlot({ slots }: Expressions, index: number | undefined, opaque: Opaque | undefined): void {
  if (index !== undefined) slots[index] = opaque;
}

function textOf<Facts>({ collected }: Work<Facts>, { index }: V1Place, algebra: Algebra): string | undefined {
  const value = collected.values[index];
  return collected.opaques?.[index]?.text ?? (isScalar(value) ? algebra.literal(value) : undefined);
}

/** Whether a step cannot say what there is to say of its v2 value, since nothing tells what that or another one is. */
export function isUnchecked<Facts>(work: Work<Facts>, step: Step<Facts>, { slots, unchecked }: Expressions): boolean {
  const own = step.slots[0];
  const isOwnOpen = own !== undefined && isOpen(slots[own.index]);
  if (isOwnOpen && (step.check || step.map)) unchecked.add(own);
  if (isOwnOpen) return true;
  return (
    step.check !== undefined && step.looks.some((index) => isOpen(slots[index]) && work.values[index] === undefined)
  );
}

function isOpen(opaque: Opaque | undefined): boolean {
  return opaque !== undefined && opaque.known === undefined;
}

/** The v2 values as they are written, by slot. */
export function writeExpressions<Facts>({ values, expressions }: Work<Facts>): readonly unknown[] {
  return expressions ? values.map((value, index) => expressions.slots[index] ?? value) : values;
}

/** The same work with the texts of expressions in the place of their values, as reports show them. */
export function showExpressions<Facts>(work: Work<Facts>): Work<Facts> {
  const { collected, expressions } = work;
  return {
    ...work,
    values: work.values.map((value, index) => showAt(expressions?.slots[index], value, showOpaque)),
    collected: {
      ...collected,
      values: collected.values.map((value, index) => showAt(collected.opaques?.[index], value, showOriginal)),
    },
  };
}

function showAt(opaque: Opaque | undefined, value: unknown, show: (opaque: Opaque) => string): unknown {
  return opaque ? show(opaque) : value;
}
