// The top of an HTML report: a chart of statuses, findings by code, and the open decisions.
import type { Status } from '../../../model/translation.js';
import { addCount, listGroups } from '../../finding-groups.js';
import type { Report } from '../../report.js';
import { nameRuleAnchor } from '../../rules/link.js';
import { describeFinding, nameAge } from '../../wording.js';
import { escapeXml } from '../xml.js';

const order: readonly Status[] = ['ready', 'review', 'blocked', 'unreadable', 'skipped'];
const meanings: Readonly<Record<Status, string>> = {
  ready: 'can be sent',
  review: 'can be sent after a look',
  blocked: 'an error stands in the way',
  unreadable: 'no document could be read',
  skipped: 'nothing to translate',
};

const numbers = new Set(['Findings', 'Documents']);

/** Renders the three cards. */
export function renderOverview(report: Report): string {
  return `<section class="cards" aria-label="Overview">
${renderStatuses(report)}
${renderDecisions(report)}
${renderCodes(report)}
${renderRun(report)}</section>`;
}

/** What is said of the run beside its documents. */
function renderRun({ run }: Report): string {
  if (run.length === 0) return '';
  const items = run.map((finding) => {
    const { severity, code, rule } = finding;
    const age = nameAge(finding) === 'new' ? ' <span class="badge new">new</span>' : '';
    const link = `<a href="#${nameRuleAnchor(rule)}">${escapeXml(code)}</a>`;
    return `<li class="${severity}"><span class="badge ${severity}">${severity}</span> ${link}${age}<div>${escapeXml(describeFinding(finding))}</div></li>`;
  });
  return `<div class="card wide"><h2>Of the run</h2><ul class="findings">${items.join('')}</ul></div>\n`;
}

function renderStatuses({ totals }: Report): string {
  const counts = order.map((status) => [status, totals.statuses[status]] as const).filter(([, count]) => count > 0);
  const rows = counts.map(
    ([status, count]) =>
      `<tr><td><button type="button" class="badge ${status}" data-status="${status}">${status}</button></td><td class="meaning">${meanings[status]}</td><td class="number">${count}</td></tr>`,
  );
  return `<div class="card"><h2>Documents by status</h2>
${drawChart(counts, totals.documents)}
<table aria-label="Documents by status"><thead><tr><th scope="col">Status</th><th scope="col" class="meaning">Meaning</th><th scope="col" class="number">Documents</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** A bar; the table beneath says the same in words, so people who do not see the bar miss nothing. */
function drawChart(counts: readonly (readonly [Status, number])[], all: number): string {
  let x = 0;
  const bars = counts.map(([status, count]) => {
    const width = (count / all) * 1000;
    const bar = `<rect class="${status}" x="${x.toFixed(1)}" y="0" width="${Math.max(width - 3, 1).toFixed(1)}" height="24"/>`;
    x += width;
    return bar;
  });
  return `<svg class="chart" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
}

function renderDecisions(report: Report): string {
  const rows = countDecisions(report).map(
    ([path, documents]) => `<tr><td><code>${escapeXml(path)}</code></td><td class="number">${documents}</td></tr>`,
  );
  const head = ['v2 value', 'Documents'];
  const body = rows.length > 0 ? renderTable('Open decisions', head, rows) : '<p>None.</p>';
  return `<div class="card"><h2>Open decisions</h2><p class="note">Values that a person must supply or confirm.</p>${body}</div>`;
}

/** The decisions that errors and warnings ask for, and how many documents wait for each, those of most first. */
function countDecisions({ documents }: Report): [path: string, documents: number][] {
  const counts = new Map<string, number>();
  for (const { findings } of documents) {
    const open = findings.filter(({ severity }) => severity !== 'info').flatMap(({ decision = [] }) => decision);
    for (const path of new Set(open)) addCount(counts, path, 1);
  }
  return [...counts].sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1));
}

/** A table that scrolls on its own where it is long; people without a mouse scroll it too. Numbers stand at the right. */
function renderTable(title: string, heads: readonly string[], rows: readonly string[]): string {
  const cells = heads.map((head) => `<th scope="col"${numbers.has(head) ? ' class="number"' : ''}>${head}</th>`);
  return `<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table aria-label="${title}"><thead><tr>${cells.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function renderCodes(report: Report): string {
  const codes = listGroups(report.totals.groups, ({ count }) => count);
  if (codes.length === 0) return '<div class="card wide"><h2>Findings</h2><p>None.</p></div>';
  const summaries = new Map(report.rules.map(({ id, summary }) => [id, summary]));
  const rows = codes.map(({ code, rule, severity, documents, count }) => {
    const filter = `<button type="button" class="link" data-code="${escapeXml(code)}">${escapeXml(code)}</button>`;
    const link = `<a href="#${nameRuleAnchor(rule)}">Rule<span class="said"> ${escapeXml(rule)}</span></a>`;
    const about = `<div class="note">${escapeXml(summaries.get(rule) ?? '')} ${link}</div>`;
    return `<tr><td><span class="badge ${severity}">${severity}</span></td><td>${filter}${about}</td><td class="number">${count}</td><td class="number">${documents}</td></tr>`;
  });
  const heads = ['Severity', 'Code', 'Findings', 'Documents'];
  return `<div class="card wide"><h2>Findings by code</h2>${renderTable('Findings by code', heads, rows)}</div>`;
}
