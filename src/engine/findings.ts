// Turns what a rule says into a finding: text, place, value, and what would settle it.
import { isScalar } from '../model/json.js';
import type { Say } from '../model/rule.js';
import { pointerAt } from './compile-tree.js';
import type { Unplaced } from './input.js';
import type { Slot, Step, Template } from './plan.js';
import { render } from './template.js';
import { isOccupied, type Work } from './work.js';

/** One rule speaking about one document. */
export interface Speech<Facts> {
  readonly work: Work<Facts>;
  readonly step: Step<Facts>;
  readonly findings: Unplaced[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds the finding, unless people have settled all that would settle it. */
export function speak<Facts>({ work, step, findings }: Speech<Facts>, say: Say): void {
  const template = step.templates.get(say.id);
  if (!template) return;
  const own = step.slots[0];
  const open = work.input.supply ? listOpen(work, template, own) : template.settledBy;
  if (open.length === 0 && template.settledBy.length > 0) return;
  const isHidden = own !== undefined && work.supplied[own.index]?.secret === true;
  const data = isHidden ? maskData(say.data) : say.data;
  const finding: Mutable<Unplaced> = {
    code: template.code,
    rule: step.id,
    severity: template.spec.severity,
    message: render(template.text, data),
    remedy: render(template.remedy, data),
  };
  placeFinding(finding, { work, step }, say);
  if (own?.pointer !== undefined) finding.to = own.pointer;
  if (open.length > 0) {
    finding.decision = open === template.settledBy ? template.decision : open.map((slot) => slot.decision);
    finding.settle = open.some((slot) => isOccupied(work, slot)) ? 'override' : 'set';
    if (say.suggest && !isHidden) finding.suggestion = say.suggest;
  }
  findings.push(finding);
}

/** The slots that would still settle it: its own, since a supplied value may be the trouble, and those not supplied. */
function listOpen<Facts>(work: Work<Facts>, template: Template, own: Slot | undefined): readonly Slot[] {
  return template.settledBy.filter((slot) => slot === own || work.supplied[slot.index] === undefined);
}

function placeFinding<Facts>(
  finding: Mutable<Unplaced>,
  { work, step }: Omit<Speech<Facts>, 'findings'>,
  say: Say,
): void {
  const own = step.slots[0];
  if (own && work.supplied[own.index] && work.origins[own.index] !== 'map') return;
  for (const source of step.sources) {
    const value = work.collected.values[source.index];
    if (value === undefined) continue;
    const pointer = pointerAt(source, work.collected.item);
    finding.from = say.item === undefined ? pointer : `${pointer}/${say.item}`;
    if (isScalar(value) && !step.secret) finding.value = value;
    return;
  }
}

function maskData(data: Say['data']): Say['data'] {
  return data && Object.fromEntries(Object.keys(data).map((key) => [key, '[redacted]']));
}
