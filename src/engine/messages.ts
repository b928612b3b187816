// Findings of rules that speak about a document as a whole, outside a plan.

import type { Unplaced } from '../model/finding.js';
import type { Rule, Say } from '../model/rule.js';
import { compileMessages, render } from './template.js';

/** Says a message of a rule; `extra` adds places and decisions. */
export type Messages = (id: string, data?: Say['data'], extra?: Partial<Unplaced>) => Unplaced;

/** Makes a speaker for a rule. */
export function messagesOf(rule: Rule<never>): Messages {
  const templates = compileMessages(rule, () => undefined);
  return (id, data, extra) => {
    const template = templates.get(id);
    return {
      code: `${rule.id}/${id}`,
      rule: rule.id,
      severity: template?.severity ?? 'error',
      message: render(template?.text ?? [], data),
      remedy: render(template?.remedy ?? [], data),
      ...extra,
    };
  };
}
