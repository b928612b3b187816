// The report for programs. Its shape is promised by `reportVersion` and the schema in `schema/report.ts`. It never
// holds a document, since a document holds secrets.
import { writeJson } from '../printable.js';
import type { Report, ReportDocument } from '../report.js';
import { pointToRule } from '../rules/link.js';

const reportVersion = 1;

/** Renders the report as JSON, indented by two spaces, with a final line break. */
export function renderJsonReport(report: Report): string {
  const rules = report.rules.map(({ id, summary }) => ({ id, summary, explained: pointToRule(report, id) }));
  const { tool, documents, run } = report;
  const { documents: count, statuses, findings, newFindings } = report.totals;
  const summary = { documents: count, statuses, findings, newFindings };
  return `${writeJson({ reportVersion, tool, summary, entries: documents.map(describeDocument), run, rules }, 2)}\n`;
}

function describeDocument(document: ReportDocument): object {
  const { source, index, pointer, address, kind, target, status, name, id, digest, location, request } = document;
  const { changes, findings, strandedComments } = document;
  const where = { source, index, pointer, address, kind, target, status, name, id, digest, location, request };
  return { ...where, changes, findings, strandedComments };
}
