// What a run of `convert` comes to, gathered document by document.
import {
  createFleet,
  createReport,
  createTally,
  type Finding,
  type Prepared,
  placeFinding,
  type Report,
  type ReportEntry,
  type ReportOptions,
  renderFleet,
  type Tally,
  tallyEntry,
} from '../../index.js';
import type { ConvertArguments } from '../line/options.js';
import { describeRun } from '../talk/describe-run.js';
import { keepsAll } from '../talk/report-settings.js';
import { allButChanges, endRun, renderForStream, show, talk, writeReports } from '../talk/reports.js';
import { noteEntry, type RunWatch, watchRun } from '../talk/run-watch.js';
import { fitStream } from '../talk/terminal.js';
import { beginOutcome, describeLostComments, describeOutcome, noteComments, type Outcome } from './outcome.js';

/** A run so far. */
export interface Run {
  readonly args: ConvertArguments;
  /** What its reports are made with. */
  readonly reporting: ReportOptions;
  readonly tally: Tally;
  /** The documents, all of them where a report is asked for, else only enough to tell one from several. */
  readonly entries: ReportEntry[];
  readonly watch: RunWatch;
  /** What there is to say of the run beside its documents, known from the start. */
  readonly told: readonly Finding[];
  /** What became of the files. */
  readonly outcome: Outcome;
  /** What could not be written. */
  readonly problems: string[];
}

/** Begins a run. */
export function openRun(
  args: ConvertArguments,
  reporting: ReportOptions,
  { options, told }: { readonly options: Prepared; readonly told: readonly Finding[] },
): Run {
  // A stream may be longer than anything that is kept of it.
  const watch = watchRun(options, args.ndjson ? undefined : createFleet());
  return { args, reporting, tally: createTally(), entries: [], watch, told, outcome: beginOutcome(), problems: [] };
}

/** Takes note of documents. */
export function addEntries({ args, tally, watch, outcome, entries: kept }: Run, entries: readonly ReportEntry[]): void {
  for (const entry of entries) {
    noteEntry(watch, entry);
    noteComments(outcome, entry.translation, args);
    // Only the places that are shown are looked for: all of them would take as long as the rest.
    tallyEntry(tally, entry, (finding) => placeFinding(entry, finding));
    if (keepsAll(args) || kept.length < 2) kept.push(entry);
  }
}

/** Writes the reports, says what there is to say, and gives the exit code. */
export async function closeRun(closing: Run): Promise<number> {
  const { args, reporting, tally, entries, watch, told, outcome, problems } = closing;
  const isComplete = entries.length === tally.documents;
  const run = [...told, ...describeRun(watch)];
  const report = isComplete ? createReport(entries, { ...reporting, run, failed: problems.length > 0 }) : undefined;
  if (report && !args.dryRun) problems.push(...(await writeReports(report, args)));
  if (args.dryRun)
    for (const path of args.report ?? []) talk(`${path}: not written, since --dry-run writes nothing`, args);
  talk(describeOutcome(outcome, args), args);
  talk(describeLostComments(outcome, tally.groups.get('document/comment/lost')), args);
  show(renderTalk(report, tally, args), args);
  return endRun({ totals: report?.totals ?? tally, run: report?.run ?? run, problems }, args);
}

/** What is said of the run is said at the end, quiet or not. */
const talked = allButChanges.filter((section) => section !== 'run');

/** One document is talked about in full, a batch in sum: `audit` and `diff` tell the rest. */
function renderTalk(report: Report | undefined, tally: Tally, { color }: ConvertArguments): string {
  if (report?.documents.length === 1) return renderForStream(report, process.stderr, { color, sections: talked });
  // The tally places what is shown; only a report tells what is new.
  return renderFleet(report?.totals.newFindings ? report.totals : tally, {
    ...fitStream(process.stderr, color),
    severities: ['error', 'warning'],
  });
}
