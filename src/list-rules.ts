// The rules as documentation: what `rules`, the README and reports say of them comes from the declarations.
import type { Severity } from './model/finding.js';
import { toDotted } from './model/path.js';
import type { Example, RuleKind } from './model/rule.js';
import type { Target } from './model/translation.js';
import { allRules } from './rules/index.js';

/** A rule as people read it. */
export interface RuleDocumentation {
  readonly id: string;
  readonly kind: RuleKind;
  readonly summary: string;
  readonly evidence: string;
  /** v1 fields, dotted, without `properties`. */
  readonly from: readonly string[];
  /** v2 fields, dotted, without `properties`. */
  readonly to: readonly string[];
  /** Targets it serves; undefined for all cluster targets. */
  readonly targets: readonly Target[] | undefined;
  readonly secret: boolean;
  readonly messages: readonly MessageDocumentation[];
  readonly examples: readonly Example[];
}

/** A message as people read it; `{name}` stands for data. */
export interface MessageDocumentation {
  /** `block/field/message`, as findings carry it. */
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  readonly remedy: string;
}

/** Every rule, in the order of the registry. */
export function listRules(): RuleDocumentation[] {
  return allRules.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    summary: rule.summary,
    evidence: rule.evidence,
    from: rule.from.map(shorten),
    to: rule.to.map(shorten),
    targets: rule.targets && rule.targets.length > 0 ? rule.targets : undefined,
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
