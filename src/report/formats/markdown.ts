// The report as Markdown: totals, findings by code, documents, details folded. GitHub takes 1 MiB as the summary of a
// job, so it stays below that and counts what it cut.
import { type Severity, severities } from '../../model/finding.js';
import type { Json } from '../../model/json.js';
import { type Status, statuses } from '../../model/translation.js';
import { listGroups } from '../finding-groups.js';
import type { Report, ReportDocument } from '../report.js';
import { linkRule } from '../rules/link.js';
import { countSeverities } from '../tally.js';
import { counts } from '../verdict.js';
import {
  countNoun,
  describeSide,
  describeTotals,
  type FindingRow,
  listRows,
  listRunRows,
  nameAge,
  nameField,
  placeRow,
  placeThere,
} from '../wording.js';
import { codeMarkdown, escapeMarkdown } from './markdown-text.js';
import type { TextSection } from './text/text.js';

const limit = 900_000;
const signs: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };
const statusSigns: Readonly<Record<Status, string>> = {
  unreadable: '🔴',
  blocked: '🔴',
  review: '🟡',
  ready: '🟢',
  skipped: '⚪',
};

/** How a Markdown report looks. */
export interface MarkdownOptions {
  /** Which parts to show; all but changes where left out. */
  readonly sections?: readonly TextSection[];
}

/** Renders the report in less than 1 MiB. */
export function renderMarkdownReport(report: Report, { sections = [] }: MarkdownOptions = {}): string {
  const head = [`## ${report.tool.name}`, '', `**${escapeMarkdown(describeTotals(report.totals))}**`, ''];
  const documents = statuses.flatMap((status) => report.documents.filter((document) => document.status === status));
  const blocks = [
    {
      rows: tabulateCodes(report),
      noun: 'code',
      title: ['### Findings', '', '|  | code | findings | documents |', '| --- | --- | ---: | ---: |'],
      end: [''],
    },
    { rows: listRunRows(report).map(renderFinding), noun: 'finding', title: ['### Of the run', ''], end: [''] },
    {
      rows: documents.map(tabulateDocument),
      noun: 'document',
      title: ['### Documents', '', '| document | name | kind | status | findings |', '| --- | --- | --- | --- | --- |'],
      end: [''],
    },
    {
      rows: documents.flatMap((document) => foldDocument(report, document)),
      noun: 'folded document',
      title: ['### Details', ''],
      end: [],
    },
    {
      rows: sections.includes('changes') ? documents.flatMap(foldChanges) : [],
      noun: 'document',
      title: ['', '### Changes', ''],
      end: [],
    },
  ];
  return fillRoom(head, blocks);
}

interface Block {
  readonly title: readonly string[];
  readonly rows: readonly string[];
  readonly noun: string;
  readonly end: readonly string[];
}

/** Takes rows as long as there is room: a table at most a third of it, so that some details remain. */
function fillRoom(head: readonly string[], blocks: readonly Block[]): string {
  let text = `${head.join('\n')}\n`;
  for (const [index, { title, rows, noun, end }] of blocks.entries()) {
    if (rows.length === 0) continue;
    const room = index === blocks.length - 1 ? limit : Math.min(limit, text.length + limit / 3);
    const lines = [...title];
    let length = text.length + title.join('\n').length;
    let taken = 0;
    for (const row of rows) {
      length += row.length + 1;
      if (length > room) break;
      lines.push(row);
      taken += 1;
    }
    const cut = rows.length - taken;
    if (cut > 0) lines.push('', `*${countNoun(cut, noun)} cut to keep this short.*`);
    text += `${[...lines, ...end].join('\n')}\n`;
  }
  return text;
}

function tabulateCodes(report: Report): string[] {
  return listGroups(report.totals.groups, ({ count }) => count).map(
    ({ code, rule, severity, count, documents }) =>
      `| ${signs[severity]} ${severity} | ${linkCode(report, codeMarkdown(code), rule)} | ${count} | ${documents} |`,
  );
}

function tabulateDocument({ label, name, digest, kind, status, findings }: ReportDocument): string {
  const found = countSeverities(findings);
  const shown = severities.filter((severity) => found[severity] > 0);
  const called = [name, digest].flatMap((one) => (one ? [codeMarkdown(one)] : [])).join(' ');
  const cells = [codeMarkdown(label), called, kind, `${statusSigns[status]} ${status}`];
  return `| ${[...cells, shown.map((severity) => `${signs[severity]} ${found[severity]}`).join(' ')].join(' | ')} |`;
}

function foldDocument(report: Report, document: ReportDocument): string[] {
  if (document.findings.length === 0) return [];
  const findings = listRows(report, [document]).map(renderFinding);
  const { status, label } = document;
  return [`<details>${summarise(label, status)}\n\n${findings.join('\n')}\n\n</details>\n`];
}

/** The changes of a document but for what stays as it is, which is counted. */
function foldChanges({ label, status, changes }: ReportDocument): string[] {
  if (changes.length === 0) return [];
  const told = changes.filter(({ kind }) => kind !== 'keep');
  const kept = countNoun(changes.length - told.length, 'value');
  const rows = told.map(
    ({ from, before, to, after, why }) =>
      `| ${tabulateSide(from, before)} | ${tabulateSide(to, after)} | ${escapeMarkdown(why)} |`,
  );
  const table = ['| v1 | v2 | why |', '| --- | --- | --- |', ...rows].join('\n');
  return [`<details>${summarise(label, status)}\n\n${table}\n\n${kept} stay as they are.\n\n</details>\n`];
}

function tabulateSide(pointers: readonly string[], values: readonly Json[]): string {
  return describeSide(pointers, values).map(codeMarkdown).join('<br>');
}

function summarise(label: string, status: Status): string {
  return `<summary>${statusSigns[status]} ${escapeMarkdown(label).replaceAll('\\', '')}</summary>`;
}

function linkCode(report: Report, code: string, rule: string): string {
  const address = linkRule(report, rule);
  return address ? `[${code}](${address})` : code;
}

function renderFinding(row: FindingRow): string {
  const { report, finding } = row;
  const { severity, code, rule, message, remedy } = finding;
  const place = [placeRow(row), placeThere(finding)].filter(Boolean).join(' ↔ ');
  const field = nameField(finding);
  const age = nameAge(finding);
  const words = [
    `- ${signs[severity]} **${severity}**${age ? ` *${age}*` : ''}`,
    ...(place ? [codeMarkdown(place)] : []),
    ...(field ? [codeMarkdown(field)] : []),
    linkCode(report, code, rule),
  ];
  const said = `  ${escapeMarkdown(message)}`;
  return [words.join(' '), counts(finding) && remedy ? `${said}\n  → ${escapeMarkdown(remedy)}` : said].join('\n');
}
