// What documents come to, counted one after the other, for reports and exit codes alike: a tally has the size of the
// kinds of findings, not of the documents, so that it serves a fleet and a stream alike.
import { type Finding, type Severity, severities } from '../model/finding.js';
import { formatPlace } from '../model/place.js';
import type { Kind, Status } from '../model/translation.js';
import { isLine, nameEntry, type ReportEntry } from './entry.js';
import {
  addCount,
  type FindingGroup,
  type FindingGroups,
  mergeGroups,
  openGroup,
  shownPlaces,
} from './finding-groups.js';
import type { Totals } from './totals.js';
import { counts, lacksVerdict } from './verdict.js';

/** The totals of documents, with what a summary needs beside them. */
export interface Tally extends Totals {
  documents: number;
  readonly statuses: Record<Status, number>;
  readonly findings: Record<Severity, number>;
  newFindings?: Record<Severity, number>;
  withoutVerdict: number;
  /** Documents that were translated, or blocked on the way, by kind. */
  readonly kinds: Map<Kind, number>;
  readonly groups: FindingGroups;
  /** How many documents have which groups of errors and warnings, told by their keys, joined by spaces. */
  readonly concerns: Map<string, number>;
}

/** More combinations than these say nothing to a person. */
const maxCombinations = 10_000;

/** A tally of nothing. */
export function createTally(): Tally {
  return {
    documents: 0,
    statuses: { ready: 0, review: 0, blocked: 0, skipped: 0, unreadable: 0 },
    findings: countNothing(),
    withoutVerdict: 0,
    kinds: new Map(),
    groups: new Map(),
    concerns: new Map(),
  };
}

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const found = countNothing();
  for (const { severity } of findings) found[severity] += 1;
  return found;
}

function countNothing(): Record<Severity, number> {
  return { error: 0, warning: 0, info: 0 };
}

/** What is counted of a document. */
export interface TalliedDocument {
  readonly status: Status;
  readonly kind: Kind;
  readonly findings: readonly (Finding & { readonly isNew?: boolean })[];
  /** Whether it is one line of many. */
  readonly isLine?: boolean;
}

/** Puts the place of a finding into words. */
export type DescribePlace = (finding: Finding) => string;

/** Counts the document of an entry. */
export function tallyEntry(
  tally: Tally,
  entry: ReportEntry,
  place: DescribePlace = ({ at }) => (at ? formatPlace(entry.source, at) : nameEntry(entry)),
): void {
  const { translation } = entry;
  const counted = translation.status === 'unreadable' ? { ...translation, isLine: isLine(translation) } : translation;
  addToTally(tally, counted, place);
}

/** Counts one document. */
export function addToTally(
  tally: Tally,
  { status, kind, findings, isLine: isOne }: TalliedDocument,
  place: DescribePlace,
): void {
  tally.documents += 1;
  tally.statuses[status] += 1;
  if (status === 'unreadable' && lacksVerdict({ status, findings, isLine: isOne })) tally.withoutVerdict += 1;
  if (status !== 'skipped' && status !== 'unreadable') addCount(tally.kinds, kind, 1);
  const seen: FindingGroup[] = [];
  let concerns = '';
  for (const finding of findings) {
    const { severity, message, isNew } = finding;
    tally.findings[severity] += 1;
    if (isNew !== undefined) addNew(tally, severity, Number(isNew));
    // What is known is counted, and not told again.
    if (!counts(finding)) continue;
    const group = openGroup(tally.groups, finding);
    group.count += 1;
    if (group.message !== message) group.alike = false;
    if (seen.includes(group)) continue;
    seen.push(group);
    group.documents += 1;
    addCount(group.kinds, kind, 1);
    if (group.places.length < shownPlaces) group.places.push(place(finding));
    if (severity !== 'info') concerns += concerns === '' ? group.key : ` ${group.key}`;
  }
  if (concerns !== '' && (status === 'review' || status === 'blocked')) addConcerns(tally.concerns, concerns, 1);
}

/** Adds the counts of later documents to those of earlier ones. */
export function mergeTallies(tally: Tally, later: Tally): void {
  tally.documents += later.documents;
  tally.withoutVerdict += later.withoutVerdict;
  for (const [status, count] of Object.entries(later.statuses)) tally.statuses[status as Status] += count;
  for (const severity of severities) {
    tally.findings[severity] += later.findings[severity];
    if (later.newFindings) addNew(tally, severity, later.newFindings[severity]);
  }
  for (const [kind, count] of later.kinds) addCount(tally.kinds, kind, count);
  mergeGroups(tally.groups, later.groups);
  for (const [key, count] of later.concerns) addConcerns(tally.concerns, key, count);
}

function addNew(tally: Tally, severity: Severity, count: number): void {
  tally.newFindings ??= countNothing();
  tally.newFindings[severity] += count;
}

function addConcerns(concerns: Tally['concerns'], key: string, count: number): void {
  if (concerns.has(key) || concerns.size < maxCombinations) addCount(concerns, key, count);
}
