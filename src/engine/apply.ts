// Applies a plan to one document: v2 values, what is said, and which changes tell of them. One pass over the steps.
import type { Change } from '../model/change.js';
import type { Outcome, RuleContext, Say } from '../model/rule.js';
import { recordChanges } from './changes.js';
import { buildDocument, omitIncomplete } from './draft.js';
import { type Speech, speak } from './findings.js';
import type { Input, Plan, Step, Supplied, Unplaced } from './plan.js';
import { chooseItem, isUnderBad, pointerOf, readSource } from './read.js';

/** How a slot came by its value. */
export type Origin = 'rule' | 'override' | 'map' | 'fill' | 'fallback';

/** What is known of one step while a document is worked on. */
export interface StepState {
  /** Whether v1 holds a value for it. */
  present: boolean;
  /** Whether its v1 value could not be used, so that "missing" would be the wrong thing to say. */
  broken: boolean;
  says: readonly Say[];
}

/** All that is known of a document while it is worked on. */
export interface Work<Facts> {
  readonly plan: Plan<Facts>;
  readonly input: Input<Facts>;
  /** Index of the chosen item of the document's array. */
  readonly item: number | undefined;
  readonly states: readonly StepState[];
  /** v2 values by slot index. */
  readonly values: unknown[];
  readonly origins: (Origin | undefined)[];
  readonly supplied: (Supplied | undefined)[];
}

/** What applying a plan gives. */
export interface Draft {
  readonly document: unknown;
  /** Values that only the request holds, by path. */
  readonly outOfBody: (path: string) => unknown;
  readonly changes: Change[];
  readonly findings: Unplaced[];
  readonly item: number | undefined;
  /** Whether a slot was given by a person, by decision path. */
  readonly isSettled: (path: string) => boolean;
}

/** Applies a plan to a document whose structure was checked. */
export function apply<Facts>(plan: Plan<Facts>, input: Input<Facts>): Draft {
  const work: Work<Facts> = {
    plan,
    input,
    item: plan.arrayKeys ? chooseItem(input.value, plan.arrayKeys, input.context.connection) : undefined,
    states: plan.steps.map(() => ({ present: false, broken: false, says: [] })),
    values: new Array(plan.slots.size),
    origins: new Array(plan.slots.size),
    supplied: new Array(plan.slots.size),
  };
  for (const step of plan.steps) mapStep(work, step);
  spreadBroken(work);
  const omitted = omitIncomplete(plan.parts, work.values);
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
    item: work.item,
    isSettled: (path) => work.supplied[plan.slots.get(path)?.index ?? -1] !== undefined,
  };
}

function mapStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { input, item } = work;
  const { rule, sources, reads, slots } = step;
  const state = work.states[step.index] as StepState;
  const values: unknown[] = [];
  for (const source of sources) {
    const value = readSource(input.value, source, item);
    if (value !== undefined) state.present = true;
    else if (source.around && item === undefined) state.present ||= hasItems(work);
    values.push(value);
  }
  for (const read of reads) values.push(readSource(input.value, read, item));
  const isBad = input.bad.length > 0 && sources.some((source) => isUnderBad(source, item, input.bad));
  if (isBad) state.broken = true;
  const { supply } = input;
  const first = slots[0];
  const overridden = first !== undefined && supply?.override.has(first.path) === true;
  if (!isBad && !overridden && (state.present || rule.kind === 'flag')) takeOutcome(work, step, values);
  if (supply) for (const slot of slots) supplySlot(work, step, slot.path);
  if (first && work.values[first.index] === undefined && !state.present && rule.fallback) {
    const { value, says } = rule.fallback(contextOf(work, step));
    work.values[first.index] = value;
    work.origins[first.index] = 'fallback';
    state.says = says;
  }
}

