// The rules as documentation: what `rules`, the README and reports say of them comes from the declarations.
import { toDotted } from '../model/path.js';
import type { RuleDocumentation } from '../model/rule-documentation.js';
import { clusterTargets } from './define.js';
import { allRules } from './index.js';

/** Every rule, in the order of their ids. */
export function listRules(): RuleDocumentation[] {
  const byId = [...allRules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return byId.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    summary: rule.summary,
    evidence: rule.evidence,
    from: rule.from.map(shorten),
    to: rule.to.map(shorten),
    targets: rule.targets === clusterTargets || rule.targets.length === 0 ? undefined : rule.targets,
    secret: rule.secret === true,
    messages: Object.entries(rule.messages).map(([id, { severity, text, remedy }]) => ({
      code: `${rule.id}/${id}`,
      severity,
      text,
      remedy,
    })),
    examples: rule.examples,
  }));
}

function shorten(path: string): string {
  return toDotted(`/${path.replaceAll('.', '/')}`);
}
