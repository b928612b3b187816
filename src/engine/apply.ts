// Applies a plan to one document: v2 values, what is said, and which changes tell of them.
import type { Change } from '../model/change.js';
import type { Rule, Say } from '../model/rule.js';
import { recordChanges } from './changes.js';
import { collect, type Gap, noneBroken } from './collect.js';
import { buildDocument, listOmitted } from './draft.js';
import { speak } from './findings.js';
import type { Input, Unplaced } from './input.js';
import type { Plan, Slot, Step } from './plan.js';
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
  const { collected, input } = work;
  const { index, sources, slots } = step;
  let isBad = false;
  const { values, broken } = collected;
  for (let at = 0; at < sources.length; at += 1) {
    const source = sources[at]?.index ?? -1;
    if (values[source] !== undefined) work.present[index] = true;
    if (broken !== noneBroken && broken.has(source)) isBad = true;
  }
  if (step.isOfItem && collected.item === undefined && collected.hasItems) work.present[index] = true;
  if (isBad) work.broken[index] = true;
  const first = slots[0];
  const isOverridden = first !== undefined && input.supply?.override.has(first.path) === true;
  if (!isBad && !isOverridden && (work.present[index] || step.isFlag)) runMap(work, step);
  if (input.supply) supplySlots(work, step);
  if (step.fallback && first && work.values[first.index] === undefined && !work.present[index])
    runFallback(work, step, first);
}

function runMap<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { index, slots, sources } = step;
  const { values } = work.collected;
  if (!step.map) {
    for (let at = 0; at < slots.length; at += 1) put(work, slots[at], values[sources[at]?.index ?? -1]);
  } else {
    work.step = step;
    const outcome = step.map(listGiven(work, step), work.context);
    work.says[index] = outcome.says;
    if (outcome.values) for (let at = 0; at < slots.length; at += 1) put(work, slots[at], outcome.values[at]);
    const first = slots[0];
    if ((!first || work.values[first.index] === undefined) && saysError(work, step)) work.broken[index] = true;
  }
  if (work.input.supply) mapValue(work, step);
}

/** The v1 values that a rule is given: those it claims, then those it reads. */
function listGiven<Facts>({ collected }: Work<Facts>, { sources, reads }: Step<Facts>): unknown[] {
  const given: unknown[] = [];
  for (let at = 0; at < sources.length; at += 1) given.push(collected.values[sources[at]?.index ?? -1]);
  for (let at = 0; at < reads.length; at += 1) given.push(collected.values[reads[at]?.index ?? -1]);
  return given;
}

function runFallback<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): void {
  const fallback = step.fallback as NonNullable<Rule<Facts>['fallback']>;
  const { value, says } = fallback(work.context);
  work.values[slot.index] = value;
  work.origins[slot.index] = 'fallback';
  work.says[step.index] = says;
}

/** What follows from v2 values waits for all of them. */
function deriveStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const [slot] = step.slots;
  if (!slot || work.values[slot.index] !== undefined) return;
  const looks = step.looks.map((at) => work.values[at]);
  work.values[slot.index] = step.derive?.(looks, work.context, listGiven(work, step));
  work.origins[slot.index] = 'derived';
}

function put<Facts>(work: Work<Facts>, slot: Slot | undefined, value: unknown): void {
  if (!slot || value === undefined) return;
  work.values[slot.index] = value;
  work.origins[slot.index] = 'rule';
}

/** What is wrong with a container is wrong with all that would be read from it. */
function spreadBroken<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  for (const below of step.below) work.broken[below] = true;
}

function checkStep<Facts>(work: Work<Facts>, step: Step<Facts>, findings: Unplaced[]): void {
  const { slots, index } = step;
  const first = slots[0];
  const value = first && work.values[first.index];
  const says = work.says[index];
  if (says) for (const say of says) speak({ work, step, findings }, say);
  if (first && value === undefined && work.broken[index]) return;
  if (first?.required && value === undefined && step.missing)
    return void speak({ work, step, findings }, { id: 'missing' });
  if (!step.check) return;
  work.step = step;
  const looks = step.looks.length === 0 ? step.looks : step.looks.map((slot) => work.values[slot]);
  const doubts = step.check(value, looks, work.context);
  for (let at = 0; at < doubts.length; at += 1) speak({ work, step, findings }, doubts[at] as Say);
}

function saysError<Facts>(work: Work<Facts>, step: Step<Facts>): boolean {
  return work.says[step.index]?.some((say) => step.templates.get(say.id)?.spec.severity === 'error') === true;
}
