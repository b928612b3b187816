// `audit`: a report on readiness; no document is written.
import { renderReport } from '../index.js';
import { translateInputs } from './inputs.js';
import type { AuditArguments } from './options.js';
import { checkReportOptions, conclude, makeReport, renderForStream, type Sections } from './reports.js';

const sections: Sections = ['findings', 'comments', 'totals', 'supply'];

/** Runs `audit` and gives its exit code. */
export async function runAudit(args: AuditArguments): Promise<number> {
  checkReportOptions(args);
  const entries = (await translateInputs(args)).flatMap((file) => file.entries);
  const report = makeReport(entries, args);
  const { format, csv, color } = args;
  const stream = args.out === undefined ? process.stdout : {};
  const text =
    format === 'text' ? renderForStream(report, stream, { color, sections }) : renderReport(report, { format, csv });
  return conclude(text, report, args);
}
