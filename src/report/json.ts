// The report for programs. Its shape is promised by `reportVersion` and the schema in `schema/report.ts`. It never
// holds a document, since a document holds secrets.
import { listStrandedComments, type ReportEntry } from './entry.js';
import { countTotals } from './totals.js';

/** The program that wrote a report. */
export interface Tool {
  readonly name: string;
  readonly version?: string;
}

const reportVersion = 1;

/** Renders the report as JSON, indented by two spaces, with a final line break. */
export function renderJsonReport(entries: readonly ReportEntry[], tool: Tool): string {
  const report = { reportVersion, tool, summary: countTotals(entries), entries: entries.map(describeEntry) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describeEntry({ source, index, translation }: ReportEntry): object {
  const { kind, status, pointer, name, id, location, changes, findings } = translation;
  return {
    source,
    index,
    pointer,
    kind,
    target: 'target' in translation ? translation.target : undefined,
    status,
    name,
    id,
    location,
    request: 'request' in translation ? translation.request : undefined,
    changes,
    findings,
    strandedComments: listStrandedComments(translation),
  };
}