function takeOutcome<Facts>(work: Work<Facts>, step: Step<Facts>, values: readonly unknown[]): void {
  const { rule, slots } = step;
  const state = work.states[step.index] as StepState;
  const outcome: Outcome = rule.map ? rule.map(values, contextOf(work, step)) : { values };
  if (outcome.says) state.says = outcome.says;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at];
    const value = outcome.values?.[at];
    if (!slot || value === undefined) continue;
    work.values[slot.index] = value;
    work.origins[slot.index] = 'rule';
  }
  if (slots[0] && work.values[slots[0].index] === undefined && saysError(step, state)) state.broken = true;
  if (slots.length === 0 && saysError(step, state)) state.broken = true;
  const mapped = slots[0] && work.input.supply?.map.get(slots[0].path);
  if (mapped && slots[0]) mapValue(work, step, { mapped, original: values[0], at: slots[0].index });
}

function mapValue<Facts>(
  work: Work<Facts>,
  step: Step<Facts>,
  { mapped, original, at }: { mapped: ReadonlyMap<string, unknown>; original: unknown; at: number },
): void {
  const key = typeof original === 'string' && mapped.has(original) ? original : String(work.values[at]);
  if (!mapped.has(key)) return;
  const value = mapped.get(key);
  work.values[at] = value;
  work.origins[at] = 'map';
  work.supplied[at] = { value };
  const state = work.states[step.index] as StepState;
  state.says = [];
  state.broken = false;
}

function supplySlot<Facts>(work: Work<Facts>, step: Step<Facts>, path: string): void {
  const { supply } = work.input;
  const slot = work.plan.slots.get(path);
  const state = work.states[step.index] as StepState;
  if (!supply || !slot) return;
  const override = supply.override.get(path);
  const isSilent = !state.present && !state.broken && work.values[slot.index] === undefined;
  const isSecondSilent = slot !== step.slots[0] && work.values[slot.index] === undefined;
  const supplied = override ?? (isSilent || isSecondSilent ? supply.fill.get(path) : undefined);
  if (!supplied) return;
  work.values[slot.index] = supplied.value;
  work.origins[slot.index] = override ? 'override' : 'fill';
  work.supplied[slot.index] = supplied;
}

function spreadBroken<Facts>(work: Work<Facts>): void {
  for (const step of work.plan.steps) {
    if (step.below.length === 0 || !work.states[step.index]?.broken) continue;
    for (const below of step.below) (work.states[below] as StepState).broken = true;
  }
}

function checkStep<Facts>(work: Work<Facts>, step: Step<Facts>, findings: Unplaced[]): void {
  const { rule, slots, templates } = step;
  const state = work.states[step.index] as StepState;
  const first = slots[0];
  const value = first ? work.values[first.index] : undefined;
  const speech: Speech<Facts> = { work, step, findings };
  for (const say of state.says) speak(speech, say);
  if (first && value === undefined && state.broken) return;
  if (first?.required && value === undefined && templates['missing']) speak(speech, { id: 'missing' });
  if (!rule.check) return;
  const looks = step.looks.map((index) => work.values[index]);
  for (const say of rule.check(value, looks, contextOf(work, step))) speak(speech, say);
}

function saysError<Facts>(step: Step<Facts>, state: StepState): boolean {
  return state.says.some((say) => step.templates[say.id]?.spec.severity === 'error');
}

function contextOf<Facts>(work: Work<Facts>, step: Step<Facts>): RuleContext<Facts> {
  const { context, written, value } = work.input;
  return {
    target: context.target,
    facts: context.facts,
    fixNames: context.fixNames,
    connection: context.connection,
    written: (index) => {
      const source = step.sources[index];
      if (!source) return '';
      return written?.(pointerOf(source, work.item)) ?? String(readSource(value, source, work.item));
    },
  };
}

function hasItems<Facts>(work: Work<Facts>): boolean {
  const items = readSource(work.input.value, { keys: work.plan.arrayKeys ?? [] }, undefined);
  return Array.isArray(items) && items.some((entry) => entry !== null && entry !== undefined);
}
