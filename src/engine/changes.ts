// Writes the change records of a step: every present v1 leaf and every v2 value is named.
import type { Change } from '../model/change.js';
import { isScalar, type Json, redacted } from '../model/json.js';
import { pointerAt } from './compile-tree.js';
import type { Slot, Step } from './plan.js';
import { isOccupied, type Work } from './work.js';

const suppliedWhy = 'A person supplied the value, since v1 holds none.';
const overrideWhy = 'A person supplied the value, and it wins over v1.';
const nothing: readonly never[] = Object.freeze([]);
const noSources: Sources = { from: nothing, before: nothing };

interface Sources {
  readonly from: readonly string[];
  readonly before: readonly Json[];
}

/** Adds the changes of one step. */
export function recordChanges<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  const { slots, sources } = step;
  const [slot] = slots;
  if (sources.length === 1 && slots.length === 1 && slot && work.origins[slot.index] === 'rule') {
    const value = work.values[slot.index];
    if (value !== undefined && slot.pointer !== undefined) return void recordMove(work, step, changes);
  }
  if (!step.map && slots.length > 1 && slots.length === sources.length) return void recordCopies(work, step, changes);
  const v1 = listPresent(work, step);
  let rest = v1;
  let moved: Slot[] | undefined;
  for (const one of slots) {
    if (!isMoved(work, one, v1) || !isWritten(work, one)) continue;
    moved ??= [];
    moved.push(one);
  }
  if (moved) {
    const to = moved.map((one) => one.pointer as string);
    const after = moved.map((one) => show(work, step, one));
    changes.push({ kind: 'map', rule: step.id, from: v1.from, to, before: v1.before, after, why: step.summary });
    rest = noSources;
  }
  for (const one of slots) {
    if (isMoved(work, one, v1) || !isWritten(work, one)) continue;
    const { from, before } = rest;
    const to = step.slots.length === 1 ? step.to : [one.pointer as string];
    const after = [show(work, step, one)];
    changes.push({ kind: 'supply', rule: step.id, from, to, before, after, why: explain(work, step, one) });
    rest = noSources;
  }
  if (rest.from.length === 0) return;
  changes.push({
    kind: 'drop',
    rule: step.id,
    from: rest.from,
    to: nothing,
    before: rest.before,
    after: nothing,
    why: step.summary,
  });
}

/** One leaf to one leaf, which is most of them. */
function recordMove<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  const { item, values } = work.collected;
  const source = step.sources[0] as Step<Facts>['sources'][number];
  const slot = step.slots[0] as Slot;
  const before = values[source.index];
  const after = work.values[slot.index];
  const from = source.around && item ? [pointerAt(source, item)] : step.from;
  changes.push({
    kind: before === after && from[0] === slot.pointer ? 'keep' : 'map',
    rule: step.id,
    from,
    to: step.to,
    before: [step.secret ? redacted : (before as Json)],
    after: [step.secret ? redacted : (after as Json)],
    why: step.summary,
  });
}

/** Leaves that are copied side by side are told one by one, so that what stays is said to stay. */
function recordCopies<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  for (const [index, slot] of step.slots.entries()) {
    const source = step.sources[index];
    const value = work.values[slot.index];
    if (!source || value === undefined) continue;
    const isSame = source.pointer === slot.pointer;
    const shown = step.secret ? redacted : (value as Json);
    changes.push({
      kind: isSame ? 'keep' : 'map',
      rule: step.id,
      from: [source.pointer],
      to: [slot.pointer as string],
      before: [shown],
      after: [shown],
      why: step.summary,
    });
  }
}

/** Whether a value came from v1: by the rule, or composed where v1 had something in its place. */
function isMoved<Facts>(work: Work<Facts>, slot: Slot, v1: Sources): boolean {
  const origin = work.origins[slot.index];
  return origin === 'rule' || (origin === 'derived' && v1.from.length > 0);
}

function listPresent<Facts>(work: Work<Facts>, step: Step<Facts>): Sources {
  if (!work.present[step.index]) return noSources;
  const { item, values } = work.collected;
  const from: string[] = [];
  const before: Json[] = [];
  for (const source of step.sources) {
    const value = values[source.index];
    if (!isScalar(value)) continue;
    from.push(pointerAt(source, item));
    before.push(step.secret ? redacted : value);
  }
  return { from, before };
}

function isWritten<Facts>(work: Work<Facts>, slot: Slot): boolean {
  return slot.pointer !== undefined && work.values[slot.index] !== undefined;
}

function show<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): Json {
  if (step.secret || work.supplied[slot.index]?.secret) return redacted;
  return work.values[slot.index] as Json;
}

function explain<Facts>(work: Work<Facts>, step: Step<Facts>, slot: Slot): string {
  const origin = work.origins[slot.index];
  if (origin === 'fallback' || origin === 'derived') return step.summary;
  return origin !== 'fill' && (work.present[step.index] || !isOccupied(work, slot)) ? overrideWhy : suppliedWhy;
}
