// The report for spreadsheets: a row a finding, or a row a document (RFC 4180). No cell can become a formula.
import { printValue, toPrintable } from '../printable.js';
import type { Report, ReportDocument, ReportFinding } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { nameField, sayAge, sayCommand, severities, sortFindings } from '../wording.js';

/** What a row is. */
export type CsvRows = 'findings' | 'documents';

/** How a CSV report looks. */
export interface CsvOptions {
  /** `findings` where left out. */
  readonly csv?: CsvRows;
}

type Cell = string | number | undefined;
type Column<Row> = readonly [title: string, read: (row: Row) => Cell];

interface FindingRow {
  readonly report: Report;
  readonly document: ReportDocument;
  readonly finding: ReportFinding;
}

const documentColumns: readonly Column<ReportDocument>[] = [
  ['file', ({ path }) => path],
  ['document', ({ label }) => label],
  ['name', ({ name }) => name],
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['target', ({ target }) => target],
  ['location', ({ location }) => location],
  ['status', ({ status }) => status],
  ['request', ({ request }) => (request ? `${request.method} ${request.url}` : '')],
  ...severities.map(
    (severity): Column<ReportDocument> => [
      severity,
      ({ findings }) => count(findings, (one) => one.severity === severity),
    ],
  ),
  ['new', ({ findings }) => (findings.some(sayAge) ? count(findings, (one) => one.isNew === true) : '')],
  ['codes', ({ findings }) => [...new Set(sortFindings(findings).map(({ code }) => code))].join(' ')],
];

const findingColumns: readonly Column<FindingRow>[] = [
  ['file', ({ document }) => document.path],
  ['line', ({ finding }) => finding.at?.line],
  ['column', ({ finding }) => finding.at?.column],
  ['document', ({ document }) => document.label],
  ['name', ({ document }) => document.name],
  ['status', ({ document }) => document.status],
  ['severity', ({ finding }) => finding.severity],
  ['code', ({ finding }) => finding.code],
  ['new', ({ finding }) => sayAge(finding)],
  ['field', ({ finding }) => nameField(finding)],
  ['value', ({ finding }) => (finding.value === undefined ? '' : printValue(finding.value, 200))],
  ['message', ({ finding }) => finding.message],
  ['remedy', ({ finding }) => finding.remedy],
  ['decision', ({ finding }) => finding.decision?.join(' ')],
  ['command', ({ document, finding }) => sayCommand(document, finding)],
  ['rule', ({ report, finding }) => pointToRule(report, finding.rule)],
  ['fingerprint', ({ finding }) => finding.fingerprint],
];

/** Renders a header and rows, with a byte-order mark, without which Excel takes UTF-8 for something else. */
export function renderCsvReport(report: Report, { csv = 'findings' }: CsvOptions = {}): string {
  if (csv === 'documents') return renderTable(documentColumns, report.documents);
  const rows = report.documents.flatMap((document) =>
    sortFindings(document.findings).map((finding) => ({ report, document, finding })),
  );
  return renderTable(findingColumns, rows);
}

function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, read]) => read(row)))];
  return `\ufeff${lines.map((cells) => `${cells.map(renderCell).join(',')}\r\n`).join('')}`;
}

/** Every text is quoted, and one that a spreadsheet would take for a formula begins with an apostrophe. */
function renderCell(cell: Cell): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  const text = toPrintable(cell);
  const defused = /^\s*[=+\-@＝＋－＠\\]/u.test(text) ? `'${text}` : text;
  return `"${defused.replaceAll('"', '""')}"`;
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}
