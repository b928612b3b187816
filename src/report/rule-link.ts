// Links from findings to the documentation of their rules. Every format links alike.

/** The anchor of a rule on a page of rules: `rule-instances-ram`. */
export function nameRuleAnchor(rule: string): string {
  return `rule-${rule.replaceAll('/', '-')}`;
}

/** The address of a rule's documentation. */
export function linkRule({ rulesUrl }: { readonly rulesUrl: string }, rule: string): string {
  return `${rulesUrl}#${nameRuleAnchor(rule)}`;
}
