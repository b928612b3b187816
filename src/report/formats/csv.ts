// The report for spreadsheets: a row a finding, or a row a document (RFC 4180). No cell can become a formula.
import { printValue, toPrintable } from '../printable.js';
import type { Report, ReportDocument } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { countSeverities } from '../tally.js';
import { type FindingRow, findCommand, listRows, listRunRows, nameAge, nameField, sortFindings } from '../wording.js';

/** What a row is. */
export type CsvRows = 'findings' | 'documents';

/** How a CSV report looks. */
export interface CsvOptions {
  /** `findings` where left out. */
  readonly csv?: CsvRows;
}

type Cell = string | number | undefined;

interface Column<Row> {
  /** What stands above the column. */
  readonly name: string;
  readonly value: (row: Row) => Cell;
}

/** The columns of a report of documents, in their order. */
const documentColumns: readonly Column<ReportDocument>[] = [
  { name: 'file', value: ({ path }) => path },
  { name: 'document', value: ({ label }) => label },
  { name: 'name', value: ({ name }) => name },
  { name: 'id', value: ({ id }) => id },
  { name: 'digest', value: ({ digest }) => digest },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'target', value: ({ target }) => target },
  { name: 'location', value: ({ location }) => location },
  { name: 'status', value: ({ status }) => status },
  { name: 'request', value: ({ request }) => (request ? `${request.method} ${request.url}` : '') },
  { name: 'error', value: ({ findings }) => countSeverities(findings).error },
  { name: 'warning', value: ({ findings }) => countSeverities(findings).warning },
  { name: 'info', value: ({ findings }) => countSeverities(findings).info },
  {
    name: 'new',
    value: ({ findings }) => (findings.some(nameAge) ? findings.filter(({ isNew }) => isNew).length : ''),
  },
  { name: 'codes', value: ({ findings }) => [...new Set(sortFindings(findings).map(({ code }) => code))].join(' ') },
];

/** The columns of a report of findings, in their order. */
const findingColumns: readonly Column<FindingRow>[] = [
  { name: 'file', value: ({ document }) => document?.path },
  { name: 'line', value: ({ finding }) => finding.at?.line },
  { name: 'column', value: ({ finding }) => finding.at?.column },
  { name: 'document', value: ({ document }) => document?.label },
  { name: 'name', value: ({ document }) => document?.name },
  { name: 'status', value: ({ document }) => document?.status },
  { name: 'severity', value: ({ finding }) => finding.severity },
  { name: 'code', value: ({ finding }) => finding.code },
  { name: 'new', value: ({ finding }) => nameAge(finding) },
  { name: 'field', value: ({ finding }) => nameField(finding) },
  { name: 'value', value: ({ finding }) => (finding.value === undefined ? '' : printValue(finding.value, 200)) },
  { name: 'message', value: ({ finding }) => finding.message },
  { name: 'remedy', value: ({ finding }) => finding.remedy },
  { name: 'decision', value: ({ finding }) => finding.decision?.join(' ') },
  { name: 'command', value: ({ document, finding }) => document && findCommand(document, finding) },
  { name: 'rule', value: ({ report, finding }) => pointToRule(report, finding.rule) },
  { name: 'fingerprint', value: ({ finding }) => finding.fingerprint },
];

/** Renders a header and rows, with a byte-order mark, without which Excel takes UTF-8 for something else. */
export function renderCsvReport(report: Report, { csv = 'findings' }: CsvOptions = {}): string {
  if (csv === 'documents') return renderTable(documentColumns, report.documents);
  return renderTable(findingColumns, [...listRows(report), ...listRunRows(report)]);
}

function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))];
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
