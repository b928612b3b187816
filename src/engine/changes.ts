// Writes the change records of a step: every present v1 leaf and every v2 value is named.
import type { Change } from '../model/change.js';
import { isScalar, type Json, redacted } from '../model/json.js';
import type { StepState, Work } from './apply.js';
import type { Slot, Step } from './plan.js';
import { isUnderBad, pointerOf, readSource } from './read.js';

const suppliedWhy = 'A person supplied the value, since v1 holds none.';
const overrideWhy = 'A person supplied the value, and it wins over v1.';

/** Adds the changes of one step. */
export function recordChanges<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  const { rule } = step;
  const { from, before } = listSources(work, step);
  const moved: Slot[] = [];
  const given: Slot[] = [];
  for (const slot of step.slots) {
    const origin = work.origins[slot.index];
    if (slot.pointer === undefined || work.values[slot.index] === undefined) continue;
    if (origin === 'rule') moved.push(slot);
    else given.push(slot);
  }
  const to = moved.map((slot) => slot.pointer as string);
  const after = moved.map((slot) => show(work, step, slot));
  if (moved.length > 0) {
    const kept =
      from.length === 1 && to.length === 1 && from[0] === to[0] && (rule.secret === true || before[0] === after[0]);
    changes.push({ kind: kept ? 'keep' : 'map', rule: rule.id, from, to, before, after, why: rule.summary });
  }
  let unnamed = moved.length === 0;
  for (const slot of given) {
    changes.push({
      kind: 'supply',
      rule: rule.id,
      from: unnamed ? from : [],
      to: [slot.pointer as string],
      before: unnamed ? before : [],
      after: [show(work, step, slot)],
      why: explain(work, slot) ?? rule.summary,
    });
    unnamed = false;
  }
  if (unnamed && from.length > 0)
    changes.push({ kind: 'drop', rule: rule.id, from, to: [], before, after: [], why: rule.summary });
}

function listSources<Facts>(work: Work<Facts>, step: Step<Facts>): { from: string[]; before: Json[] } {
  const from: string[] = [];
  const before: Json[] = [];
  const { input, item } = work;
  for (const source of step.sources) {
    const value = readSource(input.value, source, item);
    if (!isScalar(value) || (input.bad.length > 0 && isUnderBad(source, item, input.bad))) continue;
    from.push(pointerOf(source, item));
    before.push(step.rule.secret ? redacted : value);
  }
  return { from, before };
}

function show<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): Json {
  if (step.rule.secret || work.supplied[slot.index]?.secret) return redacted;
  return work.values[slot.index] as Json;
}

function explain<Facts>(work: Work<Facts>, slot: Slot): string | undefined {
  const origin = work.origins[slot.index];
  if (origin === 'fill') return suppliedWhy;
  if (origin === 'fallback') return undefined;
  const state: StepState | undefined = work.states[work.plan.writers[slot.index] ?? -1];
  return state?.present ? overrideWhy : suppliedWhy;
}
