// Rules as people read them: what `rules`, the README and every report say of a rule.
import type { Severity } from './finding.js';
import type { Example, RuleKind } from './rule.js';
import type { Target } from './translation.js';

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
