// The messages that a report holds as SARIF rules, with help text and address.
import type { Severity } from '../../model/finding.js';
import type { MessageDocumentation, RuleDocumentation } from '../../model/rule-documentation.js';
import type { Report, ReportFinding } from '../report.js';
import { linkRule } from '../rules/link.js';

/** SARIF's words for severities. */
export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const problems: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };

/** A rule for each message that a finding of the report has, in the order of their first findings. */
export function describeSarifRules(report: Report) {
  const first = new Map<string, ReportFinding>();
  for (const { findings } of report.documents) {
    for (const finding of findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  }
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  return [...first.values()].map((finding) => describeRule(report, finding, rules.get(finding.rule)));
}

function describeRule(report: Report, finding: ReportFinding, rule: RuleDocumentation | undefined) {
  const { severity, code, message, remedy } = finding;
  const told: Told = rule?.messages.find((one) => one.code === code) ?? { text: message, remedy };
  return {
    id: code,
    name: toPascalCase(code),
    shortDescription: { text: nameValues(told.text) },
    fullDescription: { text: rule?.summary ?? nameValues(told.text) },
    help: describeHelp(told, rule),
    // Left out of the JSON where nobody hosts the rules.
    helpUri: linkRule(report, finding.rule),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['migration', code.split('/')[0]], precision: 'high', 'problem.severity': problems[severity] },
  };
}

type Told = Pick<MessageDocumentation, 'text' | 'remedy'>;

function describeHelp({ text, remedy }: Told, rule: RuleDocumentation | undefined): { text: string; markdown: string } {
  const parts = [
    nameValues(text),
    ...(remedy ? [nameValues(remedy)] : []),
    ...(rule ? [rule.summary, `Evidence: ${rule.evidence}`, `More: ionos-pg-migrate rules ${rule.id}`] : []),
  ];
  const [what, ...rest] = parts;
  return { text: parts.join('\n\n'), markdown: [`**${what}**`, ...rest].join('\n\n') };
}

/** Where a message has a value of a document, its rule has the name of that value: `PATH is VALUE`. */
function nameValues(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
}

function toPascalCase(code: string): string {
  return code.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
