// The rules as documentation: each is there with evidence, messages and remedies, where links of reports lead.
import { expect, test } from 'vitest';
import { operations } from '../../../src/facts/operations.js';
import { listRules, renderRulesHtml, renderRulesMarkdown } from '../../../src/index.js';
import { linkRule, nameRuleAnchor } from '../../../src/report/rules/link.js';

const rules = listRules();

test('every rule has the anchor that findings link to', () => {
  const [html, markdown] = [renderRulesHtml(rules), renderRulesMarkdown(rules)];
  for (const { id } of rules) {
    expect(html).toContain(`id="${nameRuleAnchor(id)}"`);
    expect(markdown).toContain(`<a id="${nameRuleAnchor(id)}"></a>`);
  }
  expect(linkRule({ rulesUrl: 'https://example.org/rules.html' }, 'instances/ram')).toBe(
    'https://example.org/rules.html#rule-instances-ram',
  );
  expect(new Set(rules.map(({ id }) => nameRuleAnchor(id))).size).toBe(rules.length);
});

test('one rule comes alone, with why, evidence, remedies and examples', () => {
  const [ram] = rules.filter(({ id }) => id === 'instances/ram');
  const markdown = renderRulesMarkdown(ram ? [ram] : []);
  expect(markdown).toContain('### instances/ram');
  expect(markdown).toContain('- evidence: ');
  expect(markdown).toContain('instances/ram/not-whole-gb');
  expect(markdown).toContain('Examples, laid over a valid document:');
  expect(markdown).not.toContain('# Rules\n');
  expect(markdown).not.toContain('# Operations\n');
});

test('all rules come with the table of operations', () => {
  const [, table = ''] = renderRulesMarkdown(rules).split('\n# Operations\n\n');
  const rows = table.trimEnd().split('\n').slice(2);
  expect(rows).toHaveLength(operations.data.rows.length);
  expect(table).toContain('| `PATCH /clusters/{clusterId}` | `PUT /clusters/{clusterId}` | ');
});
