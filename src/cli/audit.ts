// `audit`: a report on readiness; no document is written.
import { renderReport } from '../index.js';
import { translateInputs } from './inputs.js';
import type { AuditArguments } from './options.js';
import { conclude, findReportFormat, renderForStream, type Sections, tool } from './reports.js';

const sections: Sections = ['findings', 'comments', 'totals', 'supply'];

/** Runs `audit` and gives its exit code. */
export async function runAudit(args: AuditArguments): Promise<number> {
  for (const path of args.report ?? []) findReportFormat(path);
  const entries = (await translateInputs(args)).flatMap((file) => file.entries);
  const stream = args.out === undefined ? process.stdout : {};
  const text =
    args.format === 'json'
      ? renderReport(entries, { format: 'json', tool })
      : renderForStream(entries, stream, { color: args.color, sections });
  return conclude(text, entries, args);
}
