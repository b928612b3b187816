// What a run of `convert` comes to, gathered document by document.
import {
  createFleet,
  createReport,
  createTally,
  type Finding,
  type Prepared,
  type Report,
  type ReportEntry,
  type ReportOptions,
  renderFleet,
  type Tally,
  tallyEntry,
} from '../../index.js';
import type { ConvertArguments } from '../line/options.js';
import { allButChanges, endRun, renderForStream, show, talk, writeReports } from '../talk/reports.js';
import { describeRun, noteEntry, type RunWatch, watchRun } from '../talk/run-watch.js';
import { fitStream } from '../talk/terminal.js';

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
  return { args, reporting, tally: createTally(), entries: [], watch, told, problems: [] };
}

type Keeping = 'report' | 'baseline' | 'setBaseline';

/** Whether all documents are wanted at the end, which no thread hands over. */
export function keepsAll({ report, baseline, setBaseline }: Pick<ConvertArguments, Keeping>): boolean {
  return report !== undefined || baseline !== undefined || setBaseline !== undefined;
}

/** Takes note of documents. */
export function addEntries({ args, tally, watch, entries: kept }: Run, entries: readonly ReportEntry[]): void {
  for (const entry of entries) {
    noteEntry(watch, entry);
    tallyEntry(tally, entry);
    if (keepsAll(args) || kept.length < 2) kept.push(entry);
  }
}

/** Writes the reports, says what there is to say, and gives the exit code. */
export async function closeRun({ args, reporting, tally, entries, watch, told, problems }: Run): Promise<number> {
  const isComplete = entries.length === tally.documents;
  const run = [...told, ...describeRun(watch)];
  const report = isComplete ? createReport(entries, { ...reporting, run, failed: problems.length > 0 }) : undefined;
  if (report && !args.dryRun) problems.push(...(await writeReports(report, args)));
  if (args.dryRun)
    for (const path of args.report ?? []) talk(`${path}: not written, since --dry-run writes nothing`, args);
  show(renderTalk(report, tally, args), args);
  return endRun({ totals: report?.totals ?? tally, run: report?.run ?? run, problems }, args);
}

/** What is said of the run is said at the end, quiet or not. */
const talked = allButChanges.filter((section) => section !== 'run');

/** One document is talked about in full, a batch in sum: `audit` and `diff` tell the rest. */
function renderTalk(report: Report | undefined, tally: Tally, { color }: ConvertArguments): string {
  if (report?.documents.length === 1) return renderForStream(report, process.stderr, { color, sections: talked });
  return renderFleet(report?.totals ?? tally, {
    ...fitStream(process.stderr, color),
    severities: ['error', 'warning'],
  });
}
