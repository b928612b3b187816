// Findings of one code, gathered: how many, in how many documents of which kinds, and where the first of them stand.
import { type Finding, type Severity, severities } from '../model/finding.js';
import type { Kind } from '../model/translation.js';

/** All findings of one code. */
export interface FindingGroup {
  /** What tells it from others: its code, where that has one severity. */
  readonly key: string;
  readonly code: string;
  readonly rule: string;
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

/** Groups by their keys. */
export type FindingGroups = Map<string, FindingGroup>;

/** So many places of a group are kept. */
export const shownPlaces = 3;

/** The groups, the worst first, then those of most weight. */
export function listGroups(groups: FindingGroups, weigh: (group: FindingGroup) => number): FindingGroup[] {
  const rank = ({ severity }: FindingGroup) => severities.indexOf(severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || weigh(b) - weigh(a) || (a.code < b.code ? -1 : 1));
}

/**
 * The group of a finding, made where there is none. A code is a key of its own; only one that is said with two
 * severities needs a second.
 */
export function openGroup(
  groups: FindingGroups,
  { code, rule, severity, message, remedy }: Pick<Finding, 'code' | 'rule' | 'severity' | 'message' | 'remedy'>,
): FindingGroup {
  let key = code;
  let group = groups.get(key);
  if (group && group.severity !== severity) {
    key = `${code}:${severity}`;
    group = groups.get(key);
  }
  if (group) return group;
  const said = { key, code, rule, severity, message, remedy };
  const opened: FindingGroup = { ...said, alike: true, count: 0, documents: 0, kinds: new Map(), places: [] };
  groups.set(key, opened);
  return opened;
}

/** Adds groups of later documents to those of earlier ones. */
export function mergeGroups(groups: FindingGroups, later: FindingGroups): void {
  for (const other of later.values()) {
    const group = openGroup(groups, other);
    group.count += other.count;
    group.documents += other.documents;
    for (const [kind, count] of other.kinds) addCount(group.kinds, kind, count);
    if (!other.alike || other.message !== group.message) group.alike = false;
    group.places.push(...other.places.slice(0, shownPlaces - group.places.length));
  }
}

/** Adds to the count of a key. */
export function addCount<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
