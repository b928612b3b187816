// Rules as people read them: what `rules`, the README and every report say of a rule.
import type { MessageSpec, Rule } from './rule.js';
import type { Target } from './translation.js';

/** A rule as people read it. */
export interface RuleDocumentation extends Pick<Rule, 'id' | 'kind' | 'summary' | 'evidence' | 'examples'> {
  /** v1 fields, dotted, without `properties`. */
  readonly from: readonly string[];
  /** v2 fields, dotted, without `properties`. */
  readonly to: readonly string[];
  /** Targets it serves; undefined for all cluster targets. */
  readonly targets: readonly Target[] | undefined;
  readonly secret: boolean;
  readonly messages: readonly MessageDocumentation[];
}

/** A message as people read it; `{name}` stands for data. */
export interface MessageDocumentation extends Pick<MessageSpec, 'severity' | 'text' | 'remedy'> {
  /** `block/field/message`, as findings carry it. */
  readonly code: string;
}
