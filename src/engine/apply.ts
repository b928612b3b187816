// Applies a plan to one document: v2 values, what is said, and which changes tell of them.
import type { Change } from '../model/change.js';
import type { Rule, Say } from '../model/rule.js';
import { recordChanges } from './changes.js';
import { collect, type Gap } from './collect.js';
import { buildDocument, listOmitted } from './draft.js';
import { speak } from './findings.js';
import type { Input, Unplaced } from './input.js';
import type { Plan, Slot, SlotSupply, Step } from './plan.js';
import { mapValue, supplySlots } from './supply.js';
import { openWork, type Work } from './work.js';

/** What applying a plan gives. */
export interface Draft {
  readonly document: unknown;
  /** A value that only the request holds, by path. */
  readonly outOfBody: (path: string) => unknown;
  readonly changes: Change[];
  readonly findings: Unplaced[];
  /** Places of the v1 document that no rule took. */
  readonly gaps: readonly Gap[];
  /** Whether a person gave the slot its value. */
  readonly isSettled: (slot: Slot) => boolean;
}

/** Applies a plan to a document whose structure was checked. */
export function apply<Facts>(plan: Plan<Facts>, input: Input<Facts>): Draft {
  const request = { bad: input.bad, asked: input.context.connection };
  const collected = collect(input.value, plan as unknown as Plan<never>, request);
  const work = openWork(plan, input, collected);
  for (const step of plan.steps) mapStep(work, step);
  for (const step of plan.containers) if (work.broken[step.index]) spreadBroken(work, step);
  for (const step of plan.derived) deriveStep(work, step);
  const omitted = listOmitted(plan.blocks, work.values);
  const findings: Unplaced[] = [];
  for (const step of plan.steps) checkStep(work, step, findings);
  for (const slot of omitted) work.values[slot] = undefined;
  const changes: Change[] = [];
  for (const step of plan.steps) recordChanges(work, step, changes);
  return {
    document: buildDocument(plan.parts, work.values),
    outOfBody: (path) => work.values[plan.slots.get(path)?.index ?? -1],
    changes,
    findings,
    gaps: collected.gaps,
    isSettled: (slot) => work.supplied[slot.index] !== undefined,
  };
}

function mapStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { supplies } = work;
  const { index, slot, fallback } = step;
  const own = supplies && slot >= 0 ? supplies[slot] : undefined;
  // Leaves that are copied side by side do not wait for one another.
  const isWhole = !work.broken[index] || (!step.map && step.slots.length > 1);
  if ((work.present[index] || step.isFlag) && isWhole && !own?.override) runMap(work, step, own);
  if (supplies) supplySlots(work, step, supplies);
  if (fallback && !work.present[index] && work.values[slot] === undefined) runFallback(work, step, fallback);
}

function runMap<Facts>(work: Work<Facts>, step: Step<Facts>, own: SlotSupply | undefined): void {
  const { index, slots, slot, given } = step;
  const { values } = work.collected;
  if (!step.map) {
    for (let at = 0; at < slots.length; at += 1) put(work, slots[at], values[step.sources[at]?.index ?? -1]);
  } else {
    work.step = step;
    const [only = -1] = given;
    const outcome = step.map(given.length === 1 ? [values[only]] : pick(values, given), work.context);
    work.says[index] = outcome.says;
    if (outcome.values) for (let at = 0; at < slots.length; at += 1) put(work, slots[at], outcome.values[at]);
    if (outcome.says && !(slot >= 0 && work.values[slot] !== undefined) && saysError(step, outcome.says))
      work.broken[index] = true;
  }
  if (own?.map) mapValue(work, step, own.map);
}

function runFallback<Facts>(
  work: Work<Facts>,
  step: Step<Facts>,
  fallback: NonNullable<Rule<Facts>['fallback']>,
): void {
  const { slot } = step;
  if (slot < 0) return;
  const { value, says } = fallback(work.context);
  work.values[slot] = value;
  work.origins[slot] = 'fallback';
  work.says[step.index] = says;
}

/** What follows from v2 values waits for all of them. */
function deriveStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { slot, looks, given } = step;
  if (slot < 0 || work.values[slot] !== undefined) return;
  work.values[slot] = step.derive?.(pick(work.values, looks), work.context, pick(work.collected.values, given));
  work.origins[slot] = 'derived';
}

/** A loop over a list of the right length: callbacks made anew and lists that grow are dear for so small a thing. */
function pick(values: readonly unknown[], indexes: readonly number[]): unknown[] {
  const picked = new Array<unknown>(indexes.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = values[indexes[at] ?? -1];
  return picked;
}

function put<Facts>(work: Work<Facts>, slot: Slot | undefined, value: unknown): void {
  if (slot && value !== undefined) work.values[slot.index] = value;
}

/** What is wrong with a container is wrong with all that would be read from it. */
function spreadBroken<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  for (const below of step.below) work.broken[below] = true;
}

function checkStep<Facts>(work: Work<Facts>, step: Step<Facts>, findings: Unplaced[]): void {
  const { slot, index } = step;
  const value = slot < 0 ? undefined : work.values[slot];
  const says = work.says[index];
  if (says) for (const say of says) speak({ work, step, findings }, say);
  if (slot >= 0 && value === undefined) {
    if (work.broken[index]) return;
    if (step.missing && step.slots[0]?.required) return void speak({ work, step, findings }, { id: 'missing' });
  }
  if (!step.check) return;
  work.step = step;
  const looks = step.looks.length === 0 ? step.looks : pick(work.values, step.looks);
  const doubts = step.check(value, looks, work.context);
  for (let at = 0; at < doubts.length; at += 1) speak({ work, step, findings }, doubts[at] as Say);
}

function saysError<Facts>(step: Step<Facts>, says: readonly Say[]): boolean {
  return says.some((say) => step.templates.get(say.id)?.spec.severity === 'error');
}
