// The baseline: what is known from an earlier run, so that only what is new counts. A file of fingerprints, one a line, that
// says nothing of the documents; a JSON report serves too.
import type { Report, ReportSettings } from '../../index.js';
import { claim } from '../files/claims.js';
import type { Output } from '../files/outputs.js';
import { readFileOr } from '../files/read-file.js';
import { lookAt } from '../files/standing.js';
import type { ReadArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';

type BaselineArguments = Pick<ReadArguments, 'baseline' | 'setBaseline' | 'pruneBaseline'>;

/** What a run knows from the start: all of an earlier one, or, where it begins a baseline, all that it finds. */
export function chooseKnown(args: BaselineArguments): Pick<ReportSettings, 'baseline'> {
  const { baseline, setBaseline, pruneBaseline } = args;
  if (setBaseline !== undefined && (baseline !== undefined || pruneBaseline))
    failUsage('--set-baseline begins anew, so it takes no --baseline and no --prune-baseline');
  if (setBaseline !== undefined) {
    // A payload or a package.json would be lost.
    if (lookAt(setBaseline)) readBaseline(setBaseline, '--set-baseline');
    return { baseline: { has: () => true } };
  }
  if (baseline !== undefined) {
    claim(baseline, 'baseline');
    return { baseline: readBaseline(baseline, '--baseline') };
  }
  if (pruneBaseline) failUsage('--prune-baseline needs --baseline, the file to take out of');
  return {};
}

/** A baseline to write, with the number of findings in it. */
export interface Baseline {
  readonly output: Output;
  readonly count: number;
}

/** The baseline that a run leaves behind; undefined where it is to be as it was. */
export function makeBaseline({ documents, run }: Report, args: BaselineArguments): Baseline | undefined {
  const { baseline, setBaseline, pruneBaseline } = args;
  const path = setBaseline ?? (pruneBaseline ? baseline : undefined);
  if (path === undefined) return undefined;
  const found = [...documents.flatMap(({ findings }) => findings), ...run];
  const known = found.filter(({ isNew }) => isNew === false).map(({ fingerprint }) => fingerprint);
  const text = `${JSON.stringify({ baselineVersion: 1, known: known.sort() }, null, 1)}\n`;
  return { output: { path, text, isReport: true }, count: known.length };
}

/** Reads the fingerprints of a baseline, or of a JSON report. */
function readBaseline(path: string, option: '--baseline' | '--set-baseline'): ReadonlySet<string> {
  const fail = (reason: string) =>
    failUsage(`${option} ${path}: ${reason}; audit --set-baseline FILE writes one, and a JSON report is one`);
  const content = parse(readFileOr(path, fail).toString('utf8'));
  const known = listKnown(content);
  return typeof known === 'string' ? fail(known) : new Set(known);
}

function parse(text: string): Readonly<Record<string, unknown>> | null | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  } catch {
    return undefined;
  }
}

/** The fingerprints that a file holds, or why it is no baseline. */
function listKnown(content: Readonly<Record<string, unknown>> | null | undefined): readonly string[] | string {
  const { baselineVersion, known, reportVersion, entries, run = [] } = content ?? {};
  if (baselineVersion === 1 && Array.isArray(known) && known.every((one) => typeof one === 'string')) return known;
  if (reportVersion !== 1 || !Array.isArray(entries)) return 'it is no baseline';
  // What was said of the run stands beside the documents.
  const lists = [...entries, { findings: run }].map((entry: { readonly findings?: unknown } | null) => entry?.findings);
  if (!lists.every((list) => Array.isArray(list))) return 'its entries have no findings';
  const found = lists.flat().map((finding: { readonly fingerprint?: unknown } | null) => finding?.fingerprint);
  return found.every((one) => typeof one === 'string') ? found : 'its findings have no fingerprint';
}
