// `rules`: the rules as a table, or one of them with its messages and examples.
import {
  describeFields,
  describeGiven,
  exitCodes,
  listRules,
  type RuleDocumentation,
  renderRulesHtml,
  renderRulesMarkdown,
} from '../index.js';
import type { RulesArguments } from './line/options.js';
import { failUsage, suggest } from './line/usage.js';
import { choosePalette } from './talk/terminal.js';

/** Runs `rules` and gives its exit code. */
export function runRules(args: RulesArguments): number {
  process.stdout.write(renderRules(chooseRules(args.id), args));
  return exitCodes.clean;
}

function chooseRules(id: string | undefined): RuleDocumentation[] {
  const rules = listRules();
  if (id === undefined) return rules;
  const chosen = rules.filter((rule) => rule.id === id);
  if (chosen.length > 0) return chosen;
  const message = rules.flatMap((rule) => chooseMessage(rule, id));
  if (message.length > 0) return message;
  const known = rules.flatMap((rule) => [rule.id, ...rule.messages.map(({ code }) => code)]);
  failUsage(`there is no rule and no message ${id}${suggest(id, known) || suggestPart(id, known)}`);
}

const shownIds = 5;

/** The ids that have a word as a part, else those with a part near to it. */
function suggestPart(word: string, known: readonly string[]): string {
  const parts = known.flatMap((id) => id.split('/'));
  const near = [
    word,
    ...[...suggest(word, [...new Set(parts)]).matchAll(/(?:mean|or) ([^ ?]+)/g)].map(([, one]) => one),
  ];
  const found = near
    .map((part) => known.filter((id) => id.split('/').includes(part ?? '')))
    .find((ids) => ids.length > 0);
  return found ? ` (did you mean ${found.slice(0, shownIds).join(' or ')}?)` : '; the command rules lists them';
}

/** The rule with one message only: the one of a code, as findings have it. */
function chooseMessage(rule: RuleDocumentation, code: string): RuleDocumentation[] {
  const messages = rule.messages.filter((message) => message.code === code);
  if (messages.length === 0) return [];
  const said = code.slice(rule.id.length + 1);
  return [{ ...rule, messages, examples: rule.examples.filter(({ says = [] }) => says.includes(said)) }];
}

function renderRules(rules: readonly RuleDocumentation[], args: RulesArguments): string {
  if (args.format === 'json') return `${JSON.stringify(rules, null, 2)}\n`;
  if (args.format === 'markdown') return renderRulesMarkdown(rules);
  if (args.format === 'html') return renderRulesHtml(rules);
  const lines = args.id === undefined ? listTable(rules) : rules.flatMap((rule) => describeRule(rule, args));
  return `${lines.join('\n')}\n`;
}

function listTable(rules: readonly RuleDocumentation[]): string[] {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, kind, summary }) => `${id.padEnd(width)}  ${kind.padEnd(6)}  ${summary}`);
}

function describeRule(rule: RuleDocumentation, { color }: RulesArguments): string[] {
  const { bold, dim } = choosePalette(color, process.stdout);
  const lines = [`${bold(rule.id)}  ${rule.kind}`, `  ${rule.summary}`, ''];
  lines.push(`  v1        ${rule.from.join(', ') || '–'}`, `  v2        ${rule.to.join(', ') || '–'}`);
  lines.push(`  evidence  ${rule.evidence}`);
  if (rule.messages.length > 0) lines.push('', `  ${bold('messages')}`);
  for (const { code, severity, text, remedy } of rule.messages) {
    lines.push(`    ${severity.padEnd(7)}  ${code}`, `             ${text}`);
    if (remedy) lines.push(`             → ${remedy}`);
  }
  if (rule.examples.length > 0) lines.push('', `  ${bold('examples')} ${dim('(laid over a valid document)')}`);
  for (const example of rule.examples) {
    const { gives, says } = example;
    lines.push(`    given  ${describeGiven(example)}`);
    if (gives) lines.push(`    gives  ${describeFields(gives)}`);
    if (says && says.length > 0) lines.push(`    says   ${says.join(', ')}`);
  }
  return lines;
}
