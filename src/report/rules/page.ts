// The rules as a page of their own, with the anchors that reports link to (`--rules-url`).
import type { RuleDocumentation } from '../../model/rule-documentation.js';
import { renderPage } from '../formats/html/html.js';
import { escapeXml } from '../formats/xml.js';
import { renderRuleHtml } from './html.js';

/** Renders rules as a page that needs nothing else. Rules are unfolded, so that a link leads to what it names. */
export function renderRulesHtml(rules: readonly RuleDocumentation[]): string {
  const items = rules.map(renderRuleHtml).map((rule) => rule.replace('<details ', '<details open '));
  const title = rules.length === 1 ? `Rule ${rules[0]?.id}` : 'Rules of ionos-pg-migrate';
  const body = `<header><h1>${escapeXml(title)}</h1></header>\n<main id="rules">\n${items.join('\n')}\n</main>`;
  return renderPage(title, body);
}
