// The report as one HTML file that needs nothing else: its policy allows only its own script and style, by their hashes.
import { severities } from '../../../model/finding.js';
import { listGroups } from '../../finding-groups.js';
import { writeJson } from '../../printable.js';
import type { Report } from '../../report.js';
import { renderRuleHtml } from '../../rules/html.js';
import { countNoun, describeTotals, listOpen } from '../../wording.js';
import { escapeXml } from '../xml.js';
import { renderOverview, renderSums } from './overview.js';
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from './page-code.js';
import { packReport } from './page-data.js';
import { renderStatic } from './static.js';

const columns = ['Name', 'Id', 'Kind', 'Region', 'Status', 'Findings'];

/** Renders the report as a page. */
export function renderHtmlReport(report: Report): string {
  const body = [
    '<header>',
    `<h1>${escapeXml(report.tool.name)} report</h1>`,
    `<p>${escapeXml(describeTotals(report.totals))}</p>`,
    `<p class="note">${escapeXml(describeSubject(report))}</p>`,
    '</header>',
    '<main>',
    renderOverview(report),
    renderStatic(report),
    renderDocuments(report),
    renderSums(report),
    renderRules(report),
    '</main>',
    '<div id="print" hidden></div>',
    '<div id="said" class="said" role="status"></div>',
    `<script type="application/json" id="data">${embedJson(packReport(report))}</script>`,
    `<script>${pageScript}</script>`,
  ].join('\n');
  const title = `${report.tool.name}: ${countNoun(report.totals.documents, 'document')}`;
  return renderPage(title, body, pageScriptHash);
}

/** A page around a body: no network, no style but that of reports, no script but the one with this hash. */
export function renderPage(title: string, body: string, scriptHash: string): string {
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Who wrote the report, when, and on what. */
function describeSubject({ tool, subject }: Report): string {
  const { date, inputs, what } = subject;
  const read = inputs && (what === 'comparison' ? inputs.join(' ↔ ') : inputs.join(' '));
  const words = [tool.version && `version ${tool.version}`, date, read].filter((word) => word);
  return words.join(' · ');
}

/** JSON that ends no script element and starts no comment. */
function embedJson(value: unknown): string {
  return writeJson(value).replaceAll('<', '\\u003c');
}

function renderDocuments(report: Report): string {
  const heads = columns.map(
    (title) =>
      `<th scope="col" role="columnheader" data-column="${title.toLowerCase()}"><button type="button">${title}</button></th>`,
  );
  return `<section id="documents" aria-labelledby="documents-title" hidden>
<h2 id="documents-title">Documents</h2>
<div class="filters" role="search">
<label class="grow">Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<label>Status <select id="status">${listOptions('all', listStatuses(report))}</select></label>
<label>Finding <select id="code">${listCodes(report)}</select></label>
<label>Decision <select id="decision">${listDecisions(report)}</select></label>
${report.totals.newFindings ? `<label>Age <select id="age">${listOptions('all', [['new', 'with new findings']])}</select></label>` : ''}
<button id="reset" type="button">Show all</button>
<p id="count" class="count" role="status"></p>
</div>
<table class="list" role="table" aria-labelledby="documents-title">
<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody id="rows" role="rowgroup"></tbody>
</table>
<p id="none" hidden>No document is like that.</p>
<p id="end" hidden><button id="more" type="button">Show more</button></p>
</section>`;
}

function listDecisions({ documents }: Report): string {
  const paths = [...new Set(documents.flatMap(({ findings }) => findings.flatMap(listOpen)))].sort();
  return listOptions(
    'all',
    paths.map((path) => [path, path]),
  );
}

type Option = readonly [value: string, text: string];

function listStatuses({ totals }: Report): Option[] {
  return Object.entries(totals.statuses)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => [status, `${status} (${count})`]);
}

function listCodes({ totals }: Report): string {
  const codes = listGroups(totals.groups, ({ count }) => count);
  const groups = severities.map((severity) => {
    const own = codes.filter((code) => code.severity === severity);
    if (own.length === 0) return '';
    const options = own.map(({ code, documents }): Option => [code, `${code} (${documents})`]);
    return `<optgroup label="${severity}">${listOptions('', options)}</optgroup>`;
  });
  return `<option value="">all</option>${groups.join('')}`;
}

function listOptions(all: string, options: readonly Option[]): string {
  const every: readonly Option[] = all === '' ? options : [['', all], ...options];
  return every.map(([value, text]) => `<option value="${escapeXml(value)}">${escapeXml(text)}</option>`).join('');
}

function renderRules({ rules }: Report): string {
  if (rules.length === 0) return '';
  return `<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules of this report</h2>
${rules.map(renderRuleHtml).join('\n')}
</section>`;
}
