// The rules as Markdown: a table of all, each with its evidence, messages, remedies and examples, and the operations.
import type { Example } from '../../model/rule.js';
import type { MessageDocumentation, RuleDocumentation } from '../../model/rule-documentation.js';
import { codeMarkdown, escapeMarkdown } from '../formats/markdown-text.js';
import { nameRuleAnchor } from './link.js';
import { renderOperationsTable } from './operations.js';
import { describeFields, describeGiven } from './words.js';

/** Renders rules; one alone comes without the tables of rules and operations. */
export function renderRulesMarkdown(rules: readonly RuleDocumentation[]): string {
  const sections = rules.map(renderRule).join('\n');
  if (rules.length === 1) return sections;
  return `# Rules\n\n${renderTable(rules)}\n${sections}\n# Operations\n\n${renderOperationsTable()}`;
}

function renderTable(rules: readonly RuleDocumentation[]): string {
  const rows = rules.map(({ id, kind, summary, from, to }) => {
    const cells = [
      `[${codeMarkdown(id)}](#${nameRuleAnchor(id)})`,
      kind,
      list(from),
      list(to),
      escapeMarkdown(summary),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
  return `| rule | kind | v1 | v2 | what it does |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
}

function renderRule(rule: RuleDocumentation): string {
  const { id, kind, summary, evidence, from, to, messages, examples } = rule;
  const lines = [
    `<a id="${nameRuleAnchor(id)}"></a>`,
    '',
    `### ${id}`,
    '',
    escapeMarkdown(summary),
    '',
    `- kind: ${kind}`,
    `- v1: ${list(from)}`,
    `- v2: ${list(to)}`,
    `- evidence: ${escapeMarkdown(evidence)}`,
    '',
  ];
  if (messages.length > 0) lines.push(...messages.map(renderMessage), '');
  if (examples.length > 0) lines.push('Examples, laid over a valid document:', '', ...examples.map(renderExample), '');
  return lines.join('\n');
}

function renderMessage({ code, severity, text, remedy }: MessageDocumentation): string {
  const next = remedy ? ` → ${escapeMarkdown(remedy)}` : '';
  return `- **${severity}** ${codeMarkdown(code)}: ${escapeMarkdown(text)}${next}`;
}

function renderExample(example: Example): string {
  const { gives, says = [] } = example;
  const outcome = [
    gives ? `gives ${codeMarkdown(describeFields(gives))}` : '',
    says.length > 0 ? `says ${says.map(codeMarkdown).join(', ')}` : '',
  ];
  return `- ${codeMarkdown(describeGiven(example))} ${outcome.filter(Boolean).join(', ')}`.trimEnd();
}

function list(fields: readonly string[]): string {
  return fields.map(codeMarkdown).join(', ') || '–';
}
