// A rule as HTML: what it does, why, its messages and its examples. Reports and the page of all rules show it alike.
import type { Example } from '../../model/rule.js';
import type { RuleDocumentation } from '../../model/rule-documentation.js';
import { escapeXml } from '../formats/xml.js';
import { nameRuleAnchor } from './link.js';
import { describeFields, describeGiven } from './words.js';

/** Renders one rule, folded, with its anchor. */
export function renderRuleHtml(rule: RuleDocumentation): string {
  const { id, summary, evidence, from, to, messages, examples } = rule;
  const parts = [
    `<p>${escapeXml(summary)}</p>`,
    `<p class="note">v1 ${listFields(from)} · v2 ${listFields(to)}</p>`,
    `<p class="note">Evidence: ${escapeXml(evidence)}</p>`,
    ...(messages.length > 0 ? [`<ul class="findings">${messages.map(renderMessage).join('')}</ul>`] : []),
    ...(examples.length > 0 ? [`<h3>Examples</h3><ul>${examples.map(renderExample).join('')}</ul>`] : []),
  ];
  return `<details id="${nameRuleAnchor(id)}"><summary><code>${escapeXml(id)}</code></summary>${parts.join('')}</details>`;
}

function listFields(fields: readonly string[]): string {
  return fields.map((field) => `<code>${escapeXml(field)}</code>`).join(', ') || '–';
}

function renderMessage({ code, severity, text, remedy }: RuleDocumentation['messages'][number]): string {
  const next = remedy ? `<div class="remedy">→ ${escapeXml(remedy)}</div>` : '';
  return `<li class="${severity}"><span class="badge ${severity}">${severity}</span> <code>${escapeXml(code)}</code><div>${escapeXml(text)}</div>${next}</li>`;
}

function renderExample(example: Example): string {
  const { gives, says = [] } = example;
  const outcome = [
    gives ? `gives <code>${escapeXml(describeFields(gives))}</code>` : '',
    says.length > 0 ? `says ${escapeXml(says.join(', '))}` : '',
  ];
  return `<li><code>${escapeXml(describeGiven(example))}</code> ${outcome.filter(Boolean).join(', ')}</li>`;
}
