// Turns what a rule says into a finding: text, place, value, and what would settle it.

import type { Unplaced } from '../model/finding.js';
import { isScalar, redacted } from '../model/json.js';
import type { Say } from '../model/rule.js';
import { pointerAt } from './compile-tree.js';
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
  if (template.constant && settle === 'set' && open === template.settledBy && !say.suggest && !say.choices)
    return void work.findings.push(template.constant);
  const isHidden = given?.supplied?.secret === true;
  const data = isHidden ? maskData(say.data) : say.data;
  const isOpen = !isHidden && open.length > 0;
  const source = isSupplied(given) ? undefined : findSource(work, step);
  const value = source && !step.secret ? work.collected.values[source.index] : undefined;
  work.findings.push(
    createFinding(template, {
      rule: step.id,
      message: render(template.text, data),
      remedy: render(template.remedy, data),
      from: source && placeSay(work, source, say),
      value,
      to: own?.pointer,
      decision: open === template.settledBy ? template.decision : open.map((slot) => slot.decision),
      settle,
      suggestion: isOpen ? say.suggest : undefined,
      choices: isOpen ? say.choices : undefined,
    }),
  );
}

/** What a finding is made of; what is undefined is left out. */
interface Material extends Pick<Unplaced, 'rule' | 'message' | 'remedy'> {
  readonly from: string | undefined;
  readonly value: unknown;
  readonly to: string | undefined;
  readonly decision: readonly string[];
  readonly settle: 'set' | 'override';
  readonly suggestion: Unplaced['suggestion'] | undefined;
  readonly choices: Unplaced['choices'] | undefined;
}

/** Most findings are of one of these shapes; an object written whole costs a third of one that grows. */
function createFinding(template: Template, material: Material): Unplaced {
  const { code, severity } = template;
  const { rule, message, remedy, from, value, to, decision, settle, suggestion, choices } = material;
  if (choices) return growFinding(template, material);
  if (from !== undefined && isScalar(value)) {
    if (decision.length === 0) {
      return to === undefined
        ? { code, rule, severity, message, remedy, from, value }
        : { code, rule, severity, message, remedy, from, value, to };
    }
    if (to !== undefined) {
      return suggestion
        ? { code, rule, severity, message, remedy, from, value, to, decision, settle, suggestion }
        : { code, rule, severity, message, remedy, from, value, to, decision, settle };
    }
  } else if (to !== undefined && decision.length > 0 && !suggestion) {
    if (from === undefined) return { code, rule, severity, message, remedy, to, decision, settle };
    return { code, rule, severity, message, remedy, from, to, decision, settle };
  }
  return growFinding(template, material);
}

function growFinding({ code, severity }: Template, material: Material): Unplaced {
  const { rule, message, remedy, from, value, to, decision, settle, suggestion, choices } = material;
  const finding: Mutable<Unplaced> = { code, rule, severity, message, remedy };
  if (from !== undefined) finding.from = from;
  if (isScalar(value)) finding.value = value;
  if (to !== undefined) finding.to = to;
  if (decision.length > 0) {
    finding.decision = decision;
    finding.settle = settle;
    if (suggestion) finding.suggestion = suggestion;
    if (choices) finding.choices = choices;
  }
  return finding;
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
