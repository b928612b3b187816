// Turns what a rule says into a finding: text, place, value, and what would settle it.

import type { Unplaced } from '../model/finding.js';
import { isScalar, redacted } from '../model/json.js';
import { showOriginal } from '../model/opaque.js';
import type { Say } from '../model/rule.js';
import { pointerAt } from './compile-tree.js';
import { tellOrigin } from './expressions.js';
import type { Given, Step, Template, V1Place, V2Place } from './plan.js';
import { render } from './template.js';
import { isOccupied, type Work } from './work.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds a finding of a step, unless people have settled all that would settle it. */
export function speak<Facts>(work: Work<Facts>, step: Step<Facts>, say: Say): void {
  const template = step.templates.get(say.id);
  if (!template) return;
  const [own] = step.slots;
  const given = own && work.given[own.index];
  const open = listOpen(work, template, own);
  if (open.length === 0 && template.settledBy.length > 0) return;
  const settle = isAnyOccupied(work, open) ? 'override' : 'set';
  const source = isSupplied(given) ? undefined : findSource(work, step);
  const opaque = source && work.collected.opaques?.[source.index];
  const isHidden = given?.supplied?.secret === true || opaque?.isSecret === true;
  const data = isHidden ? maskData(say.data) : say.data;
  const isOpen = !isHidden && open.length > 0;
  const value =
    source && !step.secret ? (opaque ? showOriginal(opaque) : work.collected.values[source.index]) : undefined;
  const finding: Mutable<Unplaced> = {
    code: template.code,
    rule: step.id,
    severity: template.severity,
    message: opaque ? render(template.text, data) + tellOrigin(opaque) : render(template.text, data),
    remedy: render(template.remedy, data),
  };
  if (source) finding.from = placeSay(work, source, say);
  if (isScalar(value)) finding.value = value;
  if (own?.pointer !== undefined) finding.to = own.pointer;
  if (open.length > 0) {
    finding.decision = open === template.settledBy ? template.decision : open.map((slot) => slot.decision);
    finding.settle = settle;
    addSection(work, step, { finding, open, say });
  }
  if (isOpen && say.suggest) finding.suggestion = say.suggest;
  if (isOpen && say.choices) finding.choices = say.choices;
  work.findings.push(finding);
}

interface Settling {
  readonly finding: Mutable<Unplaced>;
  readonly open: readonly V2Place[];
  readonly say: Say;
}

/** Says which section of decisions would settle a finding, for what is proposed first. */
function addSection<Facts>(work: Work<Facts>, step: Step<Facts>, { finding, open, say }: Settling): void {
  const proposed = open.find(({ decision }) => say.suggest?.[decision] !== undefined) ?? (open[0] as V2Place);
  const { silent, said } = proposed.sections;
  finding.section = finding.settle === 'set' ? silent : said;
  if (finding.section !== 'map') return;
  const isHidden = step.secret || work.collected.opaques?.[step.source]?.isSecret === true;
  const key = proposed.index === step.slot && !isHidden ? findKey(work, proposed) : undefined;
  if (key === undefined) finding.section = 'repairs';
  else finding.key = key;
}

/** What a map calls the value of v1: its text, else the v2 value that a rule made of it. */
function findKey<Facts>(work: Work<Facts>, { index }: V2Place): string | undefined {
  const writer = work.plan.steps[work.plan.writers[index] as number] as Step<Facts>;
  if (work.given[index] !== undefined || (work.broken[writer.index] && !work.says?.[writer.index])) return undefined;
  const original = work.collected.values[writer.source];
  if (typeof original === 'string') return original;
  const made = work.values[index];
  return made === undefined ? undefined : String(made);
}

/** The slots that would still settle it: its own, since a supplied value may be the trouble, and those without one. */
function listOpen<Facts>(
  { given }: Work<Facts>,
  { settledBy }: Template,
  own: V2Place | undefined,
): readonly V2Place[] {
  for (const slot of settledBy) {
    if (slot !== own && isGiven(given[slot.index]))
      return settledBy.filter((one) => one === own || !isGiven(given[one.index]));
  }
  return settledBy;
}

function isGiven(given: Given | undefined): boolean {
  return given?.supplied !== undefined;
}

function isAnyOccupied<Facts>(work: Work<Facts>, slots: readonly V2Place[]): boolean {
  for (const slot of slots) if (isOccupied(work, slot)) return true;
  return false;
}

/** A finding on a value that people supplied is not about v1, unless they only mapped what v1 says. */
function isSupplied(given: Given | undefined): boolean {
  return given?.supplied !== undefined && given.origin !== 'map';
}

/** The v1 place that a finding is about: the first with a value. */
function findSource<Facts>(work: Work<Facts>, step: Step<Facts>): V1Place | undefined {
  for (const source of step.sources) if (work.collected.values[source.index] !== undefined) return source;
  return undefined;
}

function placeSay<Facts>(work: Work<Facts>, source: V1Place, { item }: Say): string {
  const pointer = pointerAt(source, work.collected.item);
  return item === undefined ? pointer : `${pointer}/${item}`;
}

function maskData(data: Say['data']): Say['data'] {
  return data && Object.fromEntries(Object.keys(data).map((key) => [key, redacted]));
}
