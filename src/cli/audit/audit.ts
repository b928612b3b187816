// `audit`: a report on readiness; no document is written.
import { createReport, type Report, type ReportFormat, renderFleet, reportFormats } from '../../index.js';
import { translateInputs } from '../input/inputs.js';
import type { AuditArguments } from '../line/options.js';
import { chooseProductFormat, readReportOptions } from '../talk/report-settings.js';
import { allButChanges, conclude, renderForStream, renderProduct, streamOf, talk } from '../talk/reports.js';
import { fitStream } from '../talk/terminal.js';
import { filterEntries } from './filters.js';
import { isOpen } from './open-decisions.js';

/** For so many the command lines that supply what is open are of use; for more there is the decisions file. */
const fewDocuments = 10;
const howToDecide =
  '\nTo supply what is open: add --init-decisions decisions.yaml, fill that in, and convert with --decisions decisions.yaml\n';

/** Arguments with the format that the report is to have. */
type Audit = AuditArguments & { readonly format: ReportFormat };

/** Runs `audit` and gives its exit code. */
export async function runAudit(given: AuditArguments): Promise<number> {
  const args: Audit = { ...given, format: chooseProductFormat(given, reportFormats) };
  const reporting = readReportOptions(args);
  const { entries, run } = await translateInputs(args);
  const report = createReport(filterEntries(entries, args), { ...reporting, run });
  const failed = await initDecisions(report, args);
  return conclude(renderAudit(report, args), report, { ...args, failed });
}

/** A single document is told in full, a fleet in sum. */
function renderAudit(report: Report, args: Audit): string {
  const { documents, totals, run } = report;
  const { format, color } = args;
  if (format !== 'text' || documents.length === 1) return renderProduct(report, args, { sections: allButChanges });
  const stream = streamOf(args);
  const summary = renderFleet(totals, { ...fitStream(stream, color), documents, run });
  if (documents.length > fewDocuments) return documents.some(isOpen) ? summary + howToDecide : summary;
  const supply = renderForStream(report, stream, { color, sections: ['supply'] });
  return supply === '' ? summary : `${summary}\n${supply}`;
}

/** Writes the decisions file where one is asked for. Gives what could not be written. */
async function initDecisions(report: Report, args: AuditArguments): Promise<string[]> {
  const { initDecisions: path } = args;
  if (path === undefined) return [];
  // Loaded only here: it brings the YAML parser.
  const { writeDecisions } = await import('./init-decisions.js');
  const { added, problem } = writeDecisions(path, report, args);
  if (problem !== undefined) return [`${path}: not written: ${problem}`];
  talk(`${path}: ${added} decisions added; fill them in, and pass the file with --decisions`, args);
  return [];
}
