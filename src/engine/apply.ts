// Applies a plan to one document: v2 values, what is said, and which changes tell of them.
import type { Change } from '../model/change.js';
import type { Unplaced } from '../model/finding.js';
import { knownOf } from '../model/opaque.js';
import type { Say } from '../model/rule.js';
import { listChanges } from './changes.js';
import { collect, type Leftover, pick } from './collect.js';
import { expressStep, isUnchecked, isUnknown, showExpressions, writeExpressions } from './express.js';
import type { Expressions } from './expressions.js';
import { speak } from './findings.js';
import type { Input } from './input.js';
import type { Block, Given, Part, Plan, Step, V1Place, V2Place } from './plan.js';
import { repairValues, supplyValues } from './supply.js';
import { openWork, type Work } from './work.js';

const byDefault: Given = { origin: 'fallback', supplied: undefined };
const derived: Given = { origin: 'derived', supplied: undefined };
const none: readonly number[] = [];
const leftOut: Given = { origin: 'omitted', supplied: undefined };

/** What applying a plan gives. */
export interface Draft {
  readonly document: unknown;
  readonly changes: Change[];
  readonly findings: Unplaced[];
  /** Places of the v1 document that no rule took. */
  readonly leftovers: readonly Leftover[];
  /** v2 values by slot index, those included that only the request holds. */
  readonly values: readonly unknown[];
  /** How slots came by values that no rule made of v1. */
  readonly given: readonly (Given | undefined)[];
  /** What there is to say of expressions; undefined where v1 has none. */
  readonly expressions: Expressions | undefined;
}

/** Applies a plan to a document, whose structure is checked as it is read. */
export function apply<Facts>(plan: Plan<Facts>, input: Input<Facts>): Draft {
  const collected = collect(input.value, plan as unknown as Plan<never>, input.context.connection);
  const work = openWork(plan, input, collected);
  for (const step of plan.copied) if (isMapped(work, step)) copyValues(work, step);
  for (const step of plan.mapped) if (isMapped(work, step) && !isUnknown(work, step)) runMap(work, step);
  if (work.expressions)
    for (const step of plan.steps) if (isMapped(work, step)) expressStep(work, step, work.expressions);
  if (work.supplies) supplyValues(work, work.supplies);
  for (const step of plan.fallbacks) runFallback(work, step);
  // What is wrong with a container is wrong with all that would be read from it.
  for (const step of plan.containers) if (work.broken[step.index]) for (const at of step.below) work.broken[at] = true;
  if (work.supplies && work.supplies.repairable.length > 0) repairValues(work, work.supplies);
  for (const step of plan.derived) deriveStep(work, step);
  const omitted = listOmitted(plan.blocks, writeExpressions(work));
  for (const step of plan.spoken) checkStep(work, step);
  for (const slot of omitted) {
    work.values[slot] = undefined;
    if (work.expressions) work.expressions.slots[slot] = undefined;
    const { supplied } = work.given[slot] ?? leftOut;
    work.given[slot] = supplied ? { origin: 'omitted', supplied } : leftOut;
  }
  const { values, given, findings, expressions } = work;
  const changes = input.tellsChanges === false ? [] : listChanges(expressions ? showExpressions(work) : work);
  return {
    document: buildBlock(plan.parts, writeExpressions(work)) ?? {},
    changes,
    findings,
    leftovers: collected.leftovers,
    values,
    given,
    expressions,
  };
}

/** Whether a step makes values of what v1 holds, which an override spares it; one that is yet to be read may be none. */
function isMapped<Facts>(work: Work<Facts>, { index, slot, isFlag, isCopy }: Step<Facts>): boolean {
  if (!(work.present[index] || isFlag) || (work.broken[index] && !isCopy)) return false;
  const override = slot < 0 ? undefined : work.supplies?.bySlot[slot]?.override;
  return override === undefined || override.supplied?.read !== undefined;
}

function copyValues<Facts>(work: Work<Facts>, { slots, sources }: Step<Facts>): void {
  const { values } = work.collected;
  for (let at = 0; at < sources.length; at += 1) put(work, slots[at], values[(sources[at] as V1Place).index]);
}

function runMap<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { index, slots, slot, given, map } = step;
  if (!map) return;
  const { values } = work.collected;
  work.step = step;
  const picked = pick(values, given);
  const { values: made, says } = map(work.expressions ? picked.map(knownOf) : picked, work.context);
  if (made) for (let at = 0; at < slots.length; at += 1) put(work, slots[at], made[at]);
  if (!says) return;
  note(work, index, says);
  if (!(slot >= 0 && work.values[slot] !== undefined) && saysError(step, says)) work.broken[index] = true;
}

function runFallback<Facts>(work: Work<Facts>, { index, slot, fallback }: Step<Facts>): void {
  if (!fallback || slot < 0 || work.present[index] || work.values[slot] !== undefined) return;
  const { value, says, why } = fallback(work.context);
  note(work, index, says);
  if (value === undefined) return;
  work.values[slot] = value;
  work.given[slot] = why === undefined ? byDefault : { origin: 'fallback', supplied: { value, why } };
}

function note<Facts>(work: Work<Facts>, index: number, says: readonly Say[]): void {
  if (says.length === 0) return;
  work.says ??= work.plan.blank.noSteps.slice();
  work.says[index] = says;
}

/** What follows from v2 values waits for all of them. */
function deriveStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { slot, looks, given } = step;
  if (slot < 0 || work.values[slot] !== undefined) return;
  work.values[slot] = step.derive?.(pick(work.values, looks), work.context, pick(work.collected.values, given));
  work.given[slot] = derived;
}

function put<Facts>(work: Work<Facts>, slot: V2Place | undefined, value: unknown): void {
  if (slot && value !== undefined) work.values[slot.index] = value;
}

function checkStep<Facts>(work: Work<Facts>, step: Step<Facts>): void {
  const { slot, index, check } = step;
  const value = slot < 0 ? undefined : work.values[slot];
  const says = work.says?.[index];
  if (says) for (const say of says) speak(work, step, say);
  if (work.expressions && isUnchecked(work, step, work.expressions)) return;
  if (slot >= 0 && value === undefined) {
    if (work.broken[index]) return;
    if (step.asksFor) return void speak(work, step, step.asksFor);
  }
  if (!check) return;
  work.step = step;
  const doubts = check(value, step.looks.length === 0 ? step.looks : pick(work.values, step.looks), work.context);
  for (let at = 0; at < doubts.length; at += 1) speak(work, step, doubts[at] as Say);
}

function saysError<Facts>(step: Step<Facts>, says: readonly Say[]): boolean {
  return says.some((say) => step.templates.get(say.id)?.severity === 'error');
}

/** Optional blocks are written only when their required members have values: gives the slots that are left out. */
function listOmitted(blocks: readonly Block[], values: readonly unknown[]): readonly number[] {
  let omitted = none;
  for (const { required, all } of blocks) {
    if (required.some((slot) => values[slot] === undefined)) omitted = omitted === none ? all : [...omitted, ...all];
  }
  return omitted;
}

/** A block of the v2 document; undefined members and empty blocks are left out. */
function buildBlock(parts: readonly Part[], values: readonly unknown[]): Record<string, unknown> | undefined {
  let block: Record<string, unknown> | undefined;
  for (const part of parts) {
    const value = part.children
      ? (buildBlock(part.children, values) ?? (part.always ? {} : undefined))
      : values[part.slot];
    if (value === undefined) continue;
    block ??= {};
    block[part.key] = value;
  }
  return block;
}
