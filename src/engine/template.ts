// Messages: cut once at their placeholders, put together when they are said.

import type { Rule, Say } from '../model/rule.js';
import { RuleListError, type Template, type V2Place } from './plan.js';

/** More than any list of allowed values or suggested name has. */
const longestValue = 400;

/** Finds the slot that a decision names, where the target has it and people can supply it. */
export type FindSlot = (path: string) => V2Place | undefined;

/** Cuts the messages of a rule. Throws a RuleListError for a suggestion that would reach nobody. */
export function compileMessages(rule: Rule<never>, slotOf: FindSlot): Map<string, Template> {
  const templates = new Map<string, Template>();
  for (const [id, spec] of Object.entries(rule.messages)) {
    const paths = spec.decision ?? (spec.severity === 'info' ? [] : rule.to);
    const settledBy = paths.flatMap((path) => slotOf(path) ?? []);
    const decision = Object.freeze(settledBy.map((slot) => slot.decision));
    const [code, text, remedy] = [`${rule.id}/${id}`, cut(spec.text), cut(spec.remedy)];
    const unasked = spec.suggests?.find(
      (path) => !decision.some((asked) => asked === path || asked.startsWith(`${path}.`)),
    );
    if (unasked)
      throw new RuleListError(`${code} suggests ${unasked}, which is no decision of it that people can make`);
    templates.set(id, { code, severity: spec.severity, text, remedy, settledBy, decision });
  }
  return templates;
}

/** Puts a cut text together: odd parts are names of data. */
export function render(parts: readonly string[], data: Say['data']): string {
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2) {
    text += shorten(`${data?.[parts[index] ?? ''] ?? '?'}`) + (parts[index + 1] ?? '');
  }
  return text;
}

/** A value of any length stands in the document; a sentence has room for its beginning. */
function shorten(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function cut(text: string): string[] {
  return text.split(/\{(\w+)\}/);
}
