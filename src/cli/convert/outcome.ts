// What became of the files of a run: how many were written, and which were left alone, and why.
import {
  type AnyTranslation,
  bodyOf,
  countNoun,
  type FindingGroup,
  isEnvelope,
  type ReportEntry,
  toPrintable,
} from '../../index.js';
import { isForeign, type TranslatedFile } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';

/** Why a file is left alone. */
export type LeftReason = 'unreadable' | 'blocked' | 'foreign' | 'without a v2 form';

/** What became of the files so far. */
export interface Outcome {
  /** Files that were taken up. */
  done: number;
  /** Files that were written, or that held the same already. */
  written: number;
  /** Those of them that are requests. */
  requests: number;
  /** Comments that JSON, which is written, has no place for. */
  comments: number;
  /** What was left alone: files, or where each document has one, documents. */
  readonly left: Map<LeftReason, string[]>;
}

const shownNames = 10;
/** What can be done about it comes first. */
const reasons: readonly LeftReason[] = ['unreadable', 'blocked', 'foreign', 'without a v2 form'];

/** Nothing was done so far. */
export function beginOutcome(): Outcome {
  return { done: 0, written: 0, requests: 0, comments: 0, left: new Map() };
}

/** Takes note of what is left alone. */
export function noteLeft({ left }: Outcome, reason: LeftReason, name: string): void {
  const names = left.get(reason);
  if (names) names.push(name);
  else left.set(reason, [name]);
}

/** Takes note of files that were written. */
export function noteWritten(outcome: Outcome, count: number, entries: readonly ReportEntry[]): void {
  outcome.written += count;
  if (entries.some(({ translation: { kind, status } }) => kind === 'Request' && status !== 'skipped'))
    outcome.requests += count;
}

/** Takes note of comments that follow their fields into v2, but not into JSON. */
export function noteComments(
  outcome: Outcome,
  { document, comments = [] }: AnyTranslation,
  { format, ndjson, emit }: ConvertArguments,
): void {
  const isJson = format === 'json' || ndjson || emit === 'result';
  if (isJson && document !== undefined) outcome.comments += comments.filter(({ to }) => to !== undefined).length;
}

/** What of the comments is not written; `lost` are those without a place in v2. */
export function describeLostComments({ comments }: Outcome, lost: FindingGroup | undefined): string {
  return [
    ...(lost
      ? [
          `${countNoun(lost.count, 'comment')} of ${countNoun(lost.documents, 'document')} without a place in v2: diff names them`,
        ]
      : []),
    ...(comments > 0
      ? [`${countNoun(comments, 'comment')} left out, since JSON has none: --format yaml keeps them`]
      : []),
  ].join('\n');
}

/** Why what documents say is not written; undefined where it is. */
export function whyLeft(
  entries: readonly ReportEntry[],
  { emit, writeBlocked }: Pick<ConvertArguments, 'emit' | 'writeBlocked'>,
): LeftReason | undefined {
  const has = (wanted: string) => entries.some(({ translation: { status } }) => status === wanted);
  if (has('unreadable')) return 'unreadable';
  if (emit === 'result') return undefined;
  if (has('blocked') && !writeBlocked) return 'blocked';
  if (entries.some(({ translation }) => bodyOf(translation) !== undefined)) return undefined;
  return entries.every(({ translation: { kind } }) => kind === 'unknown') ? 'foreign' : 'without a v2 form';
}

/** A file that was found and is left out of a text of many documents: it holds nothing to translate and nothing of v2. */
export function whyLeftOut({ file, entries }: TranslatedFile): LeftReason | undefined {
  return file.named || !isForeign(entries) ? undefined : whyLeft(entries, { emit: undefined, writeBlocked: false });
}

/** A file as it is named where it is left: with how many of its documents are in the way. */
export function nameLeft({ file, entries }: TranslatedFile): string {
  const own = entries.filter(({ translation }) => !isEnvelope(translation));
  const blocked = own.filter(({ translation }) => translation.status === 'blocked').length;
  return own.length > 1 && blocked > 0 ? `${file.name} (${blocked} of ${own.length} documents)` : file.name;
}

/** What was done, and under it what was left, by reason; empty where there is nothing to say. */
export function describeOutcome(outcome: Outcome, args: ConvertArguments): string {
  const kept = reasons.flatMap((reason) => {
    const names = outcome.left.get(reason);
    return names ? [{ reason, names }] : [];
  });
  const sums = [...describeWritten(outcome, args), ...describeLeft(kept, args)];
  if (sums.length === 0) return '';
  const width = Math.max(...kept.map(({ reason }) => reason.length));
  const lines = kept.flatMap(({ reason, names }) =>
    listNames(names).map((name, index) => `  ${(index === 0 ? reason : '').padEnd(width)}  ${name}`),
  );
  return [sums.join(', '), ...lines, ''].join('\n');
}

function describeWritten({ written, requests }: Outcome, { outDir, inPlace, dryRun }: ConvertArguments): string[] {
  if (outDir === undefined && !inPlace) return [];
  const place = inPlace ? 'in place' : `to ${toPrintable(outDir ?? '')}`;
  const of = requests > 0 ? ` (${requests} of them requests)` : '';
  return [`${countNoun(written, 'file')} ${dryRun ? 'would be ' : ''}written ${place}${of}`];
}

interface Kept {
  readonly reason: LeftReason;
  readonly names: readonly string[];
}

function describeLeft(kept: readonly Kept[], { split, outDir, inPlace }: ConvertArguments): string[] {
  if (kept.length === 0) return [];
  const total = kept.reduce((sum, { names }) => sum + names.length, 0);
  const counted = kept.map(({ reason, names }) => `${names.length} ${reason}`);
  const isSaid = !split && (outDir !== undefined || inPlace);
  return [`${isSaid ? total : countNoun(total, split ? 'document' : 'file')} left: ${counted.join(', ')}`];
}

function listNames(names: readonly string[]): string[] {
  const more = names.length - shownNames;
  return [
    ...names.slice(0, shownNames).map(toPrintable),
    ...(more > 0 ? [`and ${more} more; --report names all`] : []),
  ];
}
