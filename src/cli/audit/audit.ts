// `audit`: a report on readiness; no document is written.
import {
  countNoun,
  createReport,
  listSteps,
  type Report,
  type ReportFormat,
  renderFleet,
  reportFormats,
} from '../../index.js';
import { translateInputs } from '../input/inputs.js';
import type { AuditArguments } from '../line/options.js';
import { chooseProductFormat, readReportOptions } from '../talk/report-settings.js';
import { allButChanges, conclude, renderForStream, renderProduct, streamOf, talk } from '../talk/reports.js';
import { fitStream } from '../talk/terminal.js';
import { filterEntries } from './filters.js';
import { listOpenDecisions, type OpenDecision } from './open-decisions.js';
import { type Proposal, proposeVariables } from './password-decisions.js';
import { describeMost } from './settle-most.js';

/** For so many the command lines that supply what is open are of use; for more there is the decisions file. */
const fewDocuments = 10;

/** Arguments with the format that the report is to have. */
type Audit = AuditArguments & { readonly format: ReportFormat };

/** Runs `audit` and gives its exit code. */
export async function runAudit(given: AuditArguments): Promise<number> {
  if (given.listSecrets) return (await import('./list-secrets.js')).listSecrets(given);
  const args: Audit = { ...given, format: chooseProductFormat(given, reportFormats) };
  const reporting = readReportOptions(args);
  const { entries, run } = await translateInputs(args);
  const report = createReport(filterEntries(entries, args), { ...reporting, run });
  const decisions = listOpenDecisions(report);
  const failed = await initDecisions(decisions, args);
  return conclude(renderAudit(report, decisions, args), report, { ...args, failed, sections: allButChanges });
}

/** A single document is told in full, and so is all that goes to a file; a fleet in sum. */
function renderAudit(report: Report, decisions: readonly OpenDecision[], args: Audit): string {
  const { documents, totals, run } = report;
  const { format, color } = args;
  if (format !== 'text' || documents.length === 1 || args.out !== undefined)
    return renderProduct(report, args, { sections: allButChanges });
  const stream = streamOf(args);
  const [next] = listSteps(report, args.initDecisions);
  const isMany = documents.length > fewDocuments;
  const most = isMany ? describeMost(report, decisions) : [];
  const summary = renderFleet(totals, {
    ...fitStream(stream, color),
    documents,
    run,
    most,
    ...(isMany ? { next } : {}),
  });
  const supply = isMany ? '' : renderForStream(report, stream, { color, sections: ['supply'] });
  return supply === '' ? summary : `${summary}\n${supply}`;
}

/** Writes the decisions file where one is asked for. Gives what could not be written. */
async function initDecisions(decisions: readonly OpenDecision[], args: AuditArguments): Promise<string[]> {
  const { initDecisions: path } = args;
  if (path === undefined) return [];
  // Loaded only here: it brings the YAML parser.
  const { writeDecisions } = await import('./init-decisions.js');
  const { added, problem } = writeDecisions(path, proposeVariables(decisions), args);
  if (problem !== undefined) return [`${path}: not written: ${problem}`];
  talk(`${path}: ${describeAdded(added)}`, args);
  return [];
}

/** How much is left to a person: values for all, and what is of single clusters. */
function describeAdded(added: readonly Proposal[]): string {
  if (added.length === 0) return 'nothing to add: no document waits for a decision that it does not hold';
  const empty = added.filter(({ value }) => value === undefined);
  const single = empty.filter(({ section }) => section === 'clusters');
  const documents = new Set(added.flatMap((one) => one.documents));
  const known = added.length - empty.length;
  const own = single.length > 0 ? `, and ${single.length} of one cluster each` : '';
  const told = `${countNoun(empty.length - single.length, 'value')} to fill in, for ${countNoun(documents.size, 'document')}${own}`;
  return known > 0 ? `${told}; ${known} known and filled in` : told;
}
