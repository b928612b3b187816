// Documents beside one another: whether two of them contradict each other. Told of the run, so that what is said of a
// document does not depend on its neighbours.
import { messagesOf } from '../engine/messages.js';
import type { Finding } from '../model/finding.js';
import { isObject } from '../model/json.js';
import { valueAt } from '../model/path.js';
import { type AnyTranslation, bodyOf, originalOf } from '../model/translation.js';
import { documentDecisions, documentFleet } from '../rules/index.js';
import { nameEntry, type ReportEntry } from './entry.js';
import { fingerprint } from './fingerprint.js';

/** Says what is wrong with documents beside one another, and beside their bases. */
export const fleetFinding = messagesOf(documentFleet);
/** Says what is wrong with decisions, beside documents. */
export const decisionsFinding = messagesOf(documentDecisions);

/** What is known of the documents of a run; it grows by a line for each. */
export interface Fleet {
  readonly clusters: Map<string, Seen>;
  readonly changes: Map<string, Seen>;
  readonly names: Map<string, Named>;
  readonly findings: Finding[];
}

interface Seen {
  readonly place: string;
  readonly content: string;
  isTold: boolean;
}

interface Named {
  readonly place: string;
  readonly was: string;
  readonly isFixed: boolean;
}

/** Begins to compare. */
export function createFleet(): Fleet {
  return { clusters: new Map(), changes: new Map(), names: new Map(), findings: [] };
}

/** Compares a document with those before it. */
export function addToFleet(fleet: Fleet, entry: ReportEntry): void {
  const { translation } = entry;
  const { id, status } = translation;
  if (status === 'skipped' || status === 'unreadable') return;
  const original = originalOf(translation);
  if (id !== undefined) addCluster(fleet, { id, entry, original });
  addName(fleet, entry);
}

/** What there is to say of documents beside one another. */
export function compareFleet(entries: readonly ReportEntry[]): readonly Finding[] {
  const fleet = createFleet();
  for (const entry of entries) addToFleet(fleet, entry);
  return fleet.findings;
}

/** A change of a cluster is no second copy of it, and two changes are no copies of one another. */
function addCluster(
  fleet: Fleet,
  { id, entry, original }: { id: string; entry: ReportEntry; original: unknown },
): void {
  const isChange = changesCluster(entry.translation, original);
  const known = isChange ? fleet.changes : fleet.clusters;
  const key = id.toLowerCase();
  const first = known.get(key);
  const place = nameEntry(entry);
  // The letter case of an id is no difference.
  const content = isChange
    ? place
    : fingerprint([writeSorted(isObject(original) ? { ...original, id: key } : original)]);
  if (!first) known.set(key, { place, content, isTold: false });
  if (!first || first.isTold || first.content === content) return;
  first.isTold = true;
  fleet.findings.push(fleetFinding(isChange ? 'two-changes' : 'same-id', { id, one: first.place, other: place }));
}

/** Names that were made alike: which of two clusters is meant is told by them no more. */
function addName(fleet: Fleet, entry: ReportEntry): void {
  const { translation } = entry;
  const name = valueAt(bodyOf(translation), ['properties', 'name']);
  if (typeof name !== 'string') return;
  const place = nameEntry(entry);
  const isFixed = translation.findings.some(({ code }) => code === 'cluster/name/fixed');
  const was = translation.name ?? sayName(translation) ?? name;
  const other = fleet.names.get(name);
  if (!other) fleet.names.set(name, { place, was, isFixed });
  if (!other || other.was === was || !(isFixed || other.isFixed)) return;
  const shown = sayName(translation) ?? name;
  fleet.findings.push(
    fleetFinding('same-name', { one: other.place, other: place, name: shown, was: other.was, were: was }),
  );
}

/** The v2 name as it may be said: one from the environment may not. */
function sayName({ changes }: AnyTranslation): string | undefined {
  const change = changes.find(({ to }) => to.includes('/properties/name'));
  const said = change?.after[change.to.indexOf('/properties/name')];
  return typeof said === 'string' ? said : undefined;
}

function changesCluster({ kind }: AnyTranslation, original: unknown): boolean {
  if (kind !== 'Request') return kind === 'PatchClusterRequest' || kind === 'CreateRestoreRequest';
  const url = valueAt(original, ['url']) ?? valueAt(original, ['path']);
  return valueAt(original, ['method']) === 'PATCH' || (typeof url === 'string' && /\/restore\b/.test(url));
}

/** JSON in which the order of keys does not matter. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
