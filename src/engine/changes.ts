// Writes the change records of a step: every present v1 leaf and every v2 value is named.
import type { Change } from '../model/change.js';
import { isScalar, type Json, redacted } from '../model/json.js';
import { hideInUrl } from '../model/url.js';
import { pointerAt } from './compile-tree.js';
import type { Step, V1Place, V2Place } from './plan.js';
import { isOccupied, type Work } from './work.js';

const suppliedWhy = 'A person supplied the value, since v1 holds none.';
const overrideWhy = 'A person supplied the value, and it wins over v1.';
const repairWhy = 'A person supplied the value, since v2 refuses that of v1.';
const omittedWhy = 'v2 takes the block only whole, and a part of it has no value.';
const nothing: readonly never[] = Object.freeze([]);
const hidden: readonly Json[] = Object.freeze([redacted]);
const noSources: Sources = { from: nothing, before: nothing };

interface Sources {
  readonly from: readonly string[];
  readonly before: readonly Json[];
}

interface Moved {
  readonly to: readonly string[];
  readonly after: readonly Json[];
}

/** The changes of a document, in the order of the steps. */
export function listChanges<Facts>(work: Work<Facts>): Change[] {
  const changes: Change[] = [];
  const { values, given, present } = work;
  for (const step of work.plan.steps) {
    const { index, slot, slots } = step;
    const isPresent = present[index] === true;
    const value = slot < 0 ? undefined : values[slot];
    const isAlone = slots.length < 2 || isRestEmpty(work, slots);
    if (isAlone && value === undefined) {
      if (isPresent) recordDrop(work, step, changes);
    } else if (isAlone && step.isMove && given[slot] === undefined) changes.push(describeMove(work, step));
    else recordChanges(work, step, changes);
  }
  return changes;
}

/** Adds the changes of a step that writes something. */
function recordChanges<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  const { slots, slot, id: rule, summary: why } = step;
  if (step.isCopy) return void recordCopies(work, step, changes);
  const v1 = listPresent(work, step);
  let rest = v1;
  const moved = listMoved(work, step, v1);
  if (moved) {
    changes.push({ kind: 'map', rule, from: rest.from, to: moved.to, before: rest.before, after: moved.after, why });
    rest = noSources;
  }
  for (const one of slots) {
    if (isMoved(work, one, v1) || !isWritten(work, one)) continue;
    const { from, before } = rest;
    const to = one.index === slot ? step.to : [one.pointer as string];
    const after = [show(work, step, one)];
    changes.push({ kind: 'supply', rule, from, to, before, after, why: explain(work, step, one) });
    rest = noSources;
  }
  if (rest.from.length > 0) changes.push(describeDrop(work, step, rest));
}

function recordDrop<Facts>(work: Work<Facts>, step: Step<Facts>, changes: Change[]): void {
  const v1 = listPresent(work, step);
  if (v1.from.length > 0) changes.push(describeDrop(work, step, v1));
}

function describeDrop<Facts>(work: Work<Facts>, step: Step<Facts>, { from, before }: Sources): Change {
  const { id: rule, slot, summary } = step;
  const why = slot >= 0 && work.given[slot]?.origin === 'omitted' ? omittedWhy : summary;
  return { kind: 'drop', rule, from, to: nothing, before, after: nothing, why };
}

/** One leaf to one leaf. Lists of what stays as it was are shared by both sides: this is most of what streams hold. */
function describeMove<Facts>(work: Work<Facts>, step: Step<Facts>): Change {
  const { id: rule, summary: why, to } = step;
  const from = placeFirst(work, step);
  const value = work.collected.values[step.source] as Json;
  const written = work.values[step.slot] as Json;
  const isSame = value === written;
  const before = step.secret ? hidden : [showV1(step, value)];
  const after = step.secret ? hidden : isSame ? before : [written];
  return { kind: isSame && step.isStay ? 'keep' : 'map', rule, from, to, before, after, why };
}

/** Where the first source of a step stands; the list is shared but for items behind the first of an array. */
function placeFirst<Facts>({ collected: { item } }: Work<Facts>, { sources, from }: Step<Facts>): readonly string[] {
  if (!item) return from;
  const [source] = sources as readonly [V1Place];
  return source.around ? [pointerAt(source, item)] : from;
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
function isMoved<Facts>(work: Work<Facts>, slot: V2Place, v1: Sources): boolean {
  const origin = work.given[slot.index]?.origin;
  return origin === undefined || (origin === 'derived' && v1.from.length > 0);
}

function listPresent<Facts>(work: Work<Facts>, step: Step<Facts>): Sources {
  if (!work.present[step.index]) return noSources;
  const { item, values } = work.collected;
  const [first] = step.sources;
  if (first && step.sources.length === 1) {
    const value = values[first.index];
    if (!isScalar(value)) return noSources;
    return { from: placeFirst(work, step), before: step.secret ? hidden : [showV1(step, value)] };
  }
  const from: string[] = [];
  const before: Json[] = [];
  for (const source of step.sources) {
    const value = values[source.index];
    if (!isScalar(value)) continue;
    from.push(pointerAt(source, item));
    before.push(showV1(step, value));
  }
  return { from, before };
}

/** A v1 value as reports may show it. */
function showV1<Facts>({ secret, url }: Step<Facts>, value: Json): Json {
  if (secret) return redacted;
  return url && typeof value === 'string' ? hideInUrl(value) : value;
}

/** Whether only the first slot of a step has a value. */
function isRestEmpty<Facts>(work: Work<Facts>, slots: readonly V2Place[]): boolean {
  for (let at = 1; at < slots.length; at += 1) if (work.values[slots[at]?.index ?? -1] !== undefined) return false;
  return true;
}

/** The v2 values that a rule gave, as places and values. */
function listMoved<Facts>(work: Work<Facts>, step: Step<Facts>, v1: Sources): Moved | undefined {
  const [first] = step.slots;
  if (first && step.slots.length === 1) {
    if (!isMoved(work, first, v1) || !isWritten(work, first)) return undefined;
    // Written whole, since a list that grows takes room for many.
    return { to: step.to, after: [show(work, step, first)] };
  }
  const moved = step.slots.filter((slot) => isMoved(work, slot, v1) && isWritten(work, slot));
  if (moved.length === 0) return undefined;
  return { to: moved.map((slot) => slot.pointer as string), after: moved.map((slot) => show(work, step, slot)) };
}

function isWritten<Facts>(work: Work<Facts>, slot: V2Place): boolean {
  return slot.pointer !== undefined && work.values[slot.index] !== undefined;
}

function show<Facts>(work: Work<Facts>, step: Step<Facts>, slot: V2Place): Json {
  if (step.secret || work.given[slot.index]?.supplied?.secret) return redacted;
  return work.values[slot.index] as Json;
}

function explain<Facts>(work: Work<Facts>, step: Step<Facts>, slot: V2Place): string {
  const { origin, supplied } = work.given[slot.index] ?? {};
  if (supplied?.why !== undefined) return supplied.why;
  if (origin === 'fallback' || origin === 'derived') return step.summary;
  if (origin === 'repair') return repairWhy;
  return origin !== 'fill' && (work.present[step.index] || !isOccupied(work, slot)) ? overrideWhy : suppliedWhy;
}
