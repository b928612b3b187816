// Turns what a rule says into a finding: text, place, value, and what would settle it.
import { isScalar } from '../model/json.js';
import type { Say } from '../model/rule.js';
import type { StepState, Work } from './apply.js';
import type { Slot, Step, Unplaced } from './plan.js';
import { pointerOf, readSource } from './read.js';
import { render } from './template.js';

/** One rule speaking about one document. */
export interface Speech<Facts> {
  readonly work: Work<Facts>;
  readonly step: Step<Facts>;
  readonly findings: Unplaced[];
}

/** Adds the finding, unless people have settled all that would settle it. */
export function speak<Facts>({ work, step, findings }: Speech<Facts>, say: Say): void {
  const template = step.templates[say.id];
  if (!template) return;
  const { spec, code, settledBy } = template;
  const own = step.slots[0];
  const open = settledBy.filter((slot) => slot === own || work.supplied[slot.index] === undefined);
  if (settledBy.length > 0 && open.length === 0) return;
  const hidden = own ? work.supplied[own.index]?.secret === true : false;
  const data = hidden ? maskData(say.data) : say.data;
  const finding: Mutable<Unplaced> = {
    code,
    rule: step.rule.id,
    severity: spec.severity,
    message: render(template.text, data),
    remedy: render(template.remedy, data),
  };
  placeFinding(finding, { work, step, say });
  if (own?.pointer !== undefined) finding.to = own.pointer;
  if (open.length > 0) {
    finding.decision = open.map((slot) => slot.decision);
    finding.settle = open.some((slot) => isOccupied(work, slot)) ? 'override' : 'set';
    if (say.suggest && !hidden) finding.suggestion = say.suggest as NonNullable<Unplaced['suggestion']>;
  }
  findings.push(finding);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function placeFinding<Facts>(
  finding: Mutable<Unplaced>,
  { work, step, say }: { work: Work<Facts>; step: Step<Facts>; say: Say },
): void {
  const own = step.slots[0];
  if (own && work.supplied[own.index] && work.origins[own.index] !== 'map') return;
  for (const source of step.sources) {
    const value = readSource(work.input.value, source, work.item);
    if (value === undefined) continue;
    const pointer = pointerOf(source, work.item);
    finding.from = say.item === undefined ? pointer : `${pointer}/${say.item}`;
    if (isScalar(value) && !step.rule.secret) finding.value = value;
    return;
  }
}

/** Whether v1 holds something for the leaf, so that only an override settles it. */
function isOccupied<Facts>(work: Work<Facts>, slot: Slot): boolean {
  const state: StepState | undefined = work.states[work.plan.writers[slot.index] ?? -1];
  return state !== undefined && (state.present || work.origins[slot.index] === 'override');
}

function maskData(data: Say['data']): Say['data'] {
  return data && Object.fromEntries(Object.keys(data).map((key) => [key, '[redacted]']));
}
