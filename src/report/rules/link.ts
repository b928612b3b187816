// Links from findings to the documentation of their rules. Every format links alike.

/** The anchor of a rule on a page of rules: `rule-instances-ram`. */
export function nameRuleAnchor(rule: string): string {
  return `rule-${rule.replaceAll('/', '-')}`;
}

/** Where a report's rules are documented; undefined where nobody hosts them. */
export interface RulesPlace {
  readonly rulesUrl: string | undefined;
}

/** The address of a rule's documentation, where there is one. */
export function linkRule({ rulesUrl }: RulesPlace, rule: string): string | undefined {
  return rulesUrl === undefined ? undefined : `${rulesUrl}#${nameRuleAnchor(rule)}`;
}

/** Where a rule is explained: its address, else the command that prints it. */
export function pointToRule(place: RulesPlace, rule: string): string {
  return linkRule(place, rule) ?? `ionos-pg-migrate rules ${rule}`;
}
