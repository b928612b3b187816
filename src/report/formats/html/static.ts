// The documents of an HTML report as plain markup, for people whose browser runs no script.
import { statuses } from '../../../model/translation.js';
import type { Report, ReportDocument, ReportFinding } from '../../report.js';
import { countNoun, describeFinding, describeSide, nameField, sortFindings } from '../../wording.js';
import { escapeXml } from '../xml.js';

/** Every document as markup would make a large page slow for those who have a script. */
const shownDocuments = 200;

/** Renders the documents, the worst first. */
export function renderStatic({ documents }: Report): string {
  const sorted = statuses.flatMap((status) => documents.filter((document) => document.status === status));
  const more = sorted.length - shownDocuments;
  const note =
    more > 0
      ? `<p>${countNoun(more, 'more document')} are shown by the script of this page, which is switched off.</p>`
      : '';
  return `<noscript><section aria-label="Documents"><h2>Documents</h2>
${sorted.slice(0, shownDocuments).map(renderDocument).join('\n')}
${note}</section></noscript>`;
}

function renderDocument({ label, name, status, findings, changes }: ReportDocument): string {
  const said = sortFindings(findings).map(renderFinding).join('');
  const rows = changes.map(renderChange).join('');
  const table = rows
    ? `<table><thead><tr><th scope="col">v1</th><th scope="col">v2</th><th scope="col">Why</th></tr></thead><tbody>${rows}</tbody></table>`
    : '';
  return `<details><summary><span class="badge ${status}">${status}</span> ${escapeXml(name ?? label)}${name ? ` <span class="note">${escapeXml(label)}</span>` : ''}</summary><ul class="findings">${said}</ul>${table}</details>`;
}

function renderFinding(finding: ReportFinding): string {
  const { severity, code, at } = finding;
  const place = [at ? `line ${at.line}` : '', nameField(finding)].filter(Boolean).join(', ');
  return `<li class="${severity}"><span class="badge ${severity}">${severity}</span> <code>${escapeXml(code)}</code> <span class="note">${escapeXml(place)}</span><div>${escapeXml(describeFinding(finding))}</div></li>`;
}

function renderChange({ kind, from, before, to, after, why }: ReportDocument['changes'][number]): string {
  const reason = kind === 'keep' ? 'stays' : escapeXml(why);
  return `<tr><td>${renderSide(from, before)}</td><td>${renderSide(to, after)}</td><td>${reason}</td></tr>`;
}

function renderSide(pointers: readonly string[], values: ReportDocument['changes'][number]['before']): string {
  return (
    describeSide(pointers, values)
      .map((field) => `<code>${escapeXml(field)}</code>`)
      .join('<br>') || '–'
  );
}
