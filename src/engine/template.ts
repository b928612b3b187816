// Messages: cut once at their placeholders, put together when they are said.
import type { Rule, Say } from '../model/rule.js';
import type { Slot, Template } from './plan.js';

/** More than any list of allowed values or suggested name has. */
const longestValue = 400;

/** Cuts the messages of a rule; `slotOf` finds the v2 slots that a decision names, where the target has them. */
export function compileMessages(rule: Rule<never>, slotOf: (path: string) => Slot | undefined): Map<string, Template> {
  const templates = new Map<string, Template>();
  for (const [id, spec] of Object.entries(rule.messages)) {
    const paths = spec.decision ?? (spec.severity === 'info' ? [] : rule.to);
    const settledBy = paths.flatMap((path) => slotOf(path) ?? []);
    const decision = Object.freeze(settledBy.map((slot) => slot.decision));
    templates.set(id, {
      code: `${rule.id}/${id}`,
      severity: spec.severity,
      text: cut(spec.text),
      remedy: cut(spec.remedy),
      settledBy,
      decision,
    });
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
