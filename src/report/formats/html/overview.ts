// The top of an HTML report: what the documents come to, which decisions settle most of them, and what to run next.
import type { Status } from '../../../model/translation.js';
import { addCount, listGroups } from '../../finding-groups.js';
import { listSteps, type Step } from '../../next-steps.js';
import type { Report } from '../../report.js';
import { nameRuleAnchor } from '../../rules/link.js';
import { countNoun, describeFinding, listOpen, nameAge } from '../../wording.js';
import { escapeXml } from '../xml.js';

const order: readonly Status[] = ['ready', 'review', 'blocked', 'unreadable', 'skipped'];
const translated: Readonly<Record<Status, string>> = {
  ready: 'can be sent',
  review: 'can be sent after a look',
  blocked: 'an error stands in the way',
  unreadable: 'no document could be read',
  skipped: 'nothing to translate',
};
const compared: typeof translated = {
  ready: 'v2 says what v1 says',
  review: 'v2 says something else',
  blocked: 'something of v1 is lost, or cannot be compared',
  unreadable: 'no document could be read',
  skipped: 'nothing to compare',
};
/** So many decisions are told first. */
const shownDecisions = 3;
const numbers = new Set(['Findings', 'Documents']);

/** Renders what a person sees first. */
export function renderOverview(report: Report): string {
  return `<section class="cards" aria-label="Overview">
${renderStatuses(report)}
${renderNext(report)}
</section>`;
}

/** Renders what there is to look up: findings by code, all decisions, and what is said of the run. */
export function renderSums(report: Report): string {
  return `<section class="cards" aria-label="Sums">
${renderRun(report)}${renderCodes(report)}
${renderDecisions(report)}
</section>`;
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

function renderStatuses({ totals, subject }: Report): string {
  const meanings = subject.what === 'comparison' ? compared : translated;
  const counts = order.map((status) => [status, totals.statuses[status]] as const).filter(([, count]) => count > 0);
  const rows = counts.map(
    ([status, count]) =>
      `<tr><td><button type="button" class="badge ${status}" data-status="${status}">${status}</button></td><td class="meaning">${meanings[status]}</td><td class="number">${count}</td></tr>`,
  );
  return `<div class="card"><h2>${describeProgress(totals, subject)}</h2>
${drawChart(counts, totals.documents)}
<table aria-label="Documents by status"><thead><tr><th scope="col">Status</th><th scope="col" class="meaning">Meaning</th><th scope="col" class="number">Documents</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** How many are done, of those that are anything of ours. */
function describeProgress({ statuses }: Report['totals'], { what }: Report['subject']): string {
  const { ready, review, blocked, unreadable } = statuses;
  const all = ready + review + blocked + unreadable;
  if (all === 0) return 'Nothing to do';
  const isOne = all === 1;
  if (what === 'comparison')
    return `${ready} of ${countNoun(all, 'document')} ${ready === 1 ? 'says' : 'say'} the same`;
  const done = ready + review;
  return `${done} of ${countNoun(all, 'document')} can be sent${isOne || review === 0 ? '' : `, ${review} of them after a look`}`;
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

/** The decisions that settle most, and the commands that come next. */
function renderNext(report: Report): string {
  const decisions = countDecisions(report);
  const steps = report.subject.inputs === undefined ? [] : listSteps(report);
  const first = decisions.slice(0, shownDecisions).map(renderDecision);
  const more = decisions.length - first.length;
  const rest = more > 0 ? `<p class="note"><a href="#decisions">${countNoun(more, 'more decision')}</a></p>` : '';
  const settle =
    first.length > 0
      ? `<p>${first.length > 1 ? 'These decisions settle' : 'This decision settles'} most:</p><ol class="decisions">${first.join('')}</ol>${rest}`
      : '<p>No decision is open.</p>';
  return `<div class="card"><h2>What to do</h2>\n${settle}${steps.map(renderStep).join('')}</div>`;
}

function renderDecision([path, documents]: readonly [path: string, documents: number]): string {
  return `<li><button type="button" class="link" data-decision="${escapeXml(path)}"><code>${escapeXml(path)}</code></button> <span class="note">${countNoun(documents, 'document')}</span></li>`;
}

function renderStep({ what, command }: Step): string {
  return `<p>${what}</p><p class="command"><code>${escapeXml(command)}</code> <button type="button" class="copy" data-copy="${escapeXml(command)}" hidden>Copy</button></p>`;
}

function renderDecisions(report: Report): string {
  const rows = countDecisions(report).map(
    ([path, documents]) =>
      `<tr><td><button type="button" class="link" data-decision="${escapeXml(path)}"><code>${escapeXml(path)}</code></button></td><td class="number">${documents}</td></tr>`,
  );
  const head = ['v2 value', 'Documents'];
  const body = rows.length > 0 ? renderTable('Open decisions', head, rows) : '<p>None.</p>';
  return `<div class="card wide" id="decisions"><h2>Open decisions</h2><p class="note">Values that a person must supply or confirm.</p>${body}</div>`;
}

/** The decisions that errors and warnings ask for, and how many documents wait for each, those of most first. */
function countDecisions({ documents }: Report): [path: string, documents: number][] {
  const counts = new Map<string, number>();
  for (const { findings } of documents)
    for (const path of new Set(findings.flatMap(listOpen))) addCount(counts, path, 1);
  return [...counts].sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1));
}

/** A table that scrolls on its own where it is long; people without a mouse scroll it too. Numbers stand at the right. */
function renderTable(title: string, heads: readonly string[], rows: readonly string[]): string {
  const cells = heads.map((head) => `<th scope="col"${numbers.has(head) ? ' class="number"' : ''}>${head}</th>`);
  return `<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table aria-label="${title}"><thead><tr>${cells.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function renderCodes(report: Report): string {
  const codes = listGroups(report.totals.groups, ({ count }) => count);
  if (codes.length === 0) return '<div class="card wide"><h2>Findings by code</h2><p>None.</p></div>';
  const rows = codes.map(({ code, rule, severity, documents, count, message, remedy, alike }) => {
    const filter = `<button type="button" class="link" data-code="${escapeXml(code)}">${escapeXml(code)}</button>`;
    const link = `<a href="#${nameRuleAnchor(rule)}">Rule<span class="said"> ${escapeXml(rule)}</span></a>`;
    const said = `<div>${alike ? '' : 'Such as: '}${escapeXml(message)}</div>`;
    const next = remedy ? `<div class="remedy">→ ${escapeXml(remedy)}</div>` : '';
    return `<tr><td><span class="badge ${severity}">${severity}</span></td><td>${filter} <span class="note">${link}</span>${said}${next}</td><td class="number">${count}</td><td class="number">${documents}</td></tr>`;
  });
  const heads = ['Severity', 'Code', 'Findings', 'Documents'];
  return `<div class="card wide codes"><h2>Findings by code</h2>${renderTable('Findings by code', heads, rows)}</div>`;
}
