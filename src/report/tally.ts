// What many documents come to, counted one after the other: a tally has the size of the kinds of findings, not of the
// documents, so that it serves a fleet and a stream alike.
import type { Finding, Severity } from '../model/finding.js';
import type { Place } from '../model/place.js';
import { formatPlace } from '../model/place.js';
import type { Kind, Status } from '../model/translation.js';
import { nameEntry, type ReportEntry } from './entry.js';

/** All findings of one code. */
export interface FindingGroup {
  /** What tells it from others: its code, where that has one severity. */
  readonly key: string;
  readonly code: string;
  readonly severity: Severity;
  /** What the first of them says. */
  readonly message: string;
  readonly remedy: string;
  /** Whether all of them say the same. */
  alike: boolean;
  /** Findings, and documents that have one. */
  count: number;
  documents: number;
  /** Documents that have one, by kind. */
  readonly kinds: Map<Kind, number>;
  /** Where the first of them stand. */
  readonly places: string[];
}

/** The counts over many documents; `Totals` with what a summary needs beside them. */
export interface Tally {
  documents: number;
  readonly statuses: Record<Status, number>;
  readonly findings: Record<Severity, number>;
  /** Documents that were translated, or blocked on the way, by kind. */
  readonly kinds: Map<Kind, number>;
  /** By their keys. */
  readonly groups: Map<string, FindingGroup>;
  /** How many documents have which groups of errors and warnings, told by their keys, joined by spaces. */
  readonly concerns: Map<string, number>;
}

const shownPlaces = 3;
/** More combinations than these say nothing to a person. */
const maxCombinations = 10_000;

/** A tally of nothing. */
export function createTally(): Tally {
  return {
    documents: 0,
    statuses: { ready: 0, review: 0, blocked: 0, skipped: 0, unreadable: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    kinds: new Map(),
    groups: new Map(),
    concerns: new Map(),
  };
}

/** What is counted of a document. */
export interface TalliedDocument {
  readonly status: Status;
  readonly kind: Kind;
  readonly findings: readonly Finding[];
}

/** Counts the document of an entry. */
export function tallyEntry(tally: Tally, entry: ReportEntry): void {
  addToTally(tally, entry.translation, (at) => (at ? formatPlace(entry.source, at) : nameEntry(entry)));
}

/** Counts one document; `place` puts a place in it into words. */
export function addToTally(
  tally: Tally,
  { status, kind, findings }: TalliedDocument,
  place: (at: Place | undefined) => string,
): void {
  tally.documents += 1;
  tally.statuses[status] += 1;
  if (status !== 'skipped' && status !== 'unreadable') addCount(tally.kinds, kind, 1);
  const seen: FindingGroup[] = [];
  let concerns = '';
  for (const finding of findings) {
    const { severity, message } = finding;
    tally.findings[severity] += 1;
    const group = openGroup(tally.groups, finding);
    group.count += 1;
    if (group.message !== message) group.alike = false;
    if (seen.includes(group)) continue;
    seen.push(group);
    group.documents += 1;
    addCount(group.kinds, kind, 1);
    if (group.places.length < shownPlaces) group.places.push(place(finding.at));
    if (severity !== 'info') concerns += concerns === '' ? group.key : ` ${group.key}`;
  }
  if (concerns !== '' && (status === 'review' || status === 'blocked')) addConcerns(tally.concerns, concerns, 1);
}

type Said = Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'>;

/** A code is a key of its own; only one that is said with two severities needs a second. */
function openGroup(groups: Tally['groups'], { code, severity, message, remedy }: Said): FindingGroup {
  let key = code;
  let group = groups.get(key);
  if (group && group.severity !== severity) {
    key = `${code}:${severity}`;
    group = groups.get(key);
  }
  if (group) return group;
  const opened: FindingGroup = {
    key,
    code,
    severity,
    message,
    remedy,
    alike: true,
    count: 0,
    documents: 0,
    kinds: new Map(),
    places: [],
  };
  groups.set(key, opened);
  return opened;
}

/** Adds the counts of later documents to those of earlier ones. */
export function mergeTallies(tally: Tally, later: Tally): void {
  tally.documents += later.documents;
  for (const [status, count] of Object.entries(later.statuses)) tally.statuses[status as Status] += count;
  for (const [severity, count] of Object.entries(later.findings)) tally.findings[severity as Severity] += count;
  for (const [kind, count] of later.kinds) addCount(tally.kinds, kind, count);
  for (const group of later.groups.values()) mergeGroup(tally.groups, group);
  for (const [key, count] of later.concerns) addConcerns(tally.concerns, key, count);
}

function mergeGroup(groups: Tally['groups'], later: FindingGroup): void {
  const group = openGroup(groups, later);
  group.count += later.count;
  group.documents += later.documents;
  for (const [kind, count] of later.kinds) addCount(group.kinds, kind, count);
  if (!later.alike || later.message !== group.message) group.alike = false;
  group.places.push(...later.places.slice(0, shownPlaces - group.places.length));
}

function addConcerns(concerns: Tally['concerns'], key: string, count: number): void {
  if (concerns.has(key) || concerns.size < maxCombinations) addCount(concerns, key, count);
}

function addCount<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
