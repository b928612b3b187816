// The report for spreadsheets: a row a finding, a document or a change (RFC 4180). No cell can become a formula.
import type { Change } from '../../model/change.js';
import type { Json } from '../../model/json.js';
import { toDotted } from '../../model/path.js';
import { printValue, toPrintable } from '../printable.js';
import type { Report, ReportDocument } from '../report.js';
import { pointToRule } from '../rules/link.js';
import { countSeverities } from '../tally.js';
import {
  type FindingRow,
  findCommand,
  listRows,
  listRunRows,
  nameAge,
  nameField,
  placeThere,
  sortFindings,
} from '../wording.js';
import type { csvRows } from './csv-rows.js';

/** How a CSV report looks. */
export interface CsvOptions {
  /** `findings` where left out. */
  readonly csv?: (typeof csvRows)[number];
}

/** A cell is for a glance. */
const valueLimit = 200;

type Cell = string | number | undefined;

/** Columns by what stands above them, in their order. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** The columns of a report of documents, in their order. */
const documentColumns: Columns<ReportDocument> = {
  file: ({ path }) => path,
  document: ({ label }) => label,
  name: ({ name }) => name,
  id: ({ id }) => id,
  digest: ({ digest }) => digest,
  kind: ({ kind }) => kind,
  target: ({ target }) => target,
  location: ({ location }) => location,
  status: ({ status }) => status,
  request: ({ request }) => (request ? `${request.method} ${request.url}` : ''),
  error: ({ findings }) => countSeverities(findings).error,
  warning: ({ findings }) => countSeverities(findings).warning,
  info: ({ findings }) => countSeverities(findings).info,
  new: ({ findings }) => (findings.some(nameAge) ? findings.filter(({ isNew }) => isNew).length : ''),
  codes: ({ findings }) => [...new Set(sortFindings(findings).map(({ code }) => code))].join(' '),
};

/** The columns of a report of findings, in their order. */
const findingColumns: Columns<FindingRow> = {
  file: ({ document, finding }) => finding.path ?? document?.path,
  line: ({ finding }) => finding.at?.line,
  column: ({ finding }) => finding.at?.column,
  'v2 place': ({ finding }) => placeThere(finding),
  document: ({ document }) => document?.label,
  name: ({ document }) => document?.name,
  status: ({ document }) => document?.status,
  severity: ({ finding }) => finding.severity,
  code: ({ finding }) => finding.code,
  new: ({ finding }) => nameAge(finding),
  field: ({ finding }) => nameField(finding),
  value: ({ finding }) => (finding.value === undefined ? '' : listValues([finding.value])),
  message: ({ finding }) => finding.message,
  remedy: ({ finding }) => finding.remedy,
  decision: ({ finding }) => finding.decision?.join(' '),
  command: ({ document, finding }) => document && findCommand(document, finding),
  rule: ({ report, finding }) => pointToRule(report, finding.rule),
  // Some would be numbers to a spreadsheet, which writes those in its own way.
  fingerprint: ({ finding }) => `finding-${finding.fingerprint}`,
};

interface ChangeRow {
  readonly report: Report;
  readonly document: ReportDocument;
  readonly change: Change;
}

/** The columns of a report of changes, in their order. */
const changeColumns: Columns<ChangeRow> = {
  file: ({ document }) => document.path,
  line: ({ change }) => change.at?.line,
  column: ({ change }) => change.at?.column,
  document: ({ document }) => document.label,
  name: ({ document }) => document.name,
  status: ({ document }) => document.status,
  change: ({ change }) => change.kind,
  'v1 field': ({ change }) => listFields(change.from),
  'v1 value': ({ change }) => listValues(change.before),
  'v2 field': ({ change }) => listFields(change.to),
  'v2 value': ({ change }) => listValues(change.after),
  why: ({ change }) => change.why,
  rule: ({ report, change }) => pointToRule(report, change.rule),
};

function listFields(pointers: readonly string[]): string {
  return pointers.map((pointer) => toDotted(pointer) || '(document)').join(', ');
}

/** A number stays one, for whoever counts with it. */
function listValues(values: readonly Json[]): Cell {
  const [only] = values;
  if (values.length === 1 && typeof only === 'number') return only;
  return values.map((value) => printValue(value, valueLimit)).join(', ');
}

/** Renders a header and rows, with a byte-order mark, without which Excel takes UTF-8 for something else. */
export function renderCsvReport(report: Report, { csv = 'findings' }: CsvOptions = {}): string {
  if (csv === 'documents') return renderTable(documentColumns, report.documents);
  if (csv === 'changes') return renderTable(changeColumns, listChanges(report));
  return renderTable(findingColumns, [...listRows(report), ...listRunRows(report)]);
}

function listChanges(report: Report): ChangeRow[] {
  return report.documents.flatMap((document) => document.changes.map((change) => ({ report, document, change })));
}

function renderTable<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const values = Object.values(columns);
  const lines = [Object.keys(columns), ...rows.map((row) => values.map((value) => value(row)))];
  return `\ufeff${lines.map((cells) => `${cells.map(renderCell).join(',')}\r\n`).join('')}`;
}

/** What a spreadsheet takes for a formula, at the start of a cell, or behind a sign that may separate cells. */
/** A text that a spreadsheet would take for a number, and write in its own way: `007`, `1e5`, `12.10`. */
const number = /^\s*[-+]?\d[\d.,]*(?:e[-+]?\d+)?\s*$/i;
const formula = /(^|[;|]["']?)(\s*)(?=[=+\-@＝＋－＠\\])/gu;

/** Every text is quoted, and what a spreadsheet would take for a formula begins with an apostrophe, however it cuts cells. */
function renderCell(cell: Cell): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  const shown = toPrintable(cell);
  const defused = number.test(shown) ? `'${shown}` : shown.replace(formula, "$1'$2");
  return `"${defused.replaceAll('"', '""')}"`;
}
