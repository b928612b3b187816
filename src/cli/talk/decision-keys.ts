// Watches which clusters of a decisions file the documents of a run are, so that a slip of the pen does not go unseen.
import {
  type AnyTranslation,
  type Decisions,
  nameEntry,
  type ReportEntry,
  toClusterKey,
  valueAt,
} from '../../index.js';

/** What a run showed of the clusters of its decisions file. */
export interface KeyUse extends KeyFinds {
  /** The keys of the file. */
  readonly keys: ReadonlySet<string>;
}

/** What some documents of a run showed of them. */
export interface KeyFinds {
  /** The documents that a cluster was found for: at most two, which is one too many. */
  readonly found: Map<string, readonly string[]>;
  /** Whether a document was translated, so that the file was asked at all. */
  isAsked: boolean;
}

/** What is wrong with a key, and how bad that is. */
export interface KeyDoubt {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A file for a fleet may name thousands that a part of the fleet lacks, or has twice. */
const shownKeys = 10;

/** Begins to watch. */
export function watchKeys(decisions: Decisions | undefined): KeyUse {
  return { keys: new Set(Object.keys(decisions?.clusters ?? {}).map(toClusterKey)), found: new Map(), isAsked: false };
}

/** Takes note of a document. */
export function noteKey(uses: KeyUse, entry: ReportEntry): void {
  const { translation } = entry;
  const { keys } = uses;
  if (keys.size === 0) return;
  if (translation.status !== 'skipped') uses.isAsked = true;
  const { id, name } = identify(translation);
  const place = nameEntry(entry);
  const key = [id === undefined ? id : toClusterKey(id), place, name].find((one) => one !== undefined && keys.has(one));
  if (key !== undefined) addUse(uses, key, id ?? place);
}

/** Takes note of all documents of a run. */
export function noteKeys(uses: KeyUse, entries: readonly ReportEntry[]): KeyUse {
  for (const entry of entries) noteKey(uses, entry);
  return uses;
}

/** Adds what was found later. */
export function mergeKeys(uses: KeyUse, later: KeyFinds): void {
  if (later.isAsked) uses.isAsked = true;
  for (const [key, places] of later.found) for (const place of places) addUse(uses, key, place);
}

/**
 * What is wrong with the keys. A cluster that no document is, is an error, since what was decided for it was not done;
 * the documents are translated all the same. A name that several have may be of one cluster stored twice: a warning.
 */
export function judgeKeys({ keys, found, isAsked }: KeyUse): KeyDoubt[] {
  const misses = isAsked ? [...keys].filter((key) => !found.has(key)) : [];
  const shared = [...found].filter(([, places]) => places.length > 1);
  const more = shared.length - shownKeys;
  const warnings = shared
    .slice(0, shownKeys)
    .map(
      ([key, places]) => `several documents are called ${key} (${places.join(', ')}); use their ids, or these places`,
    );
  if (more > 0) warnings.push(`${more} more names are of several documents; use their ids, or where they stand`);
  return [
    ...(misses.length > 0 ? [{ severity: 'error', message: describeMisses(misses) } as const] : []),
    ...warnings.map((text) => ({ severity: 'warning', message: `clusters: ${text}` }) as const),
  ];
}

function describeMisses(misses: readonly string[]): string {
  const more = misses.length > shownKeys ? `, and ${misses.length - shownKeys} more` : '';
  const keys = `${misses.slice(0, shownKeys).join(', ')}${more}`;
  return `clusters: no document of this run has the id, place or name ${keys}; correct the key, or, where the file is for more than this run, add --fail-on never`;
}

/** A document that is of v2 already, as after an earlier run, tells by itself who it is. */
function identify({ status, id, name, document }: AnyTranslation): Record<'id' | 'name', string | undefined> {
  if (status !== 'skipped') return { id, name };
  const told = [valueAt(document, ['id']), valueAt(document, ['properties', 'name'])];
  const [ownId, ownName] = told.map((value) => (typeof value === 'string' ? value : undefined));
  return { id: ownId, name: ownName };
}

function addUse({ found }: KeyFinds, key: string, place: string): void {
  const [first, second] = found.get(key) ?? [];
  // Lists written whole: one that grows takes room for many, and there are thousands of keys.
  if (first === undefined) found.set(key, [place]);
  else if (second === undefined && first !== place) found.set(key, [first, place]);
}
