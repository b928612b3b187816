// The rules as a page of their own, with contents and search, and with the anchors that reports link to (`--rules-url`).
import { groupBy } from '../../model/group.js';
import type { RuleDocumentation } from '../../model/rule-documentation.js';
import { renderPage } from '../formats/html/html.js';
import { rulesScript, rulesScriptHash } from '../formats/html/page-code.js';
import { escapeXml } from '../formats/xml.js';
import { renderRuleHtml } from './html.js';
import { nameRuleAnchor } from './link.js';

/** Renders rules as a page that needs nothing else. Rules are unfolded, so that a link leads to what it names. */
export function renderRulesHtml(rules: readonly RuleDocumentation[]): string {
  const items = rules.map(renderRuleHtml).map((rule) => rule.replace('<details ', '<details open '));
  const title = rules.length === 1 ? `Rule ${rules[0]?.id}` : 'Rules of ionos-pg-migrate';
  const body = [
    `<header><h1>${escapeXml(title)}</h1></header>`,
    ...(rules.length > 1 ? [search, renderContents(rules)] : []),
    `<main id="rules">\n${items.join('\n')}\n</main>`,
    ...(rules.length > 1 ? [`<script>${rulesScript}</script>`] : []),
  ];
  return renderPage(title, body.join('\n'), rulesScriptHash);
}

const search = `<div class="filters" id="filters" role="search" hidden>
<label class="grow">Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<p id="count" class="count" role="status"></p>
</div>`;

/** The rules by their blocks, as links. */
function renderContents(rules: readonly RuleDocumentation[]): string {
  const blocks = [...groupBy(rules, ({ id }) => id.split('/', 1)[0] ?? '')].map(([block, own]) => {
    const links = own.map(({ id }) => `<li><a href="#${nameRuleAnchor(id)}">${escapeXml(id)}</a></li>`);
    return `<section><h2>${escapeXml(block)}</h2><ul>${links.join('')}</ul></section>`;
  });
  return `<nav class="contents" aria-label="Contents">${blocks.join('')}</nav>`;
}
