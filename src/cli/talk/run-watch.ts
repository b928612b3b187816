// Watches a run beside its documents: which keys of the decisions file they have, what of all that was supplied was used,
// and whether they contradict one another. What it finds is told of the run, never of a document.
import {
  type AnyTranslation,
  type AskedVariables,
  addToFleet,
  createFleet,
  digestOfTranslation,
  type Fleet,
  nameEntry,
  noteAsked,
  type Prepared,
  type ReportEntry,
  textAt,
  toClusterKey,
  valueAt,
} from '../../index.js';
import { refuseSharedVariables } from './shared-variables.js';

/** What a run showed so far. */
export interface RunWatch extends Seen {
  readonly options: Prepared;
  /** The keys of clusters in the decisions file. */
  readonly keys: ReadonlySet<string>;
  /** The documents beside one another; undefined where there may be too many to remember. */
  readonly fleet: Fleet | undefined;
}

/** What some documents of a run showed; plain data, which threads can hand over. */
export interface Seen {
  /** The documents that a key was found for: at most two, which is one too many. */
  readonly found: Map<string, readonly string[]>;
  /** Whether a document was translated, so that anything was asked at all. */
  isAsked: boolean;
  /** Whether one of them was an answer, which `--to` is about. */
  hasAnswers: boolean;
  /** The variables of the environment that they asked for. */
  readonly asked: AskedVariables;
}

const answers: ReadonlySet<string> = new Set([
  'ClusterResponse',
  'ClusterList',
  'BackupResponse',
  'ClusterBackupList',
  'PostgresVersion',
  'PostgresVersionList',
]);

/** Begins to watch. */
export function watchRun(options: Prepared, fleet?: Fleet): RunWatch {
  const keys = new Set(Object.keys(options.decisions?.clusters ?? {}).map(toClusterKey));
  return { options, keys, fleet, ...seeNothing() };
}

/** Watches the documents of a run that are all at hand. */
export function watchEntries(options: Prepared, entries: readonly ReportEntry[]): RunWatch {
  const watch = watchRun(options, createFleet());
  for (const entry of entries) noteEntry(watch, entry);
  return watch;
}

/** Nothing seen so far. */
export function seeNothing(): Seen {
  return { found: new Map(), isAsked: false, hasAnswers: false, asked: new Map() };
}

/** Takes note of a document. */
export function noteEntry(watch: RunWatch, entry: ReportEntry): void {
  const { translation } = entry;
  const { keys, fleet, options } = watch;
  if (translation.status !== 'skipped') watch.isAsked = true;
  if (answers.has(translation.kind)) watch.hasAnswers = true;
  if (fleet) addToFleet(fleet, entry);
  if (keys.size === 0) return;
  const { id, name } = identify(translation);
  const own = [
    translation.address,
    id && toClusterKey(id),
    options.asksDigest ? digestOfTranslation(translation) : undefined,
  ];
  const known = options.knowsNames === false ? own : [...own, name];
  const key = known.find((one) => one !== undefined && keys.has(one));
  if (key !== undefined) addFound(watch, key, nameEntry(entry));
}

/** Adds what another thread saw. A variable that two names would share is bad usage. */
export function mergeSeen(watch: RunWatch, seen: Seen): void {
  watch.isAsked ||= seen.isAsked;
  watch.hasAnswers ||= seen.hasAnswers;
  for (const [key, places] of seen.found) for (const place of places) addFound(watch, key, place);
  for (const [name, one] of seen.asked) noteAsked(watch.asked, name, one);
  refuseSharedVariables(watch.asked);
}

/** Takes over the variables that were asked for so far: what is asked later is told apart from them. */
export function takeAsked({ asked, options }: RunWatch): void {
  for (const [name, one] of options.asked) noteAsked(asked, name, one);
  options.asked.clear();
}

/** A document that is of v2 already, as after an earlier run, tells by itself who it is. */
function identify({ status, id, name, document }: AnyTranslation): Record<'id' | 'name', string | undefined> {
  if (status !== 'skipped') return { id, name };
  return { id: textAt(document, 'id'), name: textAt(valueAt(document, ['properties']), 'name') };
}

function addFound({ found }: Seen, key: string, place: string): void {
  const [first, second] = found.get(key) ?? [];
  // Lists written whole: one that grows takes room for many, and there are thousands of keys.
  if (first === undefined) found.set(key, [place]);
  else if (second === undefined && first !== place) found.set(key, [first, place]);
}
